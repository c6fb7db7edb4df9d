using Lupaus.Language.Morphology;
using Lupaus.Language.Stemming;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// The house's own words. A Finnish word goes by its dictionary forms and the parts of a compound, one that the dictionary doesn't know by its beginning;
/// Swedish and English by stems. The plain word is offered in place only where the jargon stands as it is on the list: we don't inflect it.
/// </summary>
internal sealed class Jargon : IToneRule
{
    private const int ShortestStem = 5;

    private readonly PatternList<JargonWord> whole = new();
    private readonly Dictionary<string, JargonWord> single = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JargonWord> stems = [];

    public Jargon(IReadOnlyList<JargonWord> words)
    {
        foreach (var word in words)
        {
            var pattern = string.Join(' ', word.Word.Split([' ', '|', '/', '*', '.'], StringSplitOptions.RemoveEmptyEntries));
            if (pattern.Length == 0)
                continue;
            whole.Add(pattern, word);
            if (pattern.Contains(' '))
                continue;
            single[pattern] = word;
            stems[Stem(pattern, TextLanguage.Swedish)] = stems[Stem(pattern, TextLanguage.English)] = word;
        }
    }

    public IEnumerable<ToneMark> In(Draft draft)
    {
        if (single.Count == 0 && whole.IsEmpty)
            yield break;
        foreach (var (first, last, jargon) in whole.In(draft))
            yield return Mark(draft, first, last, jargon) with { Instead = Like(draft, first, jargon) };
        for (var at = 0; at < draft.Count; at++)
            if (!IsWhole(draft.Word(at)) && Inflected(draft, at) is { } jargon)
                yield return Mark(draft, at, at, jargon);
    }

    private static ToneMark Mark(Draft draft, int first, int last, JargonWord jargon) =>
        new("jargon", draft.Span(first, last), "tone.jargon.why") { PlainWord = jargon.PlainWord };

    /// <summary>"SLA" has its capitals wherever it stands, so there only the beginning of a sentence asks for one.</summary>
    private static string? Like(Draft draft, int at, JargonWord jargon) =>
        !char.IsUpper(jargon.Word[0]) || draft.SentenceOf(at).First == at ? Wording.Like(draft.Word(at), jargon.PlainWord) : jargon.PlainWord;

    private bool IsWhole(ReadOnlySpan<char> word) => single.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    private JargonWord? Inflected(Draft draft, int at)
    {
        var word = draft.Word(at);
        if (word.IndexOfAny(':', '-') is > 0 and var end && single.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word[..end], out var begun))
            return begun;
        if (draft.IsIn(TextLanguage.Finnish))
            return draft.Readings(at) is { Count: > 0 } readings ? Read(readings) : BeginsAlike(word);
        return word.Length > 60 ? null : stems.GetValueOrDefault(Stem(word.ToString(), draft.IsIn(TextLanguage.Swedish) ? TextLanguage.Swedish : TextLanguage.English));
    }

    private JargonWord? Read(IReadOnlyList<Reading> readings)
    {
        foreach (var reading in readings)
            foreach (var lemma in reading.Parts.Prepend(reading.Lemma))
                if (single.TryGetValue(lemma, out var jargon))
                    return jargon;
        return null;
    }

    private JargonWord? BeginsAlike(ReadOnlySpan<char> word)
    {
        foreach (var (name, jargon) in single)
            if (Math.Max(ShortestStem, name.Length - 2) is var length && name.Length >= length && word.Contains(name.AsSpan(0, length), StringComparison.OrdinalIgnoreCase))
                return jargon;
        return null;
    }

    private static string Stem(string word, TextLanguage language) => Stemmer.Of(language)!.Stem(word.ToLowerInvariant());
}
