using System.Collections.Frozen;
using System.Text;

namespace Lupaus.Mail.Rendering;

/// <summary>
/// Declarations of CSS that only look like something: properties of a list, with values of plain letters. Nothing that fetches,
/// none that leaves its place or lies over others, and no way to write it otherwise: a backslash is reason enough to leave one out.
/// </summary>
internal static class SafeStyle
{
    private const int LongestValue = 300;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Properties = (
        "color background background-color font font-family font-size font-style font-weight font-variant font-stretch line-height letter-spacing word-spacing " +
        "text-align text-align-last text-decoration text-decoration-line text-decoration-color text-decoration-style text-transform text-indent text-overflow text-shadow vertical-align white-space word-break word-wrap overflow-wrap hyphens direction unicode-bidi " +
        "margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left " +
        "border border-top border-right border-bottom border-left border-width border-style border-color border-radius border-collapse border-spacing box-shadow box-sizing " +
        "border-top-width border-right-width border-bottom-width border-left-width border-top-style border-right-style border-bottom-style border-left-style border-top-color border-right-color border-bottom-color border-left-color " +
        "border-top-left-radius border-top-right-radius border-bottom-left-radius border-bottom-right-radius " +
        "width height min-width min-height max-width max-height display float clear overflow visibility opacity object-fit " +
        "list-style list-style-type list-style-position table-layout caption-side empty-cells quotes tab-size " +
        "flex flex-direction flex-wrap flex-grow flex-shrink flex-basis justify-content align-items align-content align-self gap order")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Functions = ["rgb", "rgba", "hsl", "hsla", "calc", "min", "max"];

    /// <summary>The declarations that may stand, in order; null when none may.</summary>
    public static string? Of(ReadOnlySpan<char> css)
    {
        var safe = new StringBuilder();
        Append(WithoutComments(css), safe);
        return safe.Length == 0 ? null : safe.ToString();
    }

    public static void Append(ReadOnlySpan<char> css, StringBuilder into)
    {
        foreach (var range in css.Split(';'))
        {
            var declaration = css[range];
            var colon = declaration.IndexOf(':');
            if (colon <= 0 || declaration.Length > LongestValue * 10)
                continue;
            var name = declaration[..colon].Trim();
            if (Properties.Contains(name) && ValueOf(declaration[(colon + 1)..].Trim()) is { Length: > 0 } value)
                into.Append(name).Append(':').Append(value).Append(';');
        }
    }

    public static string WithoutComments(ReadOnlySpan<char> css)
    {
        if (css.IndexOf("/*") < 0)
            return css.ToString();
        var plain = new StringBuilder(css.Length);
        for (int at; (at = css.IndexOf("/*")) >= 0;)
        {
            plain.Append(css[..at]);
            var end = css[(at + 2)..].IndexOf("*/");
            css = end < 0 ? [] : css[(at + end + 4)..];
        }
        return plain.Append(css).ToString();
    }

    private static string? ValueOf(ReadOnlySpan<char> value)
    {
        var plain = WithoutPictures(value.ToString()).Trim();
        return plain.Length <= LongestValue && plain.All(IsPlain) && plain.Count(c => c == '"') % 2 == 0 && plain.Count(c => c == '\'') % 2 == 0 && CallsOnlyKnown(plain) ? plain : null;
    }

    // A colour behind a picture is still wanted when the picture isn't.
    private static string WithoutPictures(string value)
    {
        for (int at, end; (at = value.IndexOf("url(", StringComparison.OrdinalIgnoreCase)) >= 0 && (end = value.IndexOf(')', at)) > 0;)
            value = value[..at] + value[(end + 1)..];
        return value;
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '\n' or '\t' or '#' or '%' or '.' or ',' or '(' or ')' or '\'' or '"' or '+' or '-' or '/' or '*' or '!' or '_';

    private static bool CallsOnlyKnown(string value)
    {
        if (value.Contains("/*", StringComparison.Ordinal) || value.Contains("*/", StringComparison.Ordinal))
            return false;
        var depth = 0;
        for (var at = 0; at < value.Length && depth >= 0; at++)
        {
            if (value[at] == ')')
                depth--;
            if (value[at] != '(')
                continue;
            depth++;
            var start = at;
            while (start > 0 && (char.IsAsciiLetterOrDigit(value[start - 1]) || value[start - 1] is '-' or '_'))
                start--;
            if (start < at ? HtmlWalk.OneOf(Functions, value.AsSpan(start, at - start)) is null : depth == 1)
                return false;
        }
        return depth == 0;
    }
}
