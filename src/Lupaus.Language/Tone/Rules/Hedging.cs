using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// Words that leave the customer in doubt. Three kinds, each with its own reason: doubt ("ehkä", "troligen", "I guess"), which may be honest but should
/// say what is known; trying ("pyrimme", "vi ska försöka", "we'll try"), where a promise belongs; and no time ("mahdollisimman pian", "snarast",
/// "at some point"), where a day or an hour does, and no mark where one stands.
/// </summary>
internal sealed class Hedging : IToneRule
{
    private const int Near = 40;
    private const string Kind = "tone.hedging.why.";

    private static readonly ByLanguage<string> hedges = Hedges();

    /// <summary>"Toivottavasti tämä auttaa" hopes for the customer's sake.</summary>
    private static readonly WordSet kindly = new("auttaa auttoi autan viihdyt viihdytte pidät pidätte hyvää mukava mukavaa kaunis hjälper hjälp helps help helped enjoy nöjd nöjda nähdään näemme");

    private static readonly WordSet times = new("tänään huomenna ylihuomenna maanantai* tiistai* keskiviikko* torstai* perjantai* lauantai* sunnuntai* idag imorgon måndag* tisdag* onsdag* torsdag* fredag* today tomorrow tonight monday tuesday wednesday thursday friday iltapäivällä");

    public IEnumerable<ToneMark> In(Draft draft)
    {
        var found = hedges.In(draft).Where(one => one.Value.Length > 0).ToList();
        var doubted = found.Where(one => one.Value == "doubt").Select(one => draft.SentenceOf(one.First)).ToHashSet();
        return found.Where(one => doubted.Contains(draft.SentenceOf(one.First)) || !IsSettled(draft, one.First, one.Value))
            .Select(one => new ToneMark("hedging", draft.Span(one.First, one.Last), Kind + one.Value));
    }

    /// <summary>"Palaan pian, viimeistään huomenna" is a promise; "pian, ehkä huomenna" is none.</summary>
    private static bool IsSettled(Draft draft, int at, string kind)
    {
        var sentence = draft.SentenceOf(at);
        for (var i = Math.Max(sentence.First, at - Near); i < Math.Min(sentence.End, at + Near) && kind is "time" or "hope"; i++)
        {
            var word = draft.Word(i);
            if (kind == "time" ? times.Has(word) || char.IsAsciiDigit(word[0]) : kindly.Has(word))
                return true;
        }
        return false;
    }

    private static ByLanguage<string> Hedges()
    {
        var hedges = new ByLanguage<string>();
        AddFinnish(hedges.Finnish);
        AddSwedish(hedges.Swedish);
        AddEnglish(hedges.English);
        return hedges;
    }

    private static void AddFinnish(PatternList<string> words)
    {
        words.Add("ehkä|ehkäpä|kenties|mahdollisesti|luultavasti|luultavimmin|todennäköisesti|oletettavasti|ilmeisesti|kaiketi|periaatteessa|tavallaan|tietyllä tavalla|jollain tavalla|luulen|luulisin|luulen että|käsittääkseni|muistaakseni|uskoisin|saattaa olla|saattaa olla että|voi olla että|olettaisin|arvelisin|varmaankin|varmaan|en/emme ole .. varma/varmoja|jos oikein muistan|tietääkseni|saattaa/saattavat ratketa/kestää/viedä/olla/johtua/tulla/mennä/auttaa/onnistua/viivästyä/löytyä/puuttua/näkyä|voisi olla|eiköhän|arvelen|arvelisin|arvaan|lienee|lienevät|kai|kaipa|vissiin", "doubt");
        words.Add("pyrimme|pyrin|yritämme|yritän|koetamme|koitan|koitamme|koetan|parhaamme mukaan|mahdollisuuksien mukaan", "trying");
        words.Add("toivottavasti", "hope");
        words.Add("mahdollisimman pian/nopeasti/nopealla|niin pian kuin mahdollista|pian|piakkoin|lähiaikoina|lähipäivinä|lähitulevaisuudessa|aikanaan|jossain vaiheessa|jossakin vaiheessa|ennen pitkää|tuonnempana|palaan/palaamme/ilmoitan/ilmoitamme .. myöhemmin|palaan/palaamme/ilmoitan/ilmoitamme myöhemmin|sopivana ajankohtana|kohtuullisessa ajassa|jonkin ajan kuluttua|kun ehdin/ehdimme|kunhan ehdin/ehdimme|ehtiessämme|mahdollisimman pikaisesti|lähipäivien aikana|piakkoin", "time");
        words.Add("nähdään pian|tapaamisiin pian|näemme pian|pian näemme", "");
    }

    private static void AddSwedish(PatternList<string> words)
    {
        words.Add("kanske|möjligen|möjligtvis|eventuellt|troligen|troligtvis|förmodligen|antagligen|på sätt och vis|på något sätt|i princip|jag/vi tror|jag/vi gissar|jag/vi antar|det kan hända|jag/vi är inte .. säker/säkra|vad jag vet|är/blir/kommer/kan/har nog|såvitt jag vet", "doubt");
        words.Add("vi/jag försöker|vi/jag ska försöka|försöker vi/jag|vi strävar efter|så gott vi kan|i mån av möjlighet", "trying");
        words.Add("förhoppningsvis|vi hoppas kunna", "hope");
        words.Add("så snart/fort som möjligt|så snabbt som möjligt|snarast|snarast möjligt|inom kort|inom den närmaste tiden|inom en snar framtid|så småningom|i sinom tid|i ett senare skede|återkommer .. senare|snart", "time");
        words.Add("vi ses snart|ses snart", "");
    }

    private static void AddEnglish(PatternList<string> words)
    {
        words.Add("maybe|perhaps|possibly|probably|presumably|sort of|kind of|i/we think|i/we guess|i/we suppose|i/we believe|it/we might|it/this/that may be|basically|in principle|more or less|as far as i know|i'm/we're not .. sure/certain|i am not .. sure|we are not .. sure", "doubt");
        words.Add("we/i try|we'll/i'll try|we/i will try|we/i aim to|we strive|we/i hope to|do our/my best|trying our best", "trying");
        words.Add("hopefully", "hope");
        words.Add("as soon as possible|as soon as we/i can|asap|soon|shortly|in due course|in the near future|at some point|at a later date|sooner or later|in a timely manner|later on|before long|when we/i can", "time");
        words.Add("see/speak/talk you soon|see you again soon|talk/speak soon|get well soon|too soon|sooner|as soon as|this/that kind of|the/any/what/some/every/a kind of|the/some/any sort of|hear from you soon|as soon as it/the/your/you/they/this/that/there", "");
    }
}
