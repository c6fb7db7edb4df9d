using System.Text;

namespace Lupaus.Language.Morphology;

/// <summary>
/// Finnish word forms and what they come from, by Voikko's dictionary (voikko-fi, GPL-2.0-or-later), read by our own code. Thread-safe: one
/// for the whole process. Without a dictionary it answers everything with no readings.
/// </summary>
public sealed class Finnish
{
    private readonly Transducer? transducer;
    private readonly RecentWords<Reading[]> recent = new();

    private Finnish(Transducer? transducer) => this.transducer = transducer;

    public static Finnish WithoutDictionary { get; } = new(null);

    public bool HasDictionary => transducer is not null;

    /// <exception cref="FormatException">The file is no dictionary of the kind we read.</exception>
    /// <exception cref="IOException">It could not be read.</exception>
    public static Finnish From(string file) => new(Transducer.Read(File.ReadAllBytes(file)));

    /// <summary>
    /// All readings of a word, in the dictionary's order; none when it isn't known. Case doesn't matter: "helsinkiin" is read as the town's name
    /// too. A word of more than 100 characters is not looked at.
    /// </summary>
    public IReadOnlyList<Reading> Readings(ReadOnlySpan<char> word)
    {
        if (transducer is null || word.Length is 0 or > Walk.MostLetters)
            return [];
        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return recent.Find(lower) is { } known ? known : recent.Keep(lower.ToString(), Look(lower));
    }

    /// <summary>Without asking what was found before.</summary>
    internal Reading[] Look(ReadOnlySpan<char> word)
    {
        var readings = new ReadingList(transducer!);
        if (word.ContainsAnyInRange('\u0300', '\u036f') && !word.ContainsAnyInRange('\ud800', '\udfff'))
            word = word.ToString().Normalize(NormalizationForm.FormC);
        Walk.All(transducer!, word, readings);
        return readings.Readings;
    }

    internal ReadOnlySpan<Cell> Ways(int state) => transducer!.State(state);

    /// <summary>What the transducer writes in, for comparing.</summary>
    internal string[] Symbols => transducer!.Symbols;

    internal void Paths(ReadOnlySpan<char> word, IPaths paths) => Walk.All(transducer!, word, paths);
}
