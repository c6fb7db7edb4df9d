using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>The official words of the three languages, each with the plain one that fits in its place.</summary>
internal static class OfficialWords
{
    public static ByLanguage<OfficialWord> All { get; } = Words();

    private static ByLanguage<OfficialWord> Words()
    {
        var words = new ByLanguage<OfficialWord>();
        AddFinnish(words.Finnish);
        AddSwedish(words.Swedish);
        AddEnglish(words.English);
        return words;
    }

    private static void AddFinnish(PatternList<OfficialWord> words)
    {
        Pairs(words, "mikäli=jos|täten=näin|näin ollen=siksi|siinä tapauksessa että=jos|taikka=tai|viipymättä=heti|niin ikään=myös|edellyttää=vaatii|edellyttävät=vaativat|edellytti=vaati|edellyttivät=vaativat|edellyttäisi=vaatisi|edellytetään=vaaditaan|edellytettiin=vaadittiin|edellyttäen että=jos|sillä edellytyksellä että=jos");
        Pairs(words, "kyseinen=tämä|kyseisen=tämän|kyseistä=tätä|kyseisenä=tänä|kyseisessä=tässä|kyseisestä=tästä|kyseiseen=tähän|kyseisellä=tällä|kyseiseltä=tältä|kyseiselle=tälle|kyseiseksi=täksi|kyseiset=nämä|kyseisten=näiden|kyseisiä=näitä|kyseisissä=näissä|kyseisistä=näistä|kyseisiin=näihin|kyseisillä=näillä|kyseisiltä=näiltä|kyseisille=näille");
        Pairs(words, "toimenpiteet=toimet|toimenpiteitä=toimia|toimenpiteisiin=toimiin|toimenpiteistä=toimista|toimenpiteillä=toimilla|toimenpiteiden=toimien|allekirjoittaneelle=minulle|allekirjoittaneelta=minulta|allekirjoittaneeseen=minuun");
        words.Add("toimenpide*|jatkotoimenpi*|asianomai*|jalkaut*|edellytämme|edellyttänyt|edellyttäneet|edellyttäen|ohessa|oheistettu*|edellä mainittu*|edellämainittu*|alla mainittu*|yllä mainittu*|viitaten|saatan/saatamme tiedoksi/tiedoksenne/tiedoksesi|tiedoksenne|maksusuoritu*|implementoi*|täytäntöönpan*|toimeenpan*|tarkoituksenmukai*|ensi tilassa|mitä tulee|edelleenlähet*|tiedoksianto*|asian/tämän/sen/tilauksen/laskun/aikataulun/hinnan/maksun/toimituksen/palautuksen suhteen|muodossa tai toisessa", new OfficialWord(null));
        words.Add("ko|em|ao", new OfficialWord(null, Only.BeforeDot));
        words.Add("allekirjoittanut|allekirjoittaneen|allekirjoittaneella|allekirjoittanutta", new OfficialWord(null, Only.NotAfterBeing));
        words.Add("nojalla|mukaisesti", new OfficialWord("mukaan", Only.AfterGenitive));
        words.Add("johdosta", new OfficialWord("vuoksi", Only.AfterGenitive));
        words.Add("puitteissa", new OfficialWord("rajoissa", Only.AfterGenitive));
        words.Add("toimesta|toimestamme|toimestanne|taholta|osalta", new OfficialWord(null, Only.AfterGenitive));
        words.Add("taholtamme|taholtanne|taholtani|osaltanne|osaltamme", new OfficialWord(null));
        words.Add("liittyen|johtuen|koskien", new OfficialWord(null));
        words.Add("lukien", new OfficialWord("alkaen", Only.AfterNoun));
        words.Add("ikkunan/oven/ovien/ikkunoiden puitteissa|koskien kuvat/varrella/rannalla/partaalla/kohina|suomen koskien|oma osalta", new OfficialWord(null, Only.Never));
    }

