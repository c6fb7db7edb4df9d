using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// Words that send the customer elsewhere ("ottakaa yhteyttä", "vänd dig till", "please contact") in a message that gives no number, address or link.
/// "Call me" and "call us" are marked too: with which number?
/// </summary>
public static class PointingElsewhere
{
    private static readonly PhraseList<bool> Pointing = Phrases();

    /// <summary>Empty as soon as the text has one direct contact: which of them is meant is for a person to see.</summary>
    public static IReadOnlyList<ToneMark> In(string text)
    {
        var found = Pointing.In(text);
        return found.Count == 0 || ContactDetails.In(text).Count > 0
            ? []
            : [.. found.Select(pointing => new ToneMark("contact.missing", pointing.Span, "contact.missing.why"))];
    }

    private static PhraseList<bool> Phrases()
    {
        var phrases = new PhraseList<bool>();
        phrases.Add("ota yhteyttä|ota yhteys|ottakaa yhteyttä|ottakaa yhteys|ole yhteydessä|olkaa yhteydessä|olethan yhteydessä|voit olla yhteydessä|voitte olla yhteydessä|voit ottaa yhteyttä|voitte ottaa yhteyttä|otathan yhteyttä|ottakaa suoraan yhteyttä|ota suoraan yhteyttä|soita|soittakaa|voit soittaa|voitte soittaa|soitathan|kirjoita|kirjoittakaa|voit kirjoittaa|käänny|kääntykää|voit kääntyä|voitte kääntyä|tiedustele|tiedustelkaa|voit tiedustella|kysy suoraan|kysykää suoraan|asioi|asioikaa|käy asioimassa", true);
        phrases.Add("kontakta|ta kontakt|tag kontakt|du kan kontakta|ni kan kontakta|vänd dig|vänd er|du kan vända dig|ring|ni kan ringa|du kan ringa|hör av dig|hör av er|skriv till|du kan skriva|fråga direkt", true);
        phrases.Add("please contact|contact the|contact our|contact your|you can contact|you should contact|you need to contact|you may contact|get in touch|call the|call our|call your|call us|call me|please call|you can call|you should call|reach out to|refer to the|please refer|please ask the|ask the|turn to the|write to", true);
        return phrases;
    }
}
