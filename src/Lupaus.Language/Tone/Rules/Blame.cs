using Lupaus.Language.Tone.Drafts;
using Lupaus.Language.Words;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// Wordings that put the fault on the customer: "unohditte", "et ole maksanut", "olisi teidän pitänyt", "oma vikasi", "kuten jo kerroin". Not after "jos", which
/// says what might be, not where blame is denied ("ei ole sinun vikasi"), and not where it is asked softly ("unohditko ehkä").
/// </summary>
internal sealed class Blame : IToneRule
{
    private const string Done = "tone.blame.why";
    private const string Should = "tone.blame.why.should";
    private const string Fault = "tone.blame.why.fault";
    private const string Told = "tone.blame.why.told";

    private static readonly ByLanguage<string> blames = Blames();
    private static readonly WordSet perhaps = new("jos mikäli ellei elleivät jollet jollette ellet ellette om ifall if unless whether");
    private static readonly WordSet denying = new("ei eivät eikä inte ingalunda not isn't wasn't never aldrig älä älkää");
    private static readonly WordSet asSaid = new("kuten niinkuin niin as like");
    private static readonly WordSet softly = new("ehkä kenties mahdollisesti kanske månne perhaps possibly maybe");
    private static readonly WordSet suffering = new("joutua odottaa odottamaan saada tarvita joutumaan kokea received heard got wait waited fått få höra vänta been seen");

    public IEnumerable<ToneMark> In(Draft draft) => blames.In(draft).Where(one => one.Value.Length > 0 && !IsHarmless(draft, one)).Select(one => Mark(draft, one));

    private static bool IsHarmless(Draft draft, (int First, int Last, string Why) one)
    {
        if (one.Why == Told)
            return false;
        var sentence = draft.SentenceOf(one.First);
        if (draft.IsBefore(one.First, perhaps, 6) || (one.Why == Fault && draft.IsBefore(one.First, denying, 4)))
            return true;
        if (one.Why == Fault && Following(draft, one.Last, 3).Any(i => denying.Has(draft.Word(i))))
            return true;
        if (one.Why == Should && IsSomebodyElses(draft, one.First))
            return true;
        for (var i = Math.Max(sentence.First, one.First - 4); i < Math.Min(sentence.End, one.First + 5); i++)
            if (softly.Has(draft.Word(i)))
                return true;
        return one.Why == Should && Following(draft, one.Last, 2).Any(i => suffering.Has(draft.Word(i)));
    }

