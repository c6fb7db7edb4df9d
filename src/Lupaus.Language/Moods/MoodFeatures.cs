using Lupaus.Language.Lexicons;
using Lupaus.Language.Words;

namespace Lupaus.Language.Moods;

/// <summary>
/// What <see cref="MoodModel"/> looks at: each word, each pair of words in a row, and each three to five letters in a row, as the number of a row that
/// some of them share. Marks that people feel by (! ? ") are words here, and all numbers are one. Each row counts once in a message.
/// </summary>
internal ref struct MoodFeatures
{
    public const int Rows = 1 << 14;
    private const int LongestWord = 60;
    private const int ShortestPart = 3;
    private const int LongestPart = 5;

    private readonly List<MoodFeature> features;
    private readonly Span<ulong> taken;
    private uint before;

    private MoodFeatures(Span<ulong> taken, List<MoodFeature> features)
    {
        this.taken = taken;
        this.features = features;
    }

    /// <param name="features">Gets them in the text's order.</param>
    public static void Of(string text, List<SaidWord> words, List<MoodFeature> features)
    {
        Span<ulong> taken = stackalloc ulong[Rows / 64];
        taken.Clear();
        var reading = new MoodFeatures(taken, features);
        for (var i = 0; i < words.Count; i++)
        {
            reading.Word(words[i].Span.In(text), i);
            reading.Marks(text, words[i].Span.End, i);
        }
    }

    private void Marks(string text, int at, int word)
    {
        for (; at < text.Length && text[at] != '\n' && !char.IsLetterOrDigit(text[at]); at++)
            if (text[at] is '!' or '?' or '"' or '”')
                Word(text.AsSpan(at, 1), word);
    }

    private void Word(scoped ReadOnlySpan<char> said, int word)
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
            Parts(framed[start..], word);
    }

    private void Parts(scoped ReadOnlySpan<char> letters, int word)
    {
        var part = Hash.With(Hash.With(Hash.Start, letters[0]), letters[1]);
        for (var i = ShortestPart - 1; i < letters.Length && i < LongestPart; i++)
            Take(part = Hash.With(part, letters[i]), word);
    }

    private void Take(uint hash, int word)
    {
        var row = (int)((hash ^ (hash >> 15)) & (Rows - 1));
        ref var bits = ref taken[row >> 6];
        var bit = 1UL << row;
        if ((bits & bit) != 0)
            return;
        bits |= bit;
        features.Add(new MoodFeature(row, word));
    }

    /// <summary>FNV-1a.</summary>
    private static class Hash
    {
        public const uint Start = 2166136261;

        public static uint With(uint hash, uint next) => (hash ^ next) * 16777619;
    }
}

/// <param name="Word">The number of the word where it is first met.</param>
internal readonly record struct MoodFeature(int Row, int Word);
