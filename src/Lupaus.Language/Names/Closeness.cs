namespace Lupaus.Language.Names;

/// <summary>How many letters must be put in, left out, changed or swapped with their neighbour to make one word another (Damerau 1964, each place touched once).</summary>
internal static class Closeness
{
    public static int Distance(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var width = other.Length + 1;
        Span<int> rows = stackalloc int[3 * (2 * NameWord.Longest + 1)];
        if (3 * width > rows.Length)
            return Math.Max(one.Length, other.Length);
        var before = rows[..width];
        var above = rows.Slice(width, width);
        var row = rows.Slice(2 * width, width);
        for (var j = 0; j < width; j++)
            above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            var free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[^1];
    }

    /// <summary>1 when they are the same, 0 when nothing is.</summary>
    public static double Of(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        one.IsEmpty || other.IsEmpty ? 0 : 1 - (double)Distance(one, other) / Math.Max(one.Length, other.Length);
}
