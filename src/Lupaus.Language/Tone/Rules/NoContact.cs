using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// Words that send the customer elsewhere ("ottakaa yhteyttä", "vänd dig till", "please contact") in a message that gives no number, address or link.
/// "Call me" and "call us" are marked too: with which number?
/// </summary>
internal sealed class NoContact : IToneRule
{
    private static readonly ByLanguage<bool> pointing = Pointing();

    /// <summary>After these it is somebody else who calls, or nobody: "I'll contact the bank", "älä soita", "en ring".</summary>
    private static readonly WordSet notYou = new("älä älkää en ei emme ellet jag vi ska skall kommer har hade inte en din min ert i we i'll we'll i've we've will let've already don't cannot can't couldn't didn't me");

    /// <summary>Empty as soon as the text has one direct contact: which of them is meant is for a person to see.</summary>
    public IEnumerable<ToneMark> In(Draft draft)
    {
        var found = pointing.In(draft).Where(one => !draft.IsBefore(one.First, notYou, 2)).ToList();
        return found.Count == 0 || ContactDetails.In(draft.Whole).Count > 0
            ? []
            : found.Select(one => new ToneMark("no-contact", draft.Span(one.First, one.Last), "tone.no-contact.why"));
    }

    private static ByLanguage<bool> Pointing()
    {
        var words = new ByLanguage<bool>();
        words.Finnish.Add("ota/ottakaa/otathan/otattehan .. yhteyttä/yhteys|voit/voitte/kannattaa/pitää/täytyy/tulee/pyydämme/pyydän/suosittelen/suosittelemme/kehotan/kehotamme .. ottaa/ottamaan .. yhteyttä/yhteys|voit/voitte/kannattaa/pitää/täytyy/tulee/pyydämme/pyydän/suosittelen/suosittelemme/kehotan/kehotamme .. olla/olemaan .. yhteydessä|ole/olkaa/olethan/olettehan yhteydessä|ole/olkaa/olethan/olettehan .. yhteydessä", true);
        words.Finnish.Add("soita|soittakaa|soitathan|soitattehan|voit/voitte/kannattaa/pitää/täytyy/tulee .. soittaa|kirjoita/kirjoittakaa .. asiakaspalveluun/meille/heille/osastolle/suoraan|käänny/kääntykää .. puoleen/puoleemme|voit/voitte/kannattaa .. kääntyä|tiedustele|tiedustelkaa|voit/voitte/kannattaa .. tiedustella|kysy/kysykää suoraan|voit/voitte/kannattaa/pitää .. kysyä suoraan|kysy/kysykää .. pankistasi/pankistanne/pankista/valmistajalta/kuljetusliikkeestä/myyjältä/huollosta|asioi/asioikaa|pitää/täytyy/tulee/kannattaa .. kysyä|kuuluu .. osastolle/yksikölle/yksikköön/virastolle|ottamalla .. yhteyttä/yhteyden|olemalla .. yhteydessä|soittamalla|otat/otatte .. yhteyttä|käy/käykää asioimassa/toimipisteessä|verkkosivuiltamme|verkkosivuilta|verkkosivuillamme|kotisivuiltamme|kotisivuillamme|nettisivuiltamme|nettisivuillamme|nettisivuilta", true);
        words.Swedish.Add("kontakta|ta/tag kontakt|ta/tag .. kontakt|du/ni kan/bör/måste/ska/får .. kontakta/ringa/skriva|vänd dig/er|du/ni kan/bör/måste/får .. vända|kan/bör du/ni .. kontakta/ringa/vända|ring|hör av dig/er|skriv till|fråga direkt|vår/våra webbplats/hemsida/webbsidor|vår/våra .. webbplats/hemsida", true);
        words.English.Add("please contact/call/ask/ring/email/e-mail|please refer|contact the/our/your/us/them|you can/should/may/must/could .. contact/call/ask/ring|you need/have to .. contact/call/ask|get in touch|call the/our/your/us/me/them|reach out to|reach out|refer to the|ask the/your/them|turn to the/your|write to the/your/us|our website|our web site|our site|our home page", true);
        return words;
    }
}
