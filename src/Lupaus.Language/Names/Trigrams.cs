namespace Lupaus.Language.Names;

/// <summary>Runs of three letters, a word's beginning counted as two blanks and its end as one: as PostgreSQL's pg_trgm has them.</summary>
internal static class Trigrams
{
    public static IReadOnlyList<string> Of(IEnumerable<string> words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var framed = $"  {word} ";
            for (var i = 0; i + 3 <= framed.Length; i++)
                found.Add(framed.Substring(i, 3));
        }
        return [.. found];
    }
}
