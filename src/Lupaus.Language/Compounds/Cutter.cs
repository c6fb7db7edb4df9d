using System.Buffers;

namespace Lupaus.Language.Compounds;

/// <summary>Cuts a word into the words it is made of: the fewest, and rather long ones than short. What each costs was found by trying.</summary>
internal sealed class Cutter(Lexicon lexicon)
{
    private const int LongestPiece = 24;
    private const double Never = double.PositiveInfinity;
    private const double Most = 6;

    private static readonly SearchValues<char> vowels = SearchValues.Create("aeiouyåäö");

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
                if ((mark & (Marks.Wrong | Marks.Name)) == 0 && (tail.Length > 3 || tail.Length == 3 && (mark & Marks.Joins) != 0 || Exceptions.ShortEnds.Contains(tail)) && new Entry(tail, mark).IsInflectedAs(compound))
                    return [tail];
        return [];
    }

    /// <summary>"Lagring" is of "lagra", and no kind of ring.</summary>
    private bool IsOfVerb(string tail, string lemma) =>
        tail == "ring" && lexicon.Has($"{lemma.AsSpan(0, lemma.Length - 3)}a", mark => (mark & Marks.Verb) != 0);

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
        Span<double> costs = stackalloc double[word.Length + 1];
        Span<int> from = stackalloc int[word.Length + 1];
        costs.Fill(Never);
        costs[0] = 0;
        var (best, cut, tail) = (Most, 0, default(List<string>));
        for (var at = 0; at < word.Length - 1; at++)
        {
            if (costs[at] == Never)
                continue;
            var cost = costs[at] + 1 + Shortness(word.Length - at);
            // Who is a stranger here needs better company: a word of five letters.
            if (costs[at] >= Prices.Stranger && word.Length - at < 5)
                cost += 1;
            if (at > 0 && cost < best && last(word[at..]) is { Count: > 0 } ends)
                (best, cut, tail) = (cost, at, ends);
            for (var end = at + 2; end <= Math.Min(word.Length - 2, at + LongestPiece); end++)
                if (costs[at] + Price(word, at, end, care) is var price && price < costs[end])
                    (costs[end], from[end]) = (price, at);
        }
        if (tail is null)
            return null;
        var pieces = new List<Piece> { new(word[cut..], tail) };
        for (var at = cut; at > 0; at = from[at])
            pieces.Insert(0, new Piece(word[from[at]..at], Lemmas(word, from[at], at)));
        return pieces;
    }

    private double Price(string word, int at, int end, Care care)
    {
        var form = word.AsSpan(at, end - at);
        if (form.Length == 2)
            return at == 0 && Exceptions.ShortBeginnings.Contains(form) ? Prices.Short : Never;
        if (Exceptions.Prefixes.Contains(form))
            return care == Care.Some ? Prices.Prefix : Never;
        if (Exceptions.Beginnings.ContainsKey(form))
            return 1;
        if (lexicon.Begins(form, names: form.Length > 4) || IsDoubled(word, end) && lexicon.Begins($"{form}{word[end]}", names: false))
            return 1 + Shortness(form.Length);
        if (care < Care.Most && lexicon.Has(form, Marks.IsNoun))
            return Prices.Unmarked + Shortness(form.Length);
        if (care < Care.Most && form.Length > 3 && lexicon.Has($"{form}a", mark => (mark & Marks.Verb) != 0))
            return Prices.Verb;
        return care == Care.Some && at == 0 && form.Length > 3 && form.ContainsAny(vowels) ? Prices.Stranger : Never;
    }

    private List<string> Lemmas(string word, int at, int end)
    {
        var form = word[at..end];
        if (Exceptions.Beginnings.TryGetValue(form, out var lemma))
            return [lemma];
        var entries = new List<Entry>();
        if (lexicon.Begins(form, names: form.Length > 4))
            entries.AddRange(lexicon.Beginnings(form));
        if (IsDoubled(word, end) && lexicon.Begins(form + word[end], names: false))
            entries.AddRange(lexicon.Beginnings(form + word[end]));
        if (entries.Count == 0 && !lexicon.Has(form, Marks.IsNoun) && lexicon.Has(form + "a", mark => (mark & Marks.Verb) != 0))
            entries.Add(new Entry(form + "a", 0));
        return entries.Count == 0 ? [form] : [.. entries.Select(e => e.Lemma).Distinct()];
    }

    /// <summary>Of three equal letters one is not written: "buss" and "sida" are "bussida".</summary>
    private static bool IsDoubled(string word, int end) => word[end] == word[end - 1] && !vowels.Contains(word[end]);

    private static double Shortness(int length) => length switch { 2 => 1, 3 => 0.5, 4 => 0.1, _ => 0 };

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

    /// <summary>A word that is listed is one as it is, and verbs are seldom compounds.</summary>
    private enum Care { Some, More, Most }

    private static class Prices
    {
        public const double Short = 2;
        public const double Prefix = 1.5;

        /// <summary>A noun that isn't said to begin compounds.</summary>
        public const double Unmarked = 1.4;

        /// <summary>A verb without its -a: "laddkabel".</summary>
        public const double Verb = 1.6;

        /// <summary>A company's or a product's name, say.</summary>
        public const double Stranger = 3;
    }
}
