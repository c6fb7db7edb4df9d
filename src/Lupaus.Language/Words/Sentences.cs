namespace Lupaus.Language.Words;

/// <summary>
/// The sentences of a text, without the white space around them. A full stop, question or exclamation mark ends one when white space
/// or nothing follows, but not after an abbreviation ("esim.", "t.ex.", "e.g.", "klo.") or a number that goes on ("24. joulukuuta", "3. kerros").
/// So do an empty line, the beginning of a list item or a quotation, and a short line before a capital: a greeting or a heading. Other lines are wrapped ones.
/// </summary>
public static class Sentences
{
    /// <summary>Mail is wrapped at 65 to 78 characters; a line that ends much sooner was ended on purpose.</summary>
    private const int ShortLine = 50;

    /// <summary>Any text will do; takes time in proportion to its length.</summary>
    public static IReadOnlyList<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        var (start, line) = (0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            var ends = text[at] == '\n' ? EndsAtLine(text, line, at) : EndsAtSign(text, ref at);
            if (text[at] == '\n')
                line = at + 1;
            if (!ends)
                continue;
            Add(found, text, start, at + 1);
            start = at + 1;
        }
        Add(found, text, start, text.Length);
        return found;
    }

    private static void Add(List<TextSpan> found, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            found.Add(TextSpan.Between(start, end));
    }

    private static bool EndsAtLine(string text, int line, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        if (next >= text.Length || text[next] is '\n' or '-' or '*' or '•' or '–' or '>')
            return true;
        return (char.IsUpper(text[next]) && at - line < ShortLine) || IsNumbered(text, next);
    }

    /// <summary>"1. " or "2) " at the beginning of a line.</summary>
    private static bool IsNumbered(string text, int at) =>
        at + 2 < text.Length && char.IsAsciiDigit(text[at]) && text[at + 1] is '.' or ')' && text[at + 2] == ' ';

    /// <summary>Moves on to the last of the signs that end together: "?!", "…", ".)" and closing quotes.</summary>
    private static bool EndsAtSign(string text, ref int at)
    {
        if (!IsEnd(text[at]))
            return false;
        var first = at;
        while (at + 1 < text.Length && (IsEnd(text[at + 1]) || IsClosing(text[at + 1])))
            at++;
        if (at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]))
            return false;
        return text[first] is '!' or '?' || !GoesOn(text, first, at + 1);
    }

    private static bool IsEnd(char sign) => sign is '.' or '!' or '?' or '…';

    private static bool IsClosing(char sign) => sign is ')' or ']' or '"' or '”' or '’' or '\'' or '»';

    private static bool GoesOn(string text, int dot, int after)
    {
        while (after < text.Length && char.IsWhiteSpace(text[after]))
            after++;
        if (after >= text.Length)
            return false;
        var isDots = text[dot] == '…' || (dot + 1 < text.Length && text[dot + 1] == '.');
        var word = WordBefore(text, dot);
        if (isDots || (word.Length > 0 && char.IsAsciiDigit(word[^1])))
            return char.IsLower(text[after]) || (!isDots && char.IsAsciiDigit(text[after]));
        return Abbreviations.GoesOn(word, char.IsUpper(text[after]));
    }

    /// <summary>With dots inside, as in "t.ex.", but no longer than any abbreviation needs.</summary>
    private static ReadOnlySpan<char> WordBefore(string text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < 12 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
            start--;
        return text.AsSpan(start, dot - start);
    }
}
