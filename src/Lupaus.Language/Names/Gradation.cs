namespace Lupaus.Language.Names;

/// <summary>How a consonant changes before the last vowel when an ending closes the syllable: "virta" → "virran", "lahti" → "lahden", "mäki" → "mäen".</summary>
internal static class Gradation
{
    private static readonly (string Strong, string Weak)[] Changes =
    [
        ("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("nt", "nn"), ("mp", "mm"), ("lt", "ll"), ("rt", "rr"), ("ht", "hd"),
        ("lk", "l"), ("lk", "lj"), ("rk", "r"), ("rk", "rj"), ("hk", "h"), ("k", ""), ("k", "v"), ("p", "v"), ("t", "d"),
    ];

    /// <summary>All that the word might become; nothing where its consonants stay as they are.</summary>
    public static IEnumerable<string> Weaken(string word) =>
        word.Length < 3 || EndsInStable(word) ? [] : Changed(word, Changes);

    /// <summary>The other way, as in "rinne" → "rinteen" and "kangas" → "kankaan".</summary>
    public static IEnumerable<string> Strengthen(string word) => Changed(word, Changes.Where(c => c.Weak != "").Select(c => (c.Weak, c.Strong)));

    private static IEnumerable<string> Changed(string word, IEnumerable<(string From, string To)> changes)
    {
        var before = word[..^1];
        var longest = 0;
        foreach (var (from, to) in changes)
        {
            if (from.Length < longest || !before.EndsWith(from, StringComparison.Ordinal))
                continue;
            longest = from.Length;
            yield return before[..^from.Length] + to + word[^1];
        }
    }

    /// <summary>"Koski", "Koivisto", "Pitkä" keep theirs.</summary>
    private static bool EndsInStable(string word) => word[^3..^1] is "sk" or "st" or "sp" or "tk" or "ts";
}
