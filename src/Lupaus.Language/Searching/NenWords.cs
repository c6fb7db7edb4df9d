namespace Lupaus.Language.Searching;

/// <summary>
/// Names in -nen that no dictionary knows: Testinen, Testisen, Testiselle. Snowball's stemmer, which doesn't change letters within a word, leaves
/// them apart (Iso suomen kielioppi, 2004, section 69: the word type "nainen").
/// </summary>
internal static class NenWords
{
    private const int ShortestRoot = 3;

    /// <summary>How the word goes on after its root: se- with its endings, and the consonant stem before -ta and -tä.</summary>
    private static readonly string[] endings =
        ["nen", "sen", "sessa", "sestä", "sessä", "sesta", "seen", "sella", "sellä", "selta", "seltä", "selle", "sena", "senä", "seksi", "sta", "stä", "set", "sten", "sia", "siä", "sille", "silla", "sillä", "silta", "siltä"];

    /// <summary>The name's first form, as it would be; null for a word that can't be such a name.</summary>
    public static string? Of(string word)
    {
        foreach (var ending in endings)
            if (word.Length >= ShortestRoot + ending.Length && word.EndsWith(ending, StringComparison.Ordinal) && "iaäoöuy".Contains(word[^(ending.Length + 1)]))
                return string.Concat(word.AsSpan(0, word.Length - ending.Length), "nen");
        return null;
    }
}
