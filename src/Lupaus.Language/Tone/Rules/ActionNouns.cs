using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// Two or more Finnish nouns in -minen in one sentence. One alone is no fault: 7 to 11 of 100 sentences in fiction, blogs and Wikipedia have one.
/// </summary>
internal sealed class ActionNouns : IToneRule
{
    private static readonly string[] endings = ["minen", "misen", "mista", "mistä", "miseen", "misesta", "misestä", "misessa", "misessä", "misella", "misellä", "miseksi", "miset", "misten"];

    public IEnumerable<ToneMark> In(Draft draft)
    {
        if (!draft.IsIn(TextLanguage.Finnish))
            yield break;
        foreach (var sentence in draft.Sentences)
        {
            var (first, last) = (-1, -1);
            for (var at = sentence.First; at < sentence.End; at++)
                if (IsAction(draft, at))
                    (first, last) = (first < 0 ? at : first, at);
            if (last > first)
                yield return new ToneMark("noun-style", draft.Span(first, last), "tone.noun-style.why.minen");
        }
    }

    private static bool IsAction(Draft draft, int at)
    {
        if (draft.HasDictionary)
            return draft.Word(at).Length > 6 && draft.Readings(at).Any(reading => reading.IsAction);
        var word = draft.Word(at);
        if (word.StartsWith("ihmi", StringComparison.OrdinalIgnoreCase) || word.Length < 8)
            return false;
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
