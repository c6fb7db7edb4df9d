namespace Lupaus.Mail.Quoting;

/// <summary>
/// Recognises a message that only thanks, in Finnish, Swedish or English, so that it needn't open a closed matter again. It is
/// careful: one word it doesn't know, a question mark or a number, and the message says something more.
/// </summary>
public static class ThanksOnly
{
    private const int Longest = 160, MostWords = 18;

    private static readonly HashSet<string> Thanks = new(StringComparer.OrdinalIgnoreCase)
    {
        "kiitos", "kiitoksia", "kiitti", "kiitän", "kiitämme", "kiitokset", "kiitoksin", "tack", "tackar", "tackas", "thanks", "thank", "thx", "ty",
    };

    private static readonly HashSet<string> Around = new(StringComparer.OrdinalIgnoreCase)
    {
        "paljon", "tuhannesti", "kovasti", "vielä", "avusta", "avustanne", "avustasi", "nopeasta", "vastauksesta", "vastauksestasi", "vastauksestanne", "tiedosta", "tiedoista", "palvelusta", "hyvästä", "loistavasta", "erinomaisesta", "ja", "hyvää", "mukavaa", "päivää", "päivänjatkoa", "jatkoa", "viikonloppua", "viikkoa", "iltaa", "kesää", "hei", "moi", "terveisin", "ystävällisin", "t", "terv", "selvä", "ok", "asia", "kunnossa", "hienoa", "upeaa", "loistavaa", "mahtavaa", "teille", "sinulle", "itsellesi", "samoin", "suuri", "suuret", "iso", "isot", "tästä", "kaikesta", "ymmärretty",
        "så", "mycket", "för", "hjälpen", "svaret", "det", "snabba", "snabbt", "svar", "din", "er", "hjälp", "ha", "en", "bra", "dag", "trevlig", "helg", "hälsningar", "med", "vänliga", "vänlig", "hälsning", "mvh", "hej", "hejsan", "tusen", "stort", "själv", "detsamma", "toppen", "perfekt", "super", "och", "all", "allt", "fint", "den", "informationen",
        "you", "so", "very", "much", "a", "lot", "for", "your", "the", "help", "quick", "fast", "reply", "answer", "response", "many", "again", "great", "perfect", "kind", "best", "regards", "br", "hi", "hello", "have", "nice", "good", "day", "weekend", "cheers", "all", "information", "support", "service", "too", "really", "appreciate", "appreciated", "it", "this",
    };

    // Beneath these stands a name.
    private static readonly string[] Closings = ["terveisin", "terv", "t", "ystävällisin terveisin", "yt", "hälsningar", "med vänlig hälsning", "med vänliga hälsningar", "vänliga hälsningar", "mvh", "regards", "best regards", "kind regards", "br", "best"];

    /// <summary>Whether the writer's own words are thanks and nothing else.</summary>
    /// <param name="text">The plain text; what it quotes and its signature don't count.</param>
    /// <param name="senderName">The writer's name, which may stand beneath the thanks.</param>
    public static bool Is(string text, string senderName = "")
    {
        var own = WithoutSignedName(QuotedText.Read(text).Own, senderName);
        if (own.Length is 0 or > Longest || own.AsSpan().IndexOfAny('?', '@', '>') >= 0)
            return false;
        var words = own.Split([' ', '\n', '\t', ',', '.', '!', '-', '–', ':', ';', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(IsWord).ToList();
        return words.Count <= MostWords && words.Exists(Thanks.Contains) && words.TrueForAll(word => Thanks.Contains(word) || Around.Contains(word));
    }

    // Smileys and other pictures say nothing more.
    private static bool IsWord(string word) => word.Any(char.IsLetterOrDigit);

    private static string WithoutSignedName(string own, string senderName)
    {
        var lines = own.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        for (var i = 1; i < lines.Count; i++)
        {
            var closing = lines[i].TrimEnd(',', '.', '!');
            if (Array.Exists(Closings, c => c.Equals(closing, StringComparison.OrdinalIgnoreCase)) && lines.Count - i <= 4)
                return string.Join('\n', lines.Take(i));
        }
        return string.Join('\n', lines.Count > 1 && IsNameOf(senderName, lines[^1]) ? lines.SkipLast(1) : lines);
    }

    private static bool IsNameOf(string senderName, string line)
    {
        var names = senderName.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var words = line.Split([' ', '-', '–', ',', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && Array.TrueForAll(words, word => names.Contains(word, StringComparer.OrdinalIgnoreCase) || (word.Length == 1 && char.IsUpper(word[0])));
    }
}
