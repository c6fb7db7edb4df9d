using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Scanning;

/// <summary>All known words, found in any case, with ä, ö and å as a and o too: not everyone has the keys.</summary>
internal sealed class Vocabulary
{
    private const int Longest = 40;
    private readonly Dictionary<string, KnownWord> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownWord>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    public Vocabulary() => bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public IEnumerable<KnownWord> All => words.Values.Distinct();

    public KnownWord Learn(string word) => words.TryGetValue(word, out var known) ? known : words[word] = new KnownWord(word);

    /// <summary>After all is learnt, so that a word of its own ("for") is never taken for another without its dots ("för").</summary>
    public void LearnWithoutDots()
    {
        foreach (var (word, known) in words.ToList())
            words.TryAdd(word.Replace('ä', 'a').Replace('ö', 'o').Replace('å', 'a'), known);
    }

    public KnownWord? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            return null;
        if (bySpan.TryGetValue(word, out var known))
            return known;
        if (word.ContainsAny('\u0308', '\u030a'))
            return Find(Composed(word));
        return PastTense.Sounds(word) ? PastTense.Unlisted : null;
    }

    /// <summary>Some write ä as a and its dots. (String.Normalize would throw at half a character.)</summary>
    private static string Composed(ReadOnlySpan<char> word) =>
        word.ToString().Replace("a\u0308", "ä").Replace("o\u0308", "ö").Replace("a\u030a", "å")
            .Replace("A\u0308", "Ä").Replace("O\u0308", "Ö").Replace("A\u030a", "Å").Replace("\u0308", "").Replace("\u030a", "");
}
