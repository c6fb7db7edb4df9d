using Lupaus.Language.Morphology;
using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>"En tiedä" and its like, unless this sentence or one beside it promises to find out.</summary>
internal sealed class Unknown : IToneRule
{
    private static readonly ByLanguage<bool> unknown = Unknowns();
    private static readonly PatternList<bool> promises = Promises();
    private static readonly WordSet promised = new("selvittää tarkistaa tarkastaa kysyä kysäistä kysellä palata palailla ilmoittaa varmistaa tiedustella tutkia soittaa välittää konsultoida selvitellä kertoa perehtyä pyytää viestiä");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        var found = unknown.In(draft).Where(one => one.Value).ToList();
        if (found.Count == 0)
            return [];
        var promising = promises.In(draft).Select(promise => promise.First).ToHashSet();
        return found.Where(one => !draft.AroundSentenceOf(one.First).Any(at => promising.Contains(at) || IsPromise(draft, at)))
            .Select(one => new ToneMark("unknown", draft.Span(one.First, one.Last), "tone.unknown.why"));
    }

    /// <summary>"Selvitän", "kysymme", "tarkistetaan"; "tarkistin" is over and "voisin kysyä" is no promise.</summary>
    private static bool IsPromise(Draft draft, int at) =>
        draft.IsIn(TextLanguage.Finnish) && draft.Readings(at).Any(reading => reading is
        {
            Class: WordClass.Verb, IsPast: false, IsConnegative: false, Asks: false, Mood: VerbMood.Indicative,
            Person: VerbPerson.FirstSingular or VerbPerson.FirstPlural or VerbPerson.Passive,
        } && promised.Has(reading.Lemma));

    private static ByLanguage<bool> Unknowns()
    {
        var words = new ByLanguage<bool>();
        words.Finnish.Add("en/enpä/emme .. tiedä ketään/parempaa/parempia/hauskempaa|en tiedä mitään parempaa/hauskempaa", false);
        words.Finnish.Add("en/enpä/emme/emmepä/enkä/emmekä .. tiedä/tiiä|emmä tiedä/tiiä|me/meillä/täällä ei tiedetä|me ei .. tiedetä|en/emme/enkä/emmekä osaa sanoa/vastata/kertoa/arvioida|en/emme/enkä/emmekä .. osaa sanoa/vastata/kertoa/arvioida|en/emme osaa .. sanoa/vastata|en/emme/enkä pysty sanomaan/vastaamaan/kertomaan|en/emme voi sanoa/tietää|en/emme .. voi tietää", true);
        words.Finnish.Add("ei/eikä/eipä ole .. tietoa/tietoakaan/hajua/hajuakaan/aavistusta/aavistustakaan/käsitystä/käsitystäkään/harmainta/hajuu|ei/eikä/eipä .. ole tietoa/tietoakaan|ei .. hajuakaan/aavistustakaan|ei mitään hajua/käsitystä/tietoa/aavistusta/käryä|ei/eikä .. ole .. tietoa|ei hajua/hajuakaan/aavistustakaan/aavistusta|ei harmainta/pienintäkään/mitään .. aavistusta/hajua/aavistustakaan|en ole tietoinen|emme ole tietoisia|mistä minä/mä/me tietäisin/tietäisimme|eikä .. ole tietoa", true);
        words.Swedish.Add("jag/vi vet inte/ej|jag/vi vet .. inte/ej|vet jag/vi inte/ej|vet jag/vi .. inte|ingen aning|jag/vi känner inte till|jag/vi kan .. inte svara på det/detta/frågan/din/er|jag/vi kan inte svara|kan jag/vi .. inte svara|jag/vi kan inte säga|kan jag/vi inte säga|ingen uppfattning|vet ingenting|har .. ingen information|vet inget", true);
        words.English.Add("i/we don't/dont know|i/we don't/dont .. know|i/we do not know|i/we do not .. know|no idea|no clue|i/we couldn't tell you|i/we can't say/tell|i/we cannot say/tell|i/we can not say|i/we can't tell you|not a clue|i'm/we're not sure|i am not sure|we are not sure|haven't a clue|beats me|i/we have no information|i/we don't have .. information|i/we do not have .. information|who knows", true);
        return words;
    }

    private static PatternList<bool> Promises()
    {
        var promises = new PatternList<bool>();
        promises.Add("otan/otamme/otetaan .. selvää/selville|otan/otamme/otetaan selvää|selvitän|selvitämme|selvitetään|selvittelen|selvittelemme|tarkistan|tarkistamme|tarkistetaan|kysyn|kysymme|kysytään|palaan|palaamme|palataan|ilmoitan|ilmoitamme|varmistan|varmistamme|tutkin/tutkimme .. asian/asiaa/syyn|katson/katsomme .. asian|lupaan/lupaamme/aion/aiomme .. selvittää/tarkistaa/kysyä/palata/ilmoittaa/ottaa|otan/otamme .. yhteyttä|olen/olemme .. yhteydessä|laitan/lähetän/laitamme/lähetämme .. kyselyn/viestiä/viestin|kerron|kerromme|välitän|välitämme", true);
        promises.Add("jag/vi tar reda|tar jag/vi reda|jag/vi ska/skall/kommer .. kolla/undersöka/fråga/kontrollera/utreda/återkomma/ta/höra|jag/vi kollar/undersöker/frågar/kontrollerar/utreder/återkommer/meddelar/hör/ringer|kollar/undersöker/frågar/kontrollerar/utreder/återkommer/meddelar jag/vi|återkommer|tar reda på|men kollar/frågar/undersöker/kontrollerar/utreder|och hör av", true);
        promises.Add("i'll/we'll .. find/check/ask/look/investigate/get/let/come/write/call/confirm|i'll/we'll find/check/ask/look/investigate/get/let/come/write/call/confirm|i/we will .. find/check/ask/look/investigate/get/let/come/write/call/confirm|i/we will find/check/ask/look/investigate/get/let/come/write/call/confirm|let me .. find/check/ask/look|i'm/we're .. checking/asking/looking/finding/investigating|i'm going to .. find/check/ask|i am checking/asking/looking|we are checking/asking/looking/investigating|and will/i'll .. find/check/ask/get|but will .. find/check/ask/get/let", true);
        return promises;
    }
}