    private static void AddSwedish(PatternList<OfficialWord> words)
    {
        Pairs(words, "beträffande=om|avseende=om|rörande=om|i enlighet med=enligt|jämlikt=enligt|erhålla=få|erhåller=får|erhöll=fick|erhållit=fått|erhållna=fått|huruvida=om|i det fall att=om|i händelse av att=om|för den händelse att=om|därest=om|såvida=om|emedan=eftersom|ehuru=fastän|tillse=se till|tillser=ser till|tillsåg=såg till|tillsett=sett till|erlägga=betala|erlägger=betalar|erlade=betalade|erlagt=betalat|omgående=genast|inkomma med=skicka in|inkommer med=skickar in|översända=skicka|översänder=skickar|översände=skickade|översänt=skickat|införskaffa=skaffa|föreligger=finns|förelåg=fanns|vidkommande=om|verkställa=genomföra|verkställer=genomför|verkställde=genomförde|verkställt=genomfört|vad gäller=om|vad avser=om|hädanefter=från och med nu|såsom=som|nyttja=använda|nyttjar=använder|tillhandahålla=ge|tillhandahåller=ger");
        words.Add("härmed|härmedelst|undertecknads|vederbörande|vederbörlig*|ovannämnd*|nedannämnd*|förenämnd*|ovanstående|sagda|verkställas|verkställs|verkställdes|verkställts|verkställighet*|erhålls|erhållas|erhålles|anmodas|anmodar|delgivning|delges|å det snaraste|vidta/vidtar/vidtog/vidtagit/vidtaga .. åtgärder|genom vår försorg|på förekommen anledning|med stöd av lag/lagen/avtalet|inom ramen för|bifogat översänds|åligger|ankommer på|härvid|därvid|härav|därav|erfordras|erforderlig*|ifrågavarande|i förekommande fall|till följd härav|hänvisande till|under hänvisning till", new OfficialWord(null));
        words.Add("undertecknad|undertecknade", new OfficialWord(null, Only.NotAfterBeing));
        words.Add("med avseende på", new OfficialWord(null));
    }

    private static void AddEnglish(PatternList<OfficialWord> words)
    {
        Pairs(words, "in the event that=if|in the event you=if you|pursuant to=under|commence=start|commences=starts|commenced=started|commencing=starting|commencement=start|utilize=use|utilise=use|utilizes=uses|utilises=uses|utilized=used|utilised=used|utilizing=using|utilising=using|utilization=use|utilisation=use|prior to=before|subsequent to=after|with regard/regards to=about|in regard/regards to=about|with respect to=about|in respect of=about|pertaining to=about|due to the fact that=because|owing to the fact that=because|in view of the fact that=because|at this point in time=now|at the present time=now|at this time=now|notwithstanding=despite|endeavour/endeavor to=try to|ascertain=find out|forthwith=at once|in lieu of=instead of|remittance=payment|rectify=fix|rectified=fixed|expedite=speed up|as per your request=as you asked|per your request=as you asked|kindly=please|for the purpose of=for|on behalf of ourselves=for us|terminate=end|terminated=ended|henceforth=from now on|hence=so|provided that=if|should you wish to=if you want to|should you require=if you need|obtain=get|obtained=got|purchase order number=order number|in excess of=more than|thereafter=after that|regarding the matter of=about|until such time as=until|upon receipt of=when we get|cognizant of=aware of|in accordance with your wishes=as you wished");
        words.Add("aforementioned|aforesaid|abovementioned|above-mentioned|hereby|herewith|hereinafter|hereto|hereof|herein|thereof|therein|thereto|therewith|thereby|heretofore|whereas|wherein|whereby|the undersigned|undersigned|duly|per our records|as per our records|as per my last/previous/earlier email/e-mail/message/mail|per my last/previous/earlier email/e-mail/message/mail|as per|in accordance with|in compliance with|please be advised|be advised|be informed that|please be informed|enclosed please find|attached please find|please find enclosed/attached|it has come to our attention|in the event of|inter alia|remit|in connection with|the said invoice/order|deemed|as regards|set forth|stipulated|stipulates|in light of the foregoing|the foregoing|at your earliest convenience|we regret to inform you|subject matter|do not hesitate to|endeavour|endeavor|per se|effectuate", new OfficialWord(null));
    }

    private static void Pairs(PatternList<OfficialWord> words, string pairs)
    {
        foreach (var pair in pairs.Split('|'))
            words.Add(pair.Split('=')[0], new OfficialWord(pair.Split('=')[1]));
    }
}
