using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// Words that leave the customer in doubt. Three kinds, each with its own reason: doubt ("ehkä", "troligen", "I guess"), which may be honest but should
/// say what is known; trying ("pyrimme", "vi ska försöka", "we'll try"), where a promise belongs; and no time ("mahdollisimman pian", "snarast",
/// "at some point"), where a day or an hour does.
/// </summary>
public static class Hedging
{
    private static readonly PhraseList<string> Words = Phrases();

    public static IReadOnlyList<ToneMark> In(string text) =>
        [.. Words.In(text).Select(found => new ToneMark("hedging", found.Span, found.Value))];

    private static PhraseList<string> Phrases()
    {
        var phrases = new PhraseList<string>();
        AddDoubt(phrases, "hedging.doubt.why");
        AddTrying(phrases, "hedging.trying.why");
        AddNoTime(phrases, "hedging.time.why");
        return phrases;
    }

    private static void AddDoubt(PhraseList<string> phrases, string why)
    {
        phrases.Add("ehkä|ehkäpä|kenties|mahdollisesti|luultavasti|todennäköisesti|oletettavasti|ilmeisesti|kaiketi|periaatteessa|tavallaan|tietyllä tavalla|jollain tavalla|luulen|luulisin|luulen että|käsittääkseni|muistaakseni|uskoisin|saattaa olla|voi olla että|olettaisin|en ole varma|en ole ihan varma", why);
        phrases.Add("kanske|möjligen|möjligtvis|eventuellt|troligen|troligtvis|förmodligen|antagligen|på sätt och vis|på något sätt|i princip|jag tror|vi tror|jag gissar|jag antar|det kan hända|jag är inte säker|vad jag vet|nog", why);
        phrases.Add("maybe|perhaps|possibly|probably|presumably|hopefully|sort of|kind of|i think|i guess|i suppose|i believe|it might|we might|it may be|basically|in principle|more or less|as far as i know|i'm not sure|i am not sure|i’m not sure", why);
    }

    private static void AddTrying(PhraseList<string> phrases, string why)
    {
        phrases.Add("pyrimme|pyrin|yritämme|yritän|koetamme|koitan|koitamme|koetan|parhaamme mukaan|mahdollisuuksien mukaan|toivottavasti", why);
        phrases.Add("vi försöker|jag försöker|vi ska försöka|jag ska försöka|vi strävar efter|så gott vi kan|i mån av möjlighet|förhoppningsvis|vi hoppas", why);
        phrases.Add("we try|we'll try|we will try|i'll try|i will try|we’ll try|i’ll try|we aim to|we strive|we hope to|do our best|do my best|if possible", why);
    }

    private static void AddNoTime(PhraseList<string> phrases, string why)
    {
        phrases.Add("mahdollisimman pian|mahdollisimman nopeasti|mahdollisimman nopealla aikataululla|pian|piakkoin|lähiaikoina|lähipäivinä|lähitulevaisuudessa|aikanaan|jossain vaiheessa|jossakin vaiheessa|ennen pitkää|tuonnempana|myöhemmin|sopivana ajankohtana|kohtuullisessa ajassa", why);
        phrases.Add("så snart som möjligt|så fort som möjligt|snarast|snarast möjligt|inom kort|inom den närmaste tiden|så småningom|någon gång|i sinom tid|framöver|i ett senare skede|senare", why);
        phrases.Add("as soon as possible|asap|soon|shortly|in due course|in the near future|at some point|at a later date|sooner or later|in a timely manner|later on|before long", why);
    }
}
