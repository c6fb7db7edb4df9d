using System.Collections.Frozen;

namespace Lupaus.Language.Tone.Rules;

/// <summary>A Finnish verb that a noun hides ("tarkistus" → tarkistaa), by the six forms from which the others come.</summary>
internal sealed class DeedVerb
{
    private static readonly FrozenDictionary<string, DeedVerb> byNoun = All();
    private static readonly FrozenDictionary<string, DeedVerb> byForm = Forms();

    /// <summary>Infinitive, present and past of the first person, present and past of the passive, past participle.</summary>
    private readonly string[] forms;

    private DeedVerb(string forms) => this.forms = forms.Split(' ');

    public static DeedVerb? Of(string noun) => byNoun.GetValueOrDefault(noun);

    /// <summary>Without a dictionary: the noun's commonest forms.</summary>
    public static DeedVerb? OfForm(ReadOnlySpan<char> word) =>
        byForm.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var verb) ? verb : null;

    /// <summary>Whether it is an ending of "suorittaa" after "suorit".</summary>
    public static bool IsForm(ReadOnlySpan<char> ending) => ending is "taa" or "an" or "amme" or "at" or "atte" or "in" or "imme" or "it" or "itte" or "etaan" or "ettiin" or "tanut" or "taneet" or "tavat" or "ti" or "tivat" or "taisi" or "ettaisiin" or "ettava" or "ettu" or "takaa" or "tamaan" or "tamalla" or "taneeni";

    /// <summary>The form that answers to "suoritan" (an), "suoritimme" (imme) and so on; null for those that can't be told.</summary>
    public string? In(string ending) => ending switch
    {
        "taa" => forms[0].EndsWith("aa", StringComparison.Ordinal) || forms[0].EndsWith("ää", StringComparison.Ordinal) ? forms[0] : null,
        "an" => forms[1],
        "amme" => forms[1][..^1] + "mme",
        "at" => forms[1][..^1] + "t",
        "atte" => forms[1][..^1] + "tte",
        "in" => forms[2],
        "imme" => forms[2][..^1] + "mme",
        "it" => forms[2][..^1] + "t",
        "itte" => forms[2][..^1] + "tte",
        "etaan" => forms[3],
        "ettiin" => forms[4],
        "tanut" => forms[5],
        "taneet" => forms[5][..^2] + "eet",
        _ => null,
    };

    private static FrozenDictionary<string, DeedVerb> Forms()
    {
        var known = new Dictionary<string, DeedVerb>(StringComparer.OrdinalIgnoreCase);
        foreach (var (noun, verb) in byNoun)
        {
            known[noun] = verb;
            if (noun.EndsWith('s'))
                foreach (var ending in new[] { "ksen", "kset", "sta", "stä" })
                    known[noun[..^1] + ending] = verb;
        }
        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static FrozenDictionary<string, DeedVerb> All()
    {
        const string verbs = """
            tarkistus=tarkistaa tarkistan tarkistin tarkistetaan tarkistettiin tarkistanut
            tarkastus=tarkastaa tarkastan tarkastin tarkastetaan tarkastettiin tarkastanut
            maksu=maksaa maksan maksoin maksetaan maksettiin maksanut
            asennus=asentaa asennan asensin asennetaan asennettiin asentanut
            korjaus=korjata korjaan korjasin korjataan korjattiin korjannut
            palautus=palauttaa palautan palautin palautetaan palautettiin palauttanut
            tilaus=tilata tilaan tilasin tilataan tilattiin tilannut
            varaus=varata varaan varasin varataan varattiin varannut
            peruutus=peruuttaa peruutan peruutin peruutetaan peruutettiin peruuttanut
            päivitys=päivittää päivitän päivitin päivitetään päivitettiin päivittänyt
            selvitys=selvittää selvitän selvitin selvitetään selvitettiin selvittänyt
            laskutus=laskuttaa laskutan laskutin laskutetaan laskutettiin laskuttanut
            toimitus=toimittaa toimitan toimitin toimitetaan toimitettiin toimittanut
            käsittely=käsitellä käsittelen käsittelin käsitellään käsiteltiin käsitellyt
            siirto=siirtää siirrän siirsin siirretään siirrettiin siirtänyt
            arviointi=arvioida arvioin arvioin arvioidaan arvioitiin arvioinut
            vaihto=vaihtaa vaihdan vaihdoin vaihdetaan vaihdettiin vaihtanut
            huolto=huoltaa huollan huolsin huolletaan huollettiin huoltanut
            tutkimus=tutkia tutkin tutkin tutkitaan tutkittiin tutkinut
            testaus=testata testaan testasin testataan testattiin testannut
            mittaus=mitata mittaan mittasin mitataan mitattiin mitannut
            muutos=muuttaa muutan muutin muutetaan muutettiin muuttanut
            lisäys=lisätä lisään lisäsin lisätään lisättiin lisännyt
            poisto=poistaa poistan poistin poistetaan poistettiin poistanut
            kirjaus=kirjata kirjaan kirjasin kirjataan kirjattiin kirjannut
            hyvitys=hyvittää hyvitän hyvitin hyvitetään hyvitettiin hyvittänyt
            ilmoitus=ilmoittaa ilmoitan ilmoitin ilmoitetaan ilmoitettiin ilmoittanut
            tunnistus=tunnistaa tunnistan tunnistin tunnistetaan tunnistettiin tunnistanut
            vahvistus=vahvistaa vahvistan vahvistin vahvistetaan vahvistettiin vahvistanut
            lähetys=lähettää lähetän lähetin lähetetään lähetettiin lähettänyt
            valinta=valita valitsen valitsin valitaan valittiin valinnut
            puhdistus=puhdistaa puhdistan puhdistin puhdistetaan puhdistettiin puhdistanut
            kartoitus=kartoittaa kartoitan kartoitin kartoitetaan kartoitettiin kartoittanut
            rekisteröinti=rekisteröidä rekisteröin rekisteröin rekisteröidään rekisteröitiin rekisteröinyt
            osto=ostaa ostan ostin ostetaan ostettiin ostanut
            haku=hakea haen hain haetaan haettiin hakenut
            nosto=nostaa nostan nostin nostetaan nostettiin nostanut
            seuranta=seurata seuraan seurasin seurataan seurattiin seurannut
            """;
        return verbs.Split('\n').Select(line => line.Trim().Split('=')).ToFrozenDictionary(pair => pair[0], pair => new DeedVerb(pair[1]));
    }
}
