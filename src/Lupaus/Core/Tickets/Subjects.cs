namespace Lupaus.Core.Tickets;

/// <summary>
/// Whether what a mail is called tells of quite another matter. One word in common is enough to doubt it, and words are compared
/// by how they begin, with each letter once, since Finnish and Swedish bend their ends ("lippu", "lipun").
/// </summary>
public static class Subjects
{
    private const int Shortest = 4;
    private const int Beginning = 4;

    /// <summary>Said of anything.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "asia", "asiasta", "aihe", "aihetta", "heippa", "hyvää", "huomenta", "iltaa", "kiitokset", "kiitoksia", "kiitos", "kiitti", "kysymys", "liite", "moikka", "päivää", "terve", "tervehdys", "tiedoksi", "viesti", "vastaus",
        "angående", "bilaga", "fråga", "goddag", "hejsan", "mejl", "meddelande", "svar", "tack", "ämne", "ärende", "inget",
        "about", "attachment", "good", "hello", "mail", "message", "morning", "much", "question", "reply", "subject", "thank", "thanks", "very", "you", "your",
    };

    /// <param name="subject">As it is without "Re:" and reference.</param>
    /// <param name="known">What the matter is called, and has been. A subject that goes on from one of these, as those of our letters do, is no other.</param>
    public static bool IsAnother(string subject, IEnumerable<string> known)
    {
        var telling = TellingOf(subject);
        return telling.Length > 0 && !known.Any(k => Plain(subject).Contains(Plain(k), StringComparison.Ordinal) || TellingOf(k).Intersect(telling).Any());
    }

    public static bool AreTheSame(string one, string other) => Plain(one) == Plain(other);

    private static string[] TellingOf(string subject) => [.. Plain(subject).Split(' ').Where(w => w.Length >= Shortest && !Common.Contains(w)).Select(BeginningOf)];

    private static string BeginningOf(string word) => string.Concat(word.Where((letter, at) => at == 0 || letter != word[at - 1])).CutTo(Beginning);

    /// <summary>Its words alone, each with a space before and after.</summary>
    private static string Plain(string subject)
    {
        var letters = subject.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray();
        return $" {string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries))} ";
    }
}
