using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// "Emme voi auttaa" is an honest answer when it says why, or where help is to be had; alone it is a shut door. A way on
/// counts in the sentence itself and those beside it, direct contact anywhere.
/// </summary>
internal sealed class NoWayOn : IToneRule
{
    private static readonly ByLanguage<bool> shut = Shut();
    private static readonly WordSet waysOn = new(
        "koska sillä siksi joten mutta vaan syy syynä syystä takia vuoksi mukaan kun voit voitte saat saatte kannattaa kokeile kokeilkaa käänny suosittelen suosittelemme ehdotan ehdotamme auttaa ohjaan välitän siirrän selvitän sijaan "
        + "eftersom därför men för orsaken anledningen beror kan-du vänd kontakta rekommenderar föreslår istället stället prova "
        + "because since as but reason due instead try suggest recommend contact however");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        var found = shut.In(draft).ToList();
        if (found.Count == 0 || ContactDetails.In(draft.Whole).Count > 0)
            return [];
        return found.Where(one => !draft.AroundSentenceOf(one.First).Any(at => (at < one.First || at > one.Last) && waysOn.Has(draft.Word(at))))
            .Select(one => new ToneMark("no-way-on", draft.Span(one.First, one.Last), "tone.no-way-on.why"));
    }

    private static ByLanguage<bool> Shut()
    {
        var words = new ByLanguage<bool>();
        words.Finnish.Add("en/emme .. voi auttaa|en/emme voi .. auttaa|en/emme .. pysty auttamaan|en/emme pysty .. auttamaan|en/emme .. kykene auttamaan|en/emme .. osaa auttaa|en/emme voi .. mitään|en/emme voi .. mitään|en/emme pysty .. mitään|ei/eikä voi/voida mitään|ei/eikä voi/voida .. mitään|ei .. kuulu meille/minulle/meidän|ei ole meidän/minun asiamme/asiani/tehtävämme/vastuullamme/ongelmamme|meillä ei ole mahdollisuutta .. auttaa|ei ole meidän/minun hoidettavissamme/hoidettavissani/hoidettavanamme|ei ole mitään tehtävissä|mitään ei ole tehtävissä|ei ole .. tehtävissä|en/emme ole .. voi auttaa|en/emme voi tehdä .. mitään", true);
        words.Swedish.Add("kan .. inte .. hjälpa|kan inte hjälpa|inte hjälpa|inget/ingenting .. vi/jag kan göra|kan .. inte göra något|är inte vårt/mitt ansvar/problem/bord|inte vårt bord", true);
        words.English.Add("can't/cannot .. help|can't/cannot/couldn't help|can not help|not able to help/assist|not something we/i can help|unable to help/assist|nothing .. we/i can do|nothing more we/i can do|can't/cannot do anything|can't/cannot assist|not our problem/responsibility/department|isn't our problem/responsibility", true);
        return words;
    }
}
