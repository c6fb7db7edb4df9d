namespace Lupaus.Language.Morphology;

/// <summary>Pieces of a word put together: earlier ones as they stand in it, the last by its lemma.</summary>
internal static class Compound
{
    /// <summary>So that a long chain of parts doesn't fill an index with its spans.</summary>
    private const int MostPieces = 6;

    public static string Lemma(IReadOnlyList<(string Letters, string Lemma)> pieces) => Span(pieces, 0, pieces.Count - 1);

    /// <summary>Every contiguous span but the whole. Hyphens at its ends belong to the joint.</summary>
    public static IReadOnlyList<string> Parts(IReadOnlyList<(string Letters, string Lemma)> pieces)
    {
        if (pieces.Count < 2)
            return [];
        var parts = new List<string>();
        var first = Math.Max(0, pieces.Count - MostPieces);
        for (var from = first; from < pieces.Count; from++)
            for (var to = from; to < pieces.Count; to++)
                if ((from > 0 || to < pieces.Count - 1) && Span(pieces, from, to).Trim('-') is { Length: > 0 } part && !parts.Contains(part))
                    parts.Add(part);
        return parts;
    }

    private static string Span(IReadOnlyList<(string Letters, string Lemma)> pieces, int from, int to)
    {
        if (from == to)
            return pieces[to].Lemma.ToLowerInvariant();
        var letters = string.Concat(pieces.Skip(from).Take(to - from).Select(p => p.Letters));
        return string.Concat(letters, pieces[to].Lemma).ToLowerInvariant();
    }
}
