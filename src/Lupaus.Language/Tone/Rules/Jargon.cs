using Lupaus.Language.Morphology;
using Lupaus.Language.Stemming;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// The house's own words. A Finnish word goes by its dictionary forms and the parts of a compound, one that the dictionary doesn't know by its beginning;
/// Swedish and English by stems. The plain word is offered in place only where the jargon stands as it is on the list: we don't inflect it.
/// </summary>
internal sealed class Jargon(IReadOnlyList<JargonWord> words) : IToneRule
{
    private const int ShortestStem = 5;

    public IEnumerable<ToneMark> In(Draft draft)
    {
        foreach (var jargon in words.Where(jargon => !string.IsNullOrWhiteSpace(jargon.Word)))
        {
            var whole = new PatternList<bool>();
            whole.Add(string.Join(' ', jargon.Word.Replace('|', ' ').Replace('/', ' ').Replace("*", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } word ? word : "\0", true);
            foreach (var (first, last, _) in whole.In(draft))
                yield return Mark(draft, first, last, jargon) with { Instead = Like(draft, first, jargon) };
            for (var at = 0; at < draft.Count && !jargon.Word.Contains(' '); at++)
                if (!draft.Word(at).Equals(jargon.Word, StringComparison.OrdinalIgnoreCase) && IsForm(draft, at, jargon.Word))
                    yield return Mark(draft, at, at, jargon);
        }
    }

    private static ToneMark Mark(Draft draft, int first, int last, JargonWord jargon) =>
        new("jargon", draft.Span(first, last), "tone.jargon.why") { PlainWord = jargon.PlainWord };

    /// <summary>"SLA" has its capitals wherever it stands, so there only the beginning of a sentence asks for one.</summary>
    private static string? Like(Draft draft, int at, JargonWord jargon) =>
        !char.IsUpper(jargon.Word[0]) || draft.SentenceOf(at).First == at ? Wording.Like(draft.Word(at), jargon.PlainWord) : jargon.PlainWord;

    private static bool IsForm(Draft draft, int at, string jargon)
    {
        var word = draft.Word(at);
        if (word.Length > jargon.Length && word[jargon.Length] is ':' or '-' && word.StartsWith(jargon, StringComparison.OrdinalIgnoreCase))
            return true;
        if (draft.IsIn(TextLanguage.Finnish))
        {
            var readings = draft.Readings(at);
            return readings.Count > 0 ? readings.Any(reading => Is(reading, jargon)) : BeginsAlike(word, jargon);
        }
        var stemmer = Stemmer.Of(draft.IsIn(TextLanguage.Swedish) ? TextLanguage.Swedish : TextLanguage.English);
        return stemmer is not null && word.Length < 60 && stemmer.Stem(word.ToString().ToLowerInvariant()) == stemmer.Stem(jargon.ToLowerInvariant());
    }

    private static bool Is(Reading reading, string jargon) =>
        reading.Lemma.Equals(jargon, StringComparison.OrdinalIgnoreCase) || reading.Parts.Contains(jargon, StringComparer.OrdinalIgnoreCase);

    private static bool BeginsAlike(ReadOnlySpan<char> word, string jargon)
    {
        var length = Math.Max(ShortestStem, jargon.Length - 2);
        return jargon.Length >= length && word.Contains(jargon.AsSpan(0, length), StringComparison.OrdinalIgnoreCase);
    }
}