    /// <summary>"Kuljettajan olisi pitänyt ilmoittaa": before a bare "olisi pitänyt" stands the one who should have.</summary>
    private static bool IsSomebodyElses(Draft draft, int first) =>
        draft.Word(first).Equals("olisi", StringComparison.OrdinalIgnoreCase) && first > 0 && draft.IsSameSentence(first - 1, first) && draft.Word(first - 1).EndsWith("n", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<int> Following(Draft draft, int last, int words) =>
        Enumerable.Range(last + 1, words).Where(i => i < draft.Count && draft.IsSameSentence(last, i));

    /// <summary>"Kuten jo kerroin, lasku…" can simply begin with the invoice; in Swedish the order of words would have to change.</summary>
    private static ToneMark Mark(Draft draft, (int First, int Last, string Why) one)
    {
        var span = draft.Span(one.First, one.Last);
        var mayGo = one.Why == Told && draft.SentenceOf(one.First).First == one.First && draft.After(one.Last) == ',' && one.Last + 1 < draft.Count
            && draft.IsSameSentence(one.Last, one.Last + 1) && asSaid.Has(draft.Word(one.First));
        if (!mayGo)
            return new ToneMark("blame", span, one.Why);
        var next = draft.Word(one.Last + 1);
        return new ToneMark("blame", TextSpan.Between(span.Start, draft.Span(one.First, one.Last + 1).End), one.Why, Wording.Like(draft.Word(one.First), next.ToString()));
    }

    private static ByLanguage<string> Blames()
    {
        var words = new ByLanguage<string>();
        AddFinnish(words.Finnish);
        AddSwedish(words.Swedish);
        AddEnglish(words.English);
        return words;
    }

    private static void AddFinnish(PatternList<string> words)
    {
        words.Add("et/ette .. tehnyt/tehneet .. väärin/virhettä/virheitä/väärää|et/ette .. tehnyt/tehneet .. mitään", "");
        const string duties = "toimit* ilmoit* maksan* vastan* täyttän* lähettän* lähettän* noudatt* lukenut lukeneet muistan* huolehti* tarkistan* tarkastan* palautt* kerto* mainin* varan* peru* hoita* suoritt* viitsi* vaivau* kuunnel* kuunnellut perehty* seuran* liittän* allekirjoitt* rekisteröi* toimin* tehnyt tehneet selvittän* vahvista* ottanut ottaneet antanut antaneet tutustu* ymmärtän* hake* pyytän* esittän* tilan* huomann* pitän* kytken* asentan* päivittän*";
        var past = duties.Replace(' ', '/');
        words.Add($"et/ette/etkä/ettekä {past}|et/ette/etkä/ettekä .. {past}|et/ette/etkä/ettekä ole/olleet .. {past}|etkö/ettekö .. {past}|et/ette .. ymmärrä|etkö/ettekö .. ymmärrä/osaa", Done);
        words.Add("unohdit|unohditte|unohditko|unohditteko|sinä/sä/te unohdit/unohditte|olet/olette .. unohtanut/unohtaneet|oletko/oletteko .. unohtanut/unohtaneet|laiminlöit|laiminlöitte|olet/olette .. laiminlyönyt/laiminlyöneet|väität|väitätte|väitit|väititte|mokasit|mokasitte|sekoilit|sössit|sössitte|hutiloit|hutiloitte", Done);
        words.Add("sinun/sun/teidän/asiakkaan .. olisi pitänyt/tullut/kuulunut/kannattanut|sinun/sun/teidän .. ei olisi pitänyt/kannattanut|olisi pitänyt/tullut .. maksaa/palauttaa/lukea/ilmoittaa/perua/peruuttaa/täyttää|olisi sinun/teidän .. pitänyt/tullut/kuulunut/kannattanut|sinun/teidän .. pitäisi/tulisi/kuuluisi/täytyisi .. tietää/ymmärtää/osata/tajuta|olisit/olisitte .. voinut/voineet/lukenut/lukeneet/tarkistanut/tarkistaneet/ilmoittanut/ilmoittaneet/huomannut/huomanneet/kysynyt/kysyneet/tiennyt/tienneet/ymmärtänyt/ymmärtäneet|mikset/miksette .. ilmoittanut/ilmoittaneet/kertonut/kertoneet/lukenut/lukeneet/tarkistanut/tarkistaneet", Should);
        words.Add("teit/teitte .. virheen/virheitä|olet/olette .. tehnyt/tehneet .. virheen/virheitä|vika/syy/virhe/moka on .. sinun/teidän/omasi/omanne/sinussa/teissä/itsessäsi/itsessänne/sun|johtuu .. sinusta/teistä/itsestäsi/itsestänne|vikasi|vikanne|oma vika/moka/syy|omaa syytä|oma/omaa/omasta/omat virheesi/virheenne/mokasi/mokanne|sinun/teidän .. virheesi/virheenne/virheestäsi/virheestänne|virheesi|virheenne|virheestäsi|virheestänne|oma/omaa/sinun/teidän syysi/syynne/syytäsi/syytänne|syytä itseäsi/itseänne|syyttäkää itseänne|huolimattomuutesi|huolimattomuutenne|huolimattomuudestasi|huolimattomuudestanne|huolimattomuuttasi|huolimattomuuttanne|laiminlyöntisi|laiminlyöntinne|laiminlyönnistäsi|laiminlyönnistänne|laiminlyöntiäsi|laiminlyöntiänne|tietämättömyytesi|tietämättömyytenne|olet/olette .. itse aiheuttanut/aiheuttaneet|itse aiheutit/aiheutitte|aiheutit/aiheutitte .. itse|olet/olette väärässä", Fault);
        words.Add("kuten/niinkuin jo .. kerroin/sanoin/mainitsin/totesin/ilmoitin/kirjoitin/selitin/kerroimme/sanoimme/mainitsimme/totesimme/ilmoitimme|kuten/niinkuin aiemmin/aikaisemmin/edellä/useasti .. kerroin/sanoin/mainitsin/totesin/ilmoitin/kirjoitin/kerroimme/sanoimme/totesimme|kuten sanoin/totesin/sanoimme/totesimme|kuten/niinkuin olen/olemme .. kertonut/sanonut/maininnut/todennut/ilmoittanut/kertoneet/sanoneet/maininneet/todenneet/ilmoittaneet|niin kuin jo .. kerroin/sanoin/kerroimme/sanoimme|niin kuin sanoin|olen/olemme jo .. kertonut/sanonut/selittänyt/kertoneet/sanoneet/selittäneet|jo/kuten .. monta/useita .. kertaa .. kertonut/sanonut/selittänyt/kertoneet/sanoneet|sanoin/kerroin/selitin jo|kuten .. on jo .. kerrottu/sanottu/todettu/mainittu|kuten jo .. sanottu/todettu/mainittu|lukee .. selvästi/selkeästi|lukee kyllä|muistutan/muistutamme vielä kerran|selvästi lukee|selvästi .. kerrottu/kerrotaan/sanottu", Told);
    }

    private static void AddSwedish(PatternList<string> words)
    {
        words.Add("du/ni har inte gjort|du/ni har inte gjort något fel|du/ni gjorde inte .. fel", "");
        words.Add("du/ni borde/skulle ha|du/ni borde/skulle inte ha|borde/skulle du/ni .. ha|du/ni borde/skulle .. veta/läst/förstå|det borde du/ni|ni/du borde", Should);
        words.Add("du/ni har glömt|du/ni glömde|har du/ni glömt|glömde du/ni|du/ni har .. glömt|du/ni underlät|du/ni har .. underlåtit|du/ni har försummat|du/ni försummade|du/ni misslyckades|du/ni missade|du/ni har missat|du/ni slarvade|du/ni har .. slarvat|underlät du/ni|varför har/läste/betalade du/ni inte|du/ni har inte .. skickat/betalat/läst/lämnat/meddelat/följt/svarat/bifogat/fyllt/kontrollerat/informerat/anmält/angett/uppgett|du/ni skickade/betalade/läste/lämnade/meddelade/följde/svarade/bifogade/fyllde/kontrollerade inte|har du/ni inte läst/betalat|läste du/ni inte|du/ni förstår inte", Done);
        words.Add("ditt/ert eget fel|ditt/ert fel|egen skuld|ditt/ert misstag|din/er vårdslöshet|du/ni gjorde .. fel|du/ni har .. fyllt/skrivit/angett/gjort/valt/uppgett/matat .. fel/felaktig/felaktigt|du/ni fyllde/skrev/angav/valde/uppgav/använde .. fel/felaktig/felaktigt|du/ni har fel|du/ni missförstod|felet är/ligger .. ditt/ert/dig/er|skyll dig/er själv/själva", Fault);
        words.Add("som jag/vi redan .. sagt/sade/sa/nämnt/skrivit/skrev/berättat/förklarat/meddelat/nämnde|som jag/vi .. redan .. sagt/nämnt/skrivit/berättat/förklarat/meddelat|som tidigare sagts/nämnts|som jag/vi sa/sade|som jag/vi .. skrev/sa/nämnde/sade tidigare|som sagt|jag/vi har redan .. sagt/berättat/förklarat|det står .. tydligt|det framgår tydligt|som det tydligt", Told);
    }

    private static void AddEnglish(PatternList<string> words)
    {
        words.Add("you did nothing wrong|you have done nothing wrong|you .. didn't/haven't .. wrong|you did/have not .. wrong", "");
        words.Add("you should have|you shouldn't have|you should've|you ought to have|you could have .. told/asked/read/checked|you were supposed to|you should not have|you should .. know|why didn't you|why did you not|you should know", Should);
        words.Add("you failed|you failed to|you've failed to|you have failed to|you must have .. entered/typed/used/missed|you forgot|you have/you've forgotten|you've forgotten|did you forget|you neglected|you have neglected|you omitted|you overlooked|you didn't .. read/follow/send/pay/tell/attach/fill/check/inform/provide/submit/return/reply/answer/include/enclose|you did not .. read/follow/send/pay/tell/attach/fill/check/inform/provide/submit/return/reply/answer/include/enclose|you haven't .. read/followed/sent/paid/told/attached/provided/submitted/returned/replied/answered/included|you have not .. read/followed/sent/paid/told/attached/provided/submitted/returned/replied/answered/included|you never .. read/sent/paid/told/replied/answered/informed|didn't you read|you don't understand|you messed up|you screwed up", Done);
        words.Add("your own fault|your fault|your own mistake|your mistake|your error|your own error|your negligence|your carelessness|you .. made a/the mistake/error|you are wrong|you're wrong|you are mistaken|you're mistaken|you entered/typed/gave/used/chose/selected/filled/wrote/picked/ordered/provided/did .. wrong/incorrect/incorrectly/wrongly|you have/you've .. entered/typed/given/used/chosen/filled .. wrong/incorrect/incorrectly|you misunderstood|you misread|blame yourself|you only have yourself", Fault);
        words.Add("as i/we already .. told/said/mentioned/explained/stated/wrote|as i/we already .. told you|as i/we .. mentioned/said/stated/explained/wrote earlier/before/previously|as mentioned/stated/explained in my/our previous/last/earlier email/e-mail/message/reply|as i've/we've already .. told/said/mentioned/explained/stated|as i/we have already .. told/said/mentioned/explained/stated|as already .. told/said/mentioned/explained/stated|as i/we .. said before|as previously .. stated/mentioned/explained/told|as i/we told you|like i/we .. said|i/we already .. told/explained|i've/we've already .. told/explained|as i/we said|i/we have already .. told/explained|as stated .. clearly|as clearly stated|clearly states/stated/says", Told);
    }
}
