using System.Text;

namespace Lupaus.Mail.Rendering;

/// <summary>Rules of a style sheet whose selectors are plain, by themselves or for a kind of screen. All other at-rules are left out: some fetch.</summary>
internal static class SafeSheet
{
    public const int Longest = 200_000;
    private const int LongestSelector = 500;

    public static void Append(ReadOnlySpan<char> css, StringBuilder into) => Rules(SafeStyle.WithoutComments(css).Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal), into, isWithin: false);

    private static void Rules(ReadOnlySpan<char> css, StringBuilder into, bool isWithin)
    {
        while (!(css = css.TrimStart(" \n\t\r\f;}")).IsEmpty)
        {
            var open = css.IndexOf('{');
            var end = css.IndexOf(';');
            if (css[0] == '@' && end >= 0 && (open < 0 || end < open))
            {
                css = css[(end + 1)..];
                continue;
            }
            if (open < 0)
                return;
            var length = BlockLength(css[open..]);
            Rule(css[..open].Trim(" \n\t\r\f"), css.Slice(open + 1, length - 1).TrimEnd('}'), into, isWithin);
            css = css[(open + length)..];
        }
    }

    private static void Rule(ReadOnlySpan<char> prelude, ReadOnlySpan<char> block, StringBuilder into, bool isWithin)
    {
        var start = into.Length;
        if (prelude is not ['@', ..] && !IsPlain(prelude, " \n\t.#,>+~*-_:"))
            return;
        if (prelude is ['@', ..] && (isWithin || !IsForScreens(prelude)))
            return;
        into.Append(prelude).Append('{');
        var empty = into.Length;
        if (prelude is ['@', ..])
            Rules(block, into, isWithin: true);
        else if (!block.Contains('{'))
            SafeStyle.Append(block, into);
        if (into.Length == empty)
            into.Length = start;
        else
            into.Append("}\n");
    }

    // The mail lies on white paper whatever the desk looks like, so what it would wear in the dark is left out.
    private static bool IsForScreens(ReadOnlySpan<char> prelude) =>
        prelude.StartsWith("@media", StringComparison.OrdinalIgnoreCase) && IsPlain(prelude[1..], " \n\t():,.-") && prelude.Count('(') == prelude.Count(')') && !prelude.Contains("prefers-color-scheme", StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(ReadOnlySpan<char> text, ReadOnlySpan<char> also)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && !also.Contains(c))
                return false;
        }
        return text.Length is > 0 and <= LongestSelector;
    }

    // With both braces; up to the end when it is never closed.
    private static int BlockLength(ReadOnlySpan<char> css)
    {
        var depth = 0;
        for (var at = 0; at < css.Length; at++)
        {
            depth += css[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return at + 1;
        }
        return css.Length;
    }
}
