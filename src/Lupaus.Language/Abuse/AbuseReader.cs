using Lupaus.Language.Lexicons;
using Lupaus.Language.Morphology;

namespace Lupaus.Language.Abuse;

/// <summary>
/// Finds swearing, insults and threats by short lists of our own, so that somebody can look. It knows words, not what is meant: it says
/// what it saw and decides nothing. Thread-safe; takes time in proportion to the text's length.
/// </summary>
public sealed class AbuseReader(Finnish finnish)
{
    private readonly Lexicon finnishWords = Lexicon.Load("abuse.fi.tsv", TextLanguage.Finnish, finnish);
    private readonly Lexicon swedishWords = Lexicon.Load("abuse.sv.tsv", TextLanguage.Swedish, finnish);
    private readonly Lexicon englishWords = Lexicon.Load("abuse.en.tsv", TextLanguage.English, finnish);

    /// <param name="language">The text's language; <see cref="TextLanguage.Unknown"/> is read as each, and the worst is told.</param>
    public AbuseFound Read(string text, TextLanguage language) => language switch
    {
        TextLanguage.Finnish => Read(text, finnishWords),
        TextLanguage.Swedish => Read(text, swedishWords),
        TextLanguage.English => Read(text, englishWords),
        _ => new[] { Read(text, finnishWords), Read(text, swedishWords), Read(text, englishWords) }.MaxBy(found => found.Level)!,
    };

    private static AbuseFound Read(string text, Lexicon lexicon)
    {
        var evidence = new List<AbuseEvidence>();
        foreach (var found in lexicon.FoundIn(SaidWords.Of(text, lexicon.Keys)))
            if (LevelOf(found.Phrase.Label) is not AbuseLevel.None and var level)
                evidence.Add(new AbuseEvidence(found.Span, level));
        return new AbuseFound(evidence.Count == 0 ? AbuseLevel.None : evidence.Max(e => e.Level), evidence);
    }

    /// <summary>A lexicon's "none" is a saying that only sounds bad: its words count for nothing else.</summary>
    private static AbuseLevel LevelOf(string label) => label switch
    {
        "swearing" => AbuseLevel.Swearing,
        "insult" => AbuseLevel.Insult,
        "threat" => AbuseLevel.Threat,
        _ => AbuseLevel.None,
    };
}
