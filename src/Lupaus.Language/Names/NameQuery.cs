namespace Lupaus.Language.Names;

/// <summary>What somebody has typed to find a person, "Virtasen Maijan" or "lindstrom", read once to be compared with many.</summary>
public sealed class NameQuery
{
    private const int MostWords = 6;

    private NameQuery(string query)
    {
        Words = [.. NameWord.AllOf(query).Take(MostWords).OrderByDescending(word => word.Folded.Length)];
        Joined = string.Concat(NameWord.AllOf(query).Take(MostWords).Select(word => word.Folded));
        Stems = [.. Words.SelectMany(word => word.Spellings).SelectMany(StemsOf).Distinct()];
        Trigrams = Names.Trigrams.Of(Words.SelectMany(word => word.Spellings));
    }

    /// <summary>What the words might be forms of: the person asked for rightly has one of these among <see cref="NameKeys.Stems"/>.</summary>
    public IReadOnlyList<string> Stems { get; }

    /// <summary>The same for each word by itself, the longest word first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> StemsOfWords => [.. Words.Select(word => word.Spellings.SelectMany(StemsOf).Distinct().ToArray())];

    /// <summary>How each word may stand at the beginning of a name's, for those who haven't typed all of it.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Beginnings => [.. Words.Select(word => word.Spellings)];

    /// <summary>To find those that were asked for wrongly: take the people who share the most of these.</summary>
    public IReadOnlyList<string> Trigrams { get; }

    /// <summary>The longest first.</summary>
    internal IReadOnlyList<NameWord> Words { get; }

    /// <summary>All of it in one word: "hautaaho" is asked for, and "hauta aho".</summary>
    internal string Joined { get; }

    public static NameQuery Of(string query) => new(query);

    private static IEnumerable<string> StemsOf(string word)
    {
        for (var length = word.Length; length > 1; length--)
            if (NameEndings.Contain(word.AsSpan(length)))
                yield return word[..length];
    }
}
