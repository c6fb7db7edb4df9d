namespace Lupaus.Work.Merging;

/// <summary>
/// Whether two messages seem to be about the same matter: how many of their telling words they share. Words are compared
/// by how they begin, since Finnish and Swedish bend their ends ("lippu", "lippuni", "lippua").
/// </summary>
public static class Likeness
{
    private const int Shortest = 4;
    private const int Beginning = 5;
    private const int MostWords = 60;
    private const int FewestShared = 2;
    private const double Enough = 0.4;

    /// <summary>Said in every other message, whatever it is about.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "asia", "asiaa", "ettei", "että", "etten", "hyvää", "huome", "heipp", "joten", "kanss", "kiito", "kiitt", "koska", "kuink", "kuite", "minun", "minul", "minut", "minä", "mutta",
        "myös", "ollut", "olisi", "onko", "pitäi", "päivä", "sitte", "sinun", "tämä", "tänää", "terve", "teidä", "teill", "vaan", "vasta", "vielä", "viest", "voisi", "voitt", "ystäv",
        "också", "detta", "eller", "från", "finns", "hejsa", "hälsn", "inte", "kunde", "mitt", "något", "skull", "tack", "till", "vill", "vänli", "återk",
        "about", "again", "been", "could", "dear", "from", "have", "hello", "pleas", "regar", "thank", "that", "there", "they", "this", "what", "when", "which", "with", "would", "your",
    };

    /// <summary>The share of the shorter one's telling words that the other has too: 0 to 1.</summary>
    public static double Of(string one, string other) => Share(WordsOf(one), WordsOf(other));

    /// <summary>At least two words in common, and two in five.</summary>
    public static bool AreAlike(string one, string other)
    {
        var (mine, theirs) = (WordsOf(one), WordsOf(other));
        return mine.Count(theirs.Contains) >= FewestShared && Share(mine, theirs) >= Enough;
    }

    private static double Share(HashSet<string> mine, HashSet<string> theirs)
    {
        var fewer = Math.Min(mine.Count, theirs.Count);
        return fewer == 0 ? 0 : (double)mine.Count(theirs.Contains) / fewer;
    }

    private static HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Cleaned().ToLowerInvariant().Split([.. " \n\t.,;:!?()[]\"'”’/-–…*"], StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count == MostWords)
                break;
            var beginning = word.CutTo(Beginning);
            if (word.Length >= Shortest && !Common.Contains(beginning))
                words.Add(beginning);
        }
        return words;
    }
}
