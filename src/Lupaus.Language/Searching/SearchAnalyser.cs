using System.Text;
using Lupaus.Language.Compounds;
using Lupaus.Language.Morphology;
using Lupaus.Language.Stemming;
using Lupaus.Language.Words;

namespace Lupaus.Language.Searching;

/// <summary>
/// Makes search tokens of texts and of what is looked for, the same way. Finnish words go by the dictionary, and by their stems only where
/// it doesn't know them: stems of known words join what doesn't belong together. Swedish words go by both, since their stemmer leaves "fakturan"
/// and "faktura" apart. English words go by their stems. Thread-safe.
/// </summary>
public sealed class SearchAnalyser(Finnish finnish, Swedish swedish)
{
    /// <summary>Grows whenever the same text would give other tokens; the dictionaries have numbers of their own.</summary>
    public const int Version = 2;

    public SearchAnalyser(Finnish finnish) : this(finnish, Swedish.WithoutDictionary)
    {
    }

    private const int LongestWord = 100;

    private static readonly TextLanguage[] all = [TextLanguage.Finnish, TextLanguage.Swedish, TextLanguage.English];

    /// <param name="language">The text's language; <see cref="TextLanguage.Unknown"/> is read as all of them.</param>
    /// <param name="second">Another language that is in it too, if any.</param>
    public IReadOnlyList<SearchToken> Tokens(string text, TextLanguage language, TextLanguage second = TextLanguage.Unknown)
    {
        var languages = language == TextLanguage.Unknown ? all : second == TextLanguage.Unknown || second == language ? [language] : new[] { language, second };
        var tokens = new List<SearchToken>();
        foreach (var span in new WordReader(text))
            if (span.Length <= LongestWord)
                tokens.Add(Token(span, Lower(span.In(text)), languages));
        return tokens;
    }

    /// <summary>What one looks for may be in any language: it is too short to tell.</summary>
    public IReadOnlyList<SearchTerm> Terms(string words, bool isPrefix = false)
    {
        var tokens = Tokens(words, TextLanguage.Unknown);
        return [.. tokens.Select((t, i) => new SearchTerm(t.Surface, Lemmas(t), t.Stems, isPrefix && i == tokens.Count - 1 && t.Span.End == words.Length))];
    }

    private SearchToken Token(TextSpan span, string surface, TextLanguage[] languages)
    {
        var readings = languages.Contains(TextLanguage.Finnish) ? finnish.Readings(surface) : [];
        var swedishReadings = SwedishReadings(surface, languages);
        var lemma = readings.Count > 0 ? readings[0].Lemma : surface;
        return new SearchToken(span, surface, lemma)
        {
            Others = Others(readings, swedishReadings, lemma),
            // What Finnish knows may be no Swedish compound: "kassakone" is none of "kassa" and "kon".
            Parts = Parts(readings, readings.Count > 0 ? [] : swedishReadings, surface, languages),
            Stems = Stems(surface, languages, isKnown: readings.Count > 0),
        };
    }

    private static List<string> Others(IReadOnlyList<Reading> readings, IReadOnlyList<SwedishReading> swedishReadings, string lemma)
    {
        var others = new List<string>();
        foreach (var reading in readings)
        {
            Add(others, reading.Lemma, lemma);
            if (reading.Verb is { } verb)
                Add(others, verb, lemma);
        }
        foreach (var reading in swedishReadings)
            Add(others, reading.Lemma, lemma);
        return others;
    }

    private List<string> Parts(IReadOnlyList<Reading> readings, IReadOnlyList<SwedishReading> swedishReadings, string surface, TextLanguage[] languages)
    {
        var parts = new List<string>();
        foreach (var part in readings.SelectMany(r => r.Parts).Concat(swedishReadings.SelectMany(r => r.Parts)))
            Add(parts, part, null);
        if (surface.AsSpan().ContainsAny('-', ':'))
            AddPieces(parts, surface, languages);
        return parts;
    }

    /// <summary>"Wifi-reitittimemme" is found as two words, and as one, also where no dictionary knows the whole; so is "Kela:n".</summary>
    private void AddPieces(List<string> parts, string surface, TextLanguage[] languages)
    {
        var pieces = surface.Split('-', ':');
        var isInflected = surface.Contains(':');
        foreach (var piece in isInflected ? pieces[..^1] : pieces)
            foreach (var part in Meanings(piece, languages).Prepend(piece))
                Add(parts, part, null);
        if (isInflected)
            return;
        var before = string.Concat(pieces[..^1]);
        foreach (var last in Lemmas(pieces[^1], languages).Prepend(pieces[^1]))
            Add(parts, before + last, null);
    }

    private IEnumerable<string> Meanings(string piece, TextLanguage[] languages) =>
        finnish.Readings(piece).SelectMany(r => r.Parts.Prepend(r.Lemma)).Concat(SwedishReadings(piece, languages).SelectMany(r => r.Parts.Prepend(r.Lemma)));

    private IEnumerable<string> Lemmas(string piece, TextLanguage[] languages) =>
        finnish.Readings(piece).Select(r => r.Lemma).Concat(SwedishReadings(piece, languages).Select(r => r.Lemma));

    /// <summary>Where the language isn't known, a word is taken for Swedish only if all of it is.</summary>
    private IReadOnlyList<SwedishReading> SwedishReadings(string word, TextLanguage[] languages) =>
        !languages.Contains(TextLanguage.Swedish) ? [] :
        languages.Length < all.Length ? swedish.Readings(word) :
        [.. swedish.Readings(word).Where(r => !r.IsGuess)];

    private static List<string> Stems(string surface, TextLanguage[] languages, bool isKnown)
    {
        var stems = new List<string>();
        foreach (var language in languages)
            if (!(isKnown && language == TextLanguage.Finnish) && Stemmer.Of(language) is { } stemmer)
                Add(stems, "~" + stemmer.Stem(surface), null);
        if (!isKnown && languages.Contains(TextLanguage.Finnish) && NenWords.Of(surface) is { } name)
            Add(stems, "~" + name, null);
        return stems;
    }

    private static IReadOnlyList<string> Lemmas(SearchToken token) => [token.Lemma, .. token.Others];

    private static void Add(List<string> words, string word, string? but)
    {
        if (word != but && !words.Contains(word))
            words.Add(word);
    }

    private static string Lower(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        lower.Replace('’', '\'');
        lower.Replace('\u2010', '-');
        lower.Replace('\u2011', '-');
        return lower.ContainsAnyInRange('\u0300', '\u036f') && !lower.ContainsAnyInRange('\ud800', '\udfff') ? lower.ToString().Normalize(NormalizationForm.FormC) : lower.ToString();
    }
}
