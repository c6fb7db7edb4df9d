namespace Lupaus.Language.Tone.Drafts;

/// <summary>
/// Finds wordings in a draft, the longest at each place. A pattern's words are parted by spaces, words that may stand in the same place by "/";
/// "selvit*" is any word that begins so; ".." leaves room for up to four words without a comma. Patterns themselves are parted by "|".
/// </summary>
internal sealed class PatternList<T>
{
    private const string Room = "..";
    private const int MostBetween = 4;

    private readonly Dictionary<string, List<Pattern>> byFirst = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Pattern> byBeginning = [];

    public bool IsEmpty => byFirst.Count == 0 && byBeginning.Count == 0;

    public void Add(string patterns, T value)
    {
        foreach (var pattern in patterns.Split('|'))
            Add(new Pattern([.. pattern.Split(' ').Select(word => word == Room ? null : new WordSet(word, '/'))], value));
    }

    public List<(int First, int Last, T Value)> In(Draft draft)
    {
        var found = new List<(int, int, T)>();
        var lookup = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < draft.Count; at++)
        {
            var best = (Last: -1, Value: default(T)!);
            if (lookup.TryGetValue(draft.Word(at), out var alike))
                Longest(draft, at, alike, ref best);
            Longest(draft, at, byBeginning, ref best);
            if (best.Last < 0)
                continue;
            found.Add((at, best.Last, best.Value));
            at = best.Last;
        }
        return found;
    }

    private void Add(Pattern pattern)
    {
        var first = pattern.Words[0]!;
        foreach (var word in first.Whole)
        {
            if (!byFirst.TryGetValue(word, out var alike))
                byFirst[word] = alike = [];
            alike.Add(pattern);
        }
        if (first.HasBeginnings)
            byBeginning.Add(pattern);
    }

    private static void Longest(Draft draft, int at, List<Pattern> patterns, ref (int Last, T Value) best)
    {
        foreach (var pattern in patterns)
            if (pattern.Words[0]!.Has(draft.Word(at)) && End(draft, at, pattern.Words) is var last && last > best.Last)
                best = (last, pattern.Value);
    }

    /// <summary>The last word of the wording that begins here, or -1.</summary>
    private static int End(Draft draft, int at, WordSet?[] words)
    {
        var last = at;
        for (var i = 1; i < words.Length && last >= 0; i++)
            last = words[i] is { } word ? Next(draft, last, word, 0) : Next(draft, last, words[++i]!, MostBetween);
        return last;
    }

    private static int Next(Draft draft, int last, WordSet word, int mostBetween)
    {
        for (var at = last + 1; at <= last + 1 + mostBetween && at < draft.Count && draft.IsSameSentence(last, at); at++)
        {
            if (word.Has(draft.Word(at)))
                return at;
            if (!draft.RunsOn(at - 1))
                return -1;
        }
        return -1;
    }

    private sealed record Pattern(WordSet?[] Words, T Value);
}
