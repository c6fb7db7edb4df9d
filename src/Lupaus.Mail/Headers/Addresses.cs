using System.Text;

namespace Lupaus.Mail.Headers;

/// <summary>Small mending of single addresses.</summary>
internal static class Addresses
{
    /// <summary>Without routes, "mailto:", quotes around the whole, and white space (RFC 5322, 4.4).</summary>
    public static string Tidied(string address)
    {
        var text = address.Trim().ReplaceControls();
        if (text.StartsWith('@') && text.IndexOf(':') is > 0 and var route)
            text = text[(route + 1)..];
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            text = text[7..];
        if (text is ['\'', _, .., '\''] || (text is ['"', _, .., '"'] && text.Contains('@')))
            text = text[1..^1];
        return text.StartsWith('"') ? WithoutNeedlessQuotes(text) : WithoutSpace(text);
    }

    /// <summary>"Maija maija@example.fi": the last word with an @ is the address.</summary>
    public static (string Name, string Address) Split(string words)
    {
        if (words.StartsWith('"'))
            return ("", Tidied(words));
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 || IsSpacedOut(parts))
            return ("", Tidied(words));
        var at = Array.FindLastIndex(parts, p => p.IndexOf('@') > 0);
        at = at < 0 ? Array.FindLastIndex(parts, p => p.Contains('@')) : at;
        return (string.Join(' ', parts.Where((_, i) => i != at)), Tidied(parts[at].Trim('[', ']', '(', ')')));
    }

    public static string OneSpaced(string text)
    {
        if (!text.Contains("  ", StringComparison.Ordinal) && !text.Contains('\t'))
            return text.Trim();
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t'))
                tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
        }
        return tidy.ToString().TrimEnd();
    }

    // "maija . virtanen @ example.fi" was allowed once (RFC 5322, 4.4).
    private static bool IsSpacedOut(string[] parts)
    {
        for (var i = 1; i < parts.Length; i++)
        {
            if (!(parts[i][0] is '.' or '@' || parts[i - 1][^1] is '.' or '@'))
                return false;
        }
        return true;
    }

    private static string WithoutSpace(string text) =>
        text.AsSpan().IndexOfAny(' ', '\t') < 0 ? text : string.Concat(text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    // "maija"@example.fi is maija@example.fi.
    private static string WithoutNeedlessQuotes(string text)
    {
        var end = text.IndexOf('"', 1);
        if (end < 0 || end + 1 >= text.Length || text[end + 1] != '@')
            return text;
        var local = text.AsSpan(1, end - 1);
        foreach (var c in local)
        {
            if (!(char.IsLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".Contains(c)))
                return text;
        }
        return local.IsEmpty || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal) ? text : string.Concat(local, text.AsSpan(end + 1));
    }
}
