using Lupaus.Language.Morphology;

namespace Lupaus.Language.Compounds;

/// <summary>
/// Swedish word forms and what they come from and are made of, by Den stora svenska ordlistan (LGPL-3, Göran Andersson and others) as it is written
/// for Hunspell. Thread-safe: one for the whole process. Without a dictionary it answers everything with no readings.
/// </summary>
public sealed class Swedish
{
    private const int LongestWord = 45;

    private readonly Lexicon? lexicon;
    private readonly Cutter? cutter;
    private readonly RecentWords<SwedishReading[]> recent = new();

    private Swedish(Lexicon? lexicon, string version) => (this.lexicon, cutter, Version) = (lexicon, lexicon is null ? null : new Cutter(lexicon), version);

    public static Swedish WithoutDictionary { get; } = new(null, "");

    public bool HasDictionary => lexicon is not null;

    /// <summary>A number that changes with the dictionary's words, which is part of what an index was made with; empty without one.</summary>
    public string Version { get; }

    /// <param name="dic">The .dic file, in UTF-8; the .aff file lies beside it.</param>
    /// <exception cref="FormatException">The file is no dictionary of the kind we read.</exception>
    /// <exception cref="IOException">It could not be read.</exception>
    public static Swedish From(string dic)
    {
        var words = HunspellFile.Words(File.ReadAllText(dic));
        return new Swedish(new Lexicon(words, HunspellFile.Endings(File.ReadLines(Path.ChangeExtension(dic, ".aff")))), words.Version);
    }

    /// <summary>
    /// All readings of a word, in any case; none when neither it nor what it seems to be made of is known. A word of more than 45 letters, or
    /// with anything but letters, is not looked at.
    /// </summary>
    public IReadOnlyList<SwedishReading> Readings(ReadOnlySpan<char> word)
    {
        if (lexicon is null || word.Length is < 2 or > LongestWord)
            return [];
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return recent.Find(lower) is { } known ? known : recent.Keep(lower.ToString(), Look(lower.ToString()));
    }

    /// <summary>Without asking what was found before.</summary>
    internal SwedishReading[] Look(string word)
    {
        if (!word.All(char.IsLetter) || Exceptions.Common.Contains(word))
            return [];
        var readings = new List<SwedishReading>();
        foreach (var entry in lexicon!.Forms(word))
            Add(readings, entry.Lemma, entry.IsName ? null : cutter!.Listed(entry.Lemma, entry.Mark));
        if (readings.Count == 0 && cutter!.Unlisted(word) is { } pieces)
            foreach (var lemma in Joined(pieces, 0, pieces.Count - 1))
                Add(readings, lemma, pieces);
        return [.. readings];
    }

    private static void Add(List<SwedishReading> readings, string lemma, List<Piece>? pieces)
    {
        if (readings.FindIndex(r => r.Lemma == lemma) is var known and >= 0)
        {
            if (pieces is not null && readings[known].Parts.Count == 0)
                readings[known] = new SwedishReading(lemma, Spans(pieces));
            return;
        }
        readings.Add(pieces is null ? new SwedishReading(lemma, []) : new SwedishReading(lemma, Spans(pieces), pieces.Exists(p => p.IsStranger)));
    }

    private static List<string> Spans(List<Piece> pieces) =>
    [
        .. Enumerable.Range(0, pieces.Count).SelectMany(first => Enumerable.Range(first, pieces.Count - first).Where(last => last - first < pieces.Count - 1)
            .SelectMany(last => Joined(pieces, first, last))).Distinct(),
    ];

    private static IEnumerable<string> Joined(List<Piece> pieces, int first, int last)
    {
        var before = string.Concat(pieces.Skip(first).Take(last - first).Select(p => p.Form));
        return pieces[last].Lemmas.Select(lemma => before + lemma);
    }
}
