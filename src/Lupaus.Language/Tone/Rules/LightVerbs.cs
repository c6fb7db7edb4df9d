using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>"Utföra en kontroll" for "kontrollera", "carry out a check" for "check".</summary>
internal sealed class LightVerbs : IToneRule
{
    private static readonly ByLanguage<string> verbs = Verbs();

    public IEnumerable<ToneMark> In(Draft draft) =>
        verbs.In(draft).Select(one => new ToneMark("noun-style", draft.Span(one.First, one.Last), "tone.noun-style.why", Wording.Like(draft.Word(one.First), one.Value)));

    private static ByLanguage<string> Verbs()
    {
        var words = new ByLanguage<string>();
        string[] swedish = ["utföra/genomföra/verkställa/företa", "utför/genomför/verkställer/företar", "utförde/genomförde/verkställde/företog", "utfört/genomfört/verkställt/företagit"];
        Add(words.Swedish, swedish, "en/ett", "kontroll=kontrollera kontrollerar kontrollerade kontrollerat|utredning=utreda utreder utredde utrett|undersökning=undersöka undersöker undersökte undersökt|granskning=granska granskar granskade granskat|betalning=betala betalar betalade betalat|bedömning=bedöma bedömer bedömde bedömt|installation=installera installerar installerade installerat|uppdatering=uppdatera uppdaterar uppdaterade uppdaterat|reparation=reparera reparerar reparerade reparerat|analys=analysera analyserar analyserade analyserat|sökning=söka söker sökte sökt|ändring=ändra ändrar ändrade ändrat|återbetalning=betala/tillbaka betalar/tillbaka betalade/tillbaka betalat/tillbaka");
        string[] english = ["perform/conduct/undertake|carry out", "performs/conducts/undertakes|carries out", "performed/conducted/undertook|carried out", "performing/conducting/undertaking|carrying out"];
        Add(words.English, english, "a/an/the", "check=check checks checked checking|review=review reviews reviewed reviewing|investigation=investigate investigates investigated investigating|inspection=inspect inspects inspected inspecting|analysis=analyse analyses analysed analysing|assessment=assess assesses assessed assessing|verification=verify verifies verified verifying|evaluation=evaluate evaluates evaluated evaluating|installation=install installs installed installing|cancellation=cancel cancels cancelled cancelling|test=test tests tested testing|update=update updates updated updating|repair=repair repairs repaired repairing|search=search searches searched searching");
        return words;
    }

    private static void Add(PatternList<string> words, string[] light, string article, string nouns)
    {
        foreach (var noun in nouns.Split('|'))
        {
            var forms = noun.Split('=')[1].Split(' ');
            for (var i = 0; i < light.Length; i++)
                foreach (var verb in light[i].Split('|'))
                    words.Add($"{verb} {article} {noun.Split('=')[0]}", forms[i].Replace('/', ' '));
        }
    }
}
