using System.Buffers;

namespace Lupaus.Language.Compounds;

/// <summary>What compounds begin with, up to their last word.</summary>
internal sealed class Beginnings(Lexicon lexicon)
{
    public const double Never = double.PositiveInfinity;

    /// <summary>A company's or a product's name, say.</summary>
    public const double Stranger = 3;

    private const double Short = 2;
    private const double Prefix = 1.5;

    /// <summary>A noun that isn't said to begin compounds.</summary>
    private const double Unmarked = 1.4;

    /// <summary>A verb without its -a: "laddkabel".</summary>
    private const double Verb = 1.6;

    private static readonly SearchValues<char> vowels = SearchValues.Create("aeiouyåäö");

    public static double Shortness(int length) => length switch { 2 => 1, 3 => 0.5, 4 => 0.1, _ => 0 };

    /// <summary>What it costs to take the stretch for one; <see cref="Never"/> when it can't be.</summary>
    public double Price(string word, int at, int end, Care care, bool strangers)
    {
        var form = word.AsSpan(at, end - at);
        if (form.Length == 2)
            return at == 0 && Exceptions.ShortBeginnings.Contains(form) ? Short : Never;
        if (Exceptions.Prefixes.Contains(form))
            return care == Care.Some && at == 0 ? Prefix : Never;
        if (Exceptions.Beginnings.ContainsKey(form))
            return 1;
        if (lexicon.Begins(form, names: form.Length > 4) || IsDoubled(word, end) && lexicon.Begins($"{form}{word[end]}", names: false))
            return 1 + Shortness(form.Length);
        if (care < Care.Most && lexicon.Has(form, Marks.IsNoun))
            return Unmarked + Shortness(form.Length);
        if (care < Care.Most && form.Length > 3 && lexicon.HasVerb(form))
            return Verb;
        return strangers && at == 0 && form.Length > 3 && form.ContainsAny(vowels) ? Stranger : Never;
    }

    /// <summary>The words that it may be.</summary>
    public List<string> Lemmas(string word, int at, int end)
    {
        var form = word[at..end];
        if (Exceptions.Beginnings.TryGetValue(form, out var lemma))
            return [lemma];
        var entries = new List<Entry>();
        if (lexicon.Begins(form, names: form.Length > 4))
            entries.AddRange(lexicon.Beginnings(form));
        if (IsDoubled(word, end) && lexicon.Begins(form + word[end], names: false))
            entries.AddRange(lexicon.Beginnings(form + word[end]));
        if (entries.Count == 0 && !lexicon.Has(form, Marks.IsNoun) && lexicon.HasVerb(form))
            entries.Add(new Entry(form + "a", 0));
        if (entries.Count > 0)
            return [.. entries.Select(e => e.Lemma).Distinct()];
        return form.Length > 4 && form[^1] == 's' && !lexicon.Has(form, Marks.IsNoun) ? [form, form[..^1]] : [form];
    }

    /// <summary>Of three equal letters one is not written: "buss" and "sida" are "bussida".</summary>
    private static bool IsDoubled(string word, int end) => word[end] == word[end - 1] && !vowels.Contains(word[end]);
}

/// <summary>How sure one has to be. A word that is listed is one as it is, and verbs are seldom compounds.</summary>
internal enum Care { Some, More, Most }
