namespace Lupaus.Language.Tone.Drafts;

/// <summary>
/// Blanks what isn't the writer's own wording: quoted lines, text within quotation marks, and what follows a closing such as "Terveisin".
/// Lengths stay, so that places stay.
/// </summary>
internal static class OwnWords
{
    private const int LongestClosing = 45;
    private const int LongestSignature = 600;

    private static readonly string[] closings =
    [
        "-- ", "terveisin", "ystävällisin terveisin", "parhain terveisin", "lämpimin terveisin", "kunnioittavasti", "kiittäen", "med vänlig", "vänliga hälsningar", "vänligen", "hälsningar", "mvh",
        "best regards", "kind regards", "warm regards", "regards", "yours ", "sincerely", "best wishes",
    ];

    public static string Of(string text)
    {
        var letters = text.Replace('’', '\'').Replace('\u00a0', ' ').ToCharArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at : text.Length;
            var line = text.AsSpan(start, end - start).Trim();
            if (line is ['>', ..])
                Blank(letters, start, end);
            if (IsClosing(line) && text.Length - end <= LongestSignature)
            {
                Blank(letters, start, text.Length);
                break;
            }
            start = end + 1;
        }
        BlankWithinMarks(letters);
        return new string(letters);
    }

    private static bool IsClosing(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestClosing)
            return false;
        foreach (var closing in closings)
            if (line.StartsWith(closing, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Finnish and Swedish open and close with the same mark, so the second of any kind closes; a mark left open ends with its paragraph.</summary>
    private static void BlankWithinMarks(char[] letters)
    {
        var open = -1;
        for (var at = 0; at < letters.Length; at++)
        {
            if (letters[at] == '\n' && at + 1 < letters.Length && letters[at + 1] is '\n' or '\r')
                open = -1;
            if (letters[at] is not ('"' or '”' or '“' or '„' or '«' or '»'))
                continue;
            if (open >= 0)
                Blank(letters, open, at);
            open = open >= 0 ? -1 : at;
        }
    }

    /// <summary>Stops and question marks stay: they end sentences.</summary>
    private static void Blank(char[] letters, int start, int end)
    {
        for (var at = start; at < end; at++)
            if (char.IsLetterOrDigit(letters[at]))
                letters[at] = ' ';
    }
}
