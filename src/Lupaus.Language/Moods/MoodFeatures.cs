using Lupaus.Language.Lexicons;
using Lupaus.Language.Words;

namespace Lupaus.Language.Moods;

/// <summary>
/// What <see cref="MoodModel"/> looks at: each word, each pair of words in a row, and each three to five letters in a row, as the number of a row that
/// some of them share. Marks that people feel by (! ? ") are words here, and all numbers are one. Each row counts once in a message.
/// </summary>
internal sealed class MoodFeatures
{
    public const int Rows = 1 << 14;
    private const int LongestWord = 60;
    private const int ShortestPart = 3;
    private const int LongestPart = 5;

    private readonly Action<int, int> take;
    private readonly ulong[] taken = new ulong[Rows / 64];
    private uint before;

    private MoodFeatures(Action<int, int> take) => this.take = take;

    /// <param name="take">Gets the row, and the number of the word that it is first met at.</param>
    public static void Of(string text, List<SaidWord> words, Action<int, int> take)
    {
        var features = new MoodFeatures(take);
        for (var i = 0; i < words.Count; i++)
        {
            features.Word(words[i].Span.In(text), i);
            features.Marks(text, words[i].Span.End, i);
        }
    }

    private void Marks(string text, int at, int word)
    {
        for (; at < text.Length && text[at] != '\n' && !char.IsLetterOrDigit(text[at]); at++)
            if (text[at] is '!' or '?' or '"' or '”')
                Word(text.AsSpan(at, 1), word);
    }

    private void Word(ReadOnlySpan<char> said, int word)
    {
        if (said.Length > LongestWord)
            return;
        Span<char> framed = stackalloc char[said.Length + 2];
        framed[0] = framed[^1] = '_';
        said.ToLowerInvariant(framed[1..^1]);
        if (!framed[1..^1].ContainsAnyExceptInRange('0', '9'))
        {
            framed = framed[..3];
            framed[1] = '#';
            framed[2] = '_';
        }
        var whole = Hash.Start;
        foreach (var letter in framed)
            whole = Hash.With(whole, letter);
        Take(Hash.With(whole, 'w'), word);
        Take(Hash.With(whole, before), word);
        before = whole;
        for (var start = 0; start + ShortestPart <= framed.Length; start++)
            Parts(framed[start..Math.Min(start + LongestPart, framed.Length)], word);
    }

    private void Parts(ReadOnlySpan<char> letters, int word)
    {
        var part = Hash.Start;
        for (var i = 0; i < letters.Length; i++)
        {
            part = Hash.With(part, letters[i]);
            if (i + 1 >= ShortestPart)
                Take(part, word);
        }
    }

    private void Take(uint hash, int word)
    {
        var row = (int)((hash ^ (hash >> 15)) % Rows);
        if ((taken[row / 64] & (1UL << (row % 64))) != 0)
            return;
        taken[row / 64] |= 1UL << (row % 64);
        take(row, word);
    }

    /// <summary>FNV-1a.</summary>
    private static class Hash
    {
        public const uint Start = 2166136261;

        public static uint With(uint hash, uint next) => (hash ^ next) * 16777619;
    }
}
