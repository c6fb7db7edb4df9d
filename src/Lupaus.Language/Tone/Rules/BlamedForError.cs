using Lupaus.Language.Morphology;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// A Finnish verb in the second person with "väärin" or "väärä": "kirjoitit osoitteen väärin". Who got the wrong thing, or noticed it, isn't blamed.
/// </summary>
internal sealed class BlamedForError : IToneRule
{
    private static readonly WordSet errors = new("väärin virheellisesti väärän väärää väärät vääriä väärään väärässä väärälle virheellisen virheelliset virheellistä huolimattomasti puutteellisesti puutteellisen");
    private static readonly WordSet denying = new("jos mikäli et ette ei etkä ettekä etkö ettekö oikeassa");
    private static readonly WordSet innocent = new("saada huomata havaita löytää vastaanottaa nähdä epäillä pelätä voida kokea kohdata joutua kuulla palauttaa mainita lukea kertoa");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        for (var at = 0; at < draft.Count && draft.IsIn(TextLanguage.Finnish); at++)
            if (errors.Has(draft.Word(at)) && !draft.IsBefore(at, denying, 8) && Verb(draft, at) is >= 0 and var verb)
                yield return new ToneMark("blame", draft.Span(Math.Min(verb, at), Math.Max(verb, at)), "tone.blame.why.fault");
    }

    /// <summary>The verb's place, at most five words before the error, or right after it; -1 when there is none, or only an innocent one.</summary>
    private static int Verb(Draft draft, int error)
    {
        var verb = -1;
        for (var at = error - 1; at >= 0 && error - at <= 5 && draft.IsSameSentence(at, error); at--)
        {
            if (IsInnocent(draft, at))
                return -1;
            if (verb < 0 && IsSecondPerson(draft, at))
                verb = at;
        }
        return verb;
    }

    private static bool IsInnocent(Draft draft, int at) =>
        draft.Readings(at).Any(reading => innocent.Has(reading.Verb ?? reading.Lemma)) || draft.Word(at).StartsWith("sait", StringComparison.OrdinalIgnoreCase);

    private static bool IsSecondPerson(Draft draft, int at) =>
        draft.HasDictionary
            ? draft.Readings(at).Any(reading => reading is { Class: WordClass.Verb, Mood: VerbMood.Indicative, Asks: false, Person: VerbPerson.SecondSingular or VerbPerson.SecondPlural })
            : draft.Word(at) is "olet" or "olette" or "teit" || draft.Word(at).EndsWith("itte", StringComparison.OrdinalIgnoreCase) || draft.Word(at).EndsWith("sit", StringComparison.OrdinalIgnoreCase);
}
