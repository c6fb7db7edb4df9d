namespace Lupaus.Language.Detecting;

/// <summary>
/// What the model sees of a word: its runs of one to five letters, the word's beginning and end counted as a letter, and the word as a whole,
/// each hashed to a row of the table. The model is trained by these rows: change anything here and it must be trained anew.
/// </summary>
internal static class WordFeatures
{
    public const int Rows = 57_344;
    public const int LongestWord = 32;
    public const int LongestRun = 5;
    public const int MostRows = LongestRun * (LongestWord + 2) + 1;

    /// <summary>Lower-cases a word into a frame of blanks; tells its length, or 0 when it has nothing that tells a language.</summary>
    public static int Frame(ReadOnlySpan<char> word, Span<char> frame)
    {
        var length = 0;
        frame[length++] = ' ';
        foreach (var letter in word)
        {
            if (length > LongestWord)
                break;
            if (letter is '\u0308' or '\u030a')
                frame[length - 1] = Compose(frame[length - 1], letter);
            else
                frame[length++] = letter is '’' ? '\'' : char.ToLowerInvariant(letter);
        }
        frame[length++] = ' ';
        return length;
    }

    private static char Compose(char letter, char mark) => (letter, mark) switch
    {
        ('a', '\u0308') => 'ä',
        ('o', '\u0308') => 'ö',
        ('u', '\u0308') => 'ü',
        ('a', '\u030a') => 'å',
        _ => letter,
    };

    /// <summary>Fills in the rows of a framed word and tells how many.</summary>
    public static int Of(ReadOnlySpan<char> frame, Span<int> rows)
    {
        var count = 0;
        for (var start = 0; start < frame.Length; start++)
        {
            var hash = 2166136261u;
            var end = Math.Min(frame.Length, start + LongestRun);
            for (var next = start; next < end; next++)
            {
                hash = (hash ^ frame[next]) * 16777619u;
                if (next > start || frame[next] != ' ')
                    rows[count++] = Row(hash);
            }
        }
        if (frame.Length > LongestRun)
            rows[count++] = Row(Whole(frame));
        return count;
    }

    private static uint Whole(ReadOnlySpan<char> frame)
    {
        var hash = 97u;
        foreach (var letter in frame)
            hash = (hash ^ letter) * 16777619u;
        return hash;
    }

    private static int Row(uint hash)
    {
        hash = (hash ^ (hash >> 15)) * 2246822519u;
        hash ^= hash >> 13;
        return (int)(((ulong)hash * Rows) >> 32);
    }
}
