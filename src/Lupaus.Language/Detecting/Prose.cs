using System.Collections.Frozen;

namespace Lupaus.Language.Detecting;

/// <summary>What of a message is prose: not addresses, file names, order numbers, quoted lines, signatures, nor other scripts than the Latin.</summary>
internal static class Prose
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ends = FrozenSet.Create(
        "com", "net", "org", "info", "fi", "se", "eu", "ee", "no", "dk", "de", "io", "example", "jpg", "jpeg", "png", "gif", "pdf", "doc", "docx",
        "xls", "xlsx", "csv", "txt", "zip", "exe", "html", "php", "aspx", "mp4").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] SaidByPrograms = ["Sent from", "Get Outlook", "Lähetetty ", "Skickat från", "Skickades från", "Hanki Outlook", "Hämta Outlook"];

    public static bool EndsMessage(ReadOnlySpan<char> line) => line.TrimEnd() is "--";

    public static bool Counts(ReadOnlySpan<char> line)
    {
        if (line.StartsWith(">"))
            return false;
        foreach (var beginning in SaidByPrograms)
            if (line.Length < 60 && line.StartsWith(beginning, StringComparison.Ordinal))
                return false;
        return true;
    }

    /// <summary>Of a run without blanks: false for "https://…", "maija@…", "order_id=7", "kuva.jpg".</summary>
    public static bool CountsRun(ReadOnlySpan<char> run)
    {
        if (run.IndexOfAny("@_=<>\\#{}") >= 0 || run.Contains("://", StringComparison.Ordinal) || run.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return false;
        var dot = run.LastIndexOf('.');
        if (dot < 1)
            return true;
        var end = run[(dot + 1)..];
        var slash = end.IndexOf('/');
        return !Ends.Contains(slash < 0 ? end : end[..slash]);
    }

    /// <summary>Of a word: false for "A4", "2", "заказ".</summary>
    public static bool CountsWord(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (char.IsDigit(letter) || !IsLatin(letter))
                return false;
        return true;
    }

    public static bool IsLatin(char letter) => letter < '\u0250' || letter is >= '\u0300' and < '\u0370' or >= '\u1e00' and < '\u1f00' or '’' or '\u2010' or '\u2011';
}
