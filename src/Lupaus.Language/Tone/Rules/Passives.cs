using Lupaus.Language.Morphology;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// Two or more finite passives in one Finnish sentence: who does it all? One is often friendly ("hoidetaan tämä"), an exclamation ("katsotaan yhdessä!") is an offer, and with "me" it is spoken Finnish for "we".
/// A word is a finite passive when all its readings as a verb are, or one is and "ei" stands at most two words before.
/// </summary>
internal sealed class Passives : IToneRule
{
    private static readonly WordSet we = new("me mekin meidät");
    private static readonly WordSet be = new("ole olisi liene");
    private static readonly WordSet not = new("ei eikä");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        if (!draft.IsIn(TextLanguage.Finnish) || !draft.HasDictionary)
            yield break;
        foreach (var sentence in draft.Sentences)
        {
            var (first, last) = (-1, -1);
            for (var at = sentence.First; at < sentence.End; at++)
                if (IsPassive(draft, at))
                    (first, last) = (first < 0 ? at : first, at);
            if (last > first && !sentence.Span.In(draft.Text).EndsWith('!') && !draft.IsBefore(last, we, sentence.End - sentence.First))
                yield return new ToneMark("passive", draft.Span(first, last), "tone.passive.why");
        }
    }

    /// <summary>"Ei toimitettu" is finite, though the word alone is a participle; "ei ole toimitettu" is not.</summary>
    private static bool IsPassive(Draft draft, int at)
    {
        var readings = draft.Readings(at);
        var any = false;
        var all = readings.Count > 0;
        foreach (var reading in readings)
        {
            var isPassive = reading is { Person: VerbPerson.Passive, Mood: not VerbMood.None };
            (any, all) = (any || isPassive, all && isPassive);
        }
        return (all && !readings.All(reading => reading.IsConnegative)) || (any && draft.IsBefore(at, not, 2))
            || (draft.IsBefore(at, not, 2) && !draft.IsBefore(at, be, 2) && readings.Any(reading => reading.IsParticiple) && (draft.Word(at).EndsWith("tu", StringComparison.OrdinalIgnoreCase) || draft.Word(at).EndsWith("ty", StringComparison.OrdinalIgnoreCase)));
    }
}
