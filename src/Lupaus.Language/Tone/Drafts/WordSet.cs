using System.Collections.Frozen;

namespace Lupaus.Language.Tone.Drafts;

/// <summary>Words in any case; one that ends in "*" stands for all that begin so.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> whole;
    private readonly string[] beginnings;

    public WordSet(string words, char between = ' ')
    {
        var all = words.Split(between);
        Whole = [.. all.Where(word => !word.EndsWith('*'))];
        beginnings = [.. all.Where(word => word.EndsWith('*')).Select(word => word[..^1])];
        whole = Whole.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> Whole { get; }

    public bool HasBeginnings => beginnings.Length > 0;

    public bool Has(ReadOnlySpan<char> word)
    {
        if (whole.Contains(word))
            return true;
        foreach (var beginning in beginnings)
            if (word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
