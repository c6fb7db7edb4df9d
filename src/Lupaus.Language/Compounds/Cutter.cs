namespace Lupaus.Language.Compounds;

/// <summary>Cuts a word into the words it is made of: the fewest, and rather long ones than short. What each costs was found by trying.</summary>
internal sealed class Cutter(Lexicon lexicon)
{
    private const int LongestPiece = 24;
    private const double Most = 6;

    /// <summary>Five letters, so that not every name and foreign word is cut that happens to end as a Swedish word is written.</summary>
    private const int ShortestBesideStranger = 5;

    private readonly Beginnings beginnings = new(lexicon);

    /// <summary>A word that the dictionary has; null when it is not made of others that are inflected alike.</summary>
    public List<Piece>? Listed(string lemma, ulong mark)
    {
        if (Exceptions.Wholes.Contains(lemma))
            return null;
        var isVerb = !Marks.IsNoun(mark) && (mark & Marks.Verb) != 0;
        return Best(lemma, isVerb ? Care.Most : Care.More, tail => LastOfListed(tail, mark, lemma)) is { } cut ? Flat(cut) : null;
    }

    /// <summary>A word that it doesn't have, in any of its forms.</summary>
    public List<Piece>? Unlisted(string word) => Best(word, Care.Some, LastOfUnlisted) is { } cut ? Flat(cut) : null;

    private List<string> LastOfListed(string tail, ulong compound, string lemma)
    {
        if (!Exceptions.NoEnds.Contains(tail) && !IsOfVerb(tail, lemma))
            foreach (var mark in lexicon.Of(tail))
                if ((mark & (Marks.Wrong | Marks.Name)) == 0 && IsLongEnough(tail, mark) && new Entry(tail, mark).IsInflectedAs(compound))
                    return [tail];
        return [];
    }

    private static bool IsLongEnough(string tail, ulong mark) =>
        tail.Length > 3 || tail.Length == 3 && (mark & Marks.Joins) != 0 || Exceptions.ShortEnds.Contains(tail);

    /// <summary>"Lagring" is of "lagra", and no kind of ring.</summary>
    private bool IsOfVerb(string tail, string lemma) =>
        tail == "ring" && lexicon.HasVerb(lemma.AsSpan(0, lemma.Length - 3));

    private List<string> LastOfUnlisted(string tail)
    {
        var ends = lexicon.Forms(tail, isLast: true).FindAll(e => !e.IsName && e.Lemma.Length > 2 && !Exceptions.NoEnds.Contains(e.Lemma));
        if (Singular(tail) is { } singular)
            ends.Add(singular);
        var best = ends.Exists(e => e.IsNoun) ? ends.FindAll(e => e.IsNoun) : ends.FindAll(e => e.IsAdjective || e.Lemma.Length > 4);
        return [.. best.Select(e => e.Lemma).Distinct()];
    }

    /// <summary>The dictionary doesn't tell all plurals in -er, as "poster" of "post" and "filer" of "fil".</summary>
    private Entry? Singular(string plural)
    {
        foreach (var ending in (string[])["ernas", "erna", "ers", "er"])
            if (plural.Length > ending.Length + 2 && plural.EndsWith(ending, StringComparison.Ordinal))
                return plural[..^ending.Length] is var word && !Exceptions.NoEnds.Contains(word) && lexicon.Has(word, Marks.IsNoun) ? new Entry(word, Marks.Genitive) : null;
        return null;
    }

    private List<Piece>? Best(string word, Care care, Func<string, List<string>> last)
    {
        var ends = Ends(word, last);
        var lastEnd = Array.FindLastIndex(ends, found => found is not null);
        // Most of what is no Swedish is left here, before anything is tried.
        if (lastEnd < 0)
            return null;
        var strangers = care == Care.Some && Array.FindIndex(ends, found => found is not null) <= word.Length - ShortestBesideStranger;
        Span<double> costs = stackalloc double[word.Length];
        Span<int> from = stackalloc int[word.Length];
        Span<bool> isStrange = stackalloc bool[word.Length];
        costs[1..].Fill(Beginnings.Never);
        var (best, cut) = (Most, 0);
        for (var at = 0; at <= lastEnd; at++)
        {
            if (double.IsPositiveInfinity(costs[at]))
                continue;
            var cost = costs[at] + 1 + Beginnings.Shortness(word.Length - at);
            if (cost < best && ends[at] is not null && (!isStrange[at] || word.Length - at >= ShortestBesideStranger))
                (best, cut) = (cost, at);
            for (var end = at + 2; end <= Math.Min(lastEnd, at + LongestPiece); end++)
                if (beginnings.Price(word, at, end, care, strangers) is var price && costs[at] + price < costs[end])
                    (costs[end], from[end], isStrange[end]) = (costs[at] + price, at, isStrange[at] || price == Beginnings.Stranger);
        }
        if (cut == 0)
            return null;
        var pieces = new List<Piece> { new(word[cut..], ends[cut]!) };
        for (var at = cut; at > 0; at = from[at])
            pieces.Insert(0, new Piece(word[from[at]..at], beginnings.Lemmas(word, from[at], at), from[at] == 0 && isStrange[at]));
        return pieces;
    }

    /// <summary>By each place in the word, the words that may stand from there to its end; null for none.</summary>
    private static List<string>?[] Ends(string word, Func<string, List<string>> last)
    {
        var ends = new List<string>?[word.Length];
        for (var at = Math.Max(2, word.Length - LongestPiece); at < word.Length - 1; at++)
            ends[at] = last(word[at..]) is { Count: > 0 } found ? found : null;
        return ends;
    }

    private List<Piece> Flat(List<Piece> pieces) => [.. pieces.SelectMany(piece => Deeper(piece) ?? [piece])];

    /// <summary>The last of its pieces ends as the whole does: "tågbiljetts" has "tåg" and "biljetts".</summary>
    private List<Piece>? Deeper(Piece piece)
    {
        foreach (var lemma in piece.Lemmas)
            foreach (var mark in lexicon.Of(lemma))
                if ((mark & (Marks.NoWord | Marks.Name)) == 0 && Listed(lemma, mark) is { } inner)
                {
                    var before = inner.Take(inner.Count - 1).Sum(p => p.Form.Length);
                    if (before >= piece.Form.Length)
                        return null;
                    inner[^1] = inner[^1] with { Form = piece.Form[before..] };
                    return inner;
                }
        return null;
    }
}
