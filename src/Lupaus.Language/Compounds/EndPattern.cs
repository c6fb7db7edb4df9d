namespace Lupaus.Language.Compounds;

/// <summary>What a word has to end in: "[^aeiouy]da".</summary>
internal sealed class EndPattern
{
    private readonly (string Letters, bool IsNot)[] places;

    private EndPattern((string, bool)[] places) => this.places = places;

    public static EndPattern Read(string pattern)
    {
        var places = new List<(string, bool)>();
        for (var at = 0; at < pattern.Length && pattern != "."; at++)
        {
            var end = pattern[at] == '[' ? pattern.IndexOf(']', at) : -1;
            var isNot = end > 0 && pattern[at + 1] == '^';
            places.Add(end > 0 ? (pattern[(at + (isNot ? 2 : 1))..end], isNot) : (pattern[at] == '.' ? "" : pattern[at].ToString(), pattern[at] == '.'));
            at = Math.Max(at, end);
        }
        return new EndPattern([.. places]);
    }

    public bool Fits(ReadOnlySpan<char> word)
    {
        if (word.Length < places.Length)
            return false;
        for (var i = 0; i < places.Length; i++)
            if (places[i].Letters.Contains(word[word.Length - places.Length + i]) == places[i].IsNot)
                return false;
        return true;
    }
}
