namespace Lupaus.Web.Doors.Intake;

/// <summary>
/// Whether a message is thanks and nothing else: it asks nothing of us, so it reopens nothing. Short and strict on
/// purpose: anything it doesn't know counts as a matter, since one reopened too many costs less than one not heard.
/// </summary>
public static class ThanksAlone
{
    private const int MostWords = 8;

    private static readonly HashSet<string> Thanks = new(StringComparer.OrdinalIgnoreCase)
    {
        "kiitos", "kiitti", "kiitoksia", "kiitokset", "kiitän", "tack", "tackar", "tusen", "thanks", "thank", "thx", "cheers",
    };

    private static readonly HashSet<string> Around = new(StringComparer.OrdinalIgnoreCase)
    {
        "paljon", "kovasti", "suuri", "suuret", "iso", "tuhannet", "avusta", "avustasi", "avustanne", "nopeasta", "hyvästä", "palvelusta", "vastauksesta",
        "hyvää", "päivää", "päivänjatkoa", "viikonloppua", "iltaa", "så", "mycket", "för", "hjälpen", "hjälp", "snabba", "svaret", "you", "so", "very", "much",
        "for", "your", "the", "help", "a", "lot", "ja", "och", "and", "hei", "hej", "hi", "ok", "okei", "jee", "super", "great", "terveisin", "terv",
    };

    public static bool Is(string text)
    {
        var words = text.Split([' ', '\n', '\t', ',', '.', '!', ':', ';', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var spoken = words.Where(w => w.Any(char.IsLetterOrDigit)).ToArray();
        return spoken.Length is > 0 and <= MostWords && spoken.Any(Thanks.Contains) && spoken.All(w => Thanks.Contains(w) || Around.Contains(w));
    }
}
