using System.Collections.Frozen;

namespace Lupaus.Language.Detecting;

/// <summary>
/// Greetings, thanks and small words that belong to one of our languages alone, spoken and hasty forms with them. A word that two of the
/// three share ("en", "men", "mina"), or a neighbour's ("det", "var"), does not belong here: the model weighs it.
/// </summary>
internal static class CommonWords
{
    /// <summary>What a word of these lists adds to its language, in natural logarithms.</summary>
    public const float Weight = 4;

    private const string Finnish = """
        moi moikka moikkuu moro moron morjens morjesta heippa heipä hei heissan terve tervehdys huomenta päivää paivaa iltaa hyvää hyvaa
        kiitti kiitos kiitoksia kiittäen kiitän kiitokset kiits tsau moido näkemiin nakemiin hyvästi ystävällisin ystavallisin terveisin terveisiä
        terkuin anteeksi sori pahoittelut ole olkaa hyvä joo juu joopa jep kyllä kylla ei eikä eika eivät emme ette eihän eiks
        minä mä mää mie sinä sä sää sie hän mun sun minun sinun hänen meidän meidan teidän teidan heidän minulla mulla
        minulle mulle sulla sulle teillä teilla teille meillä meille tämä tää tän tämän taman tätä nämä nama tuo nuo niiden niitä
        mikä mika mitä mita missä missa mistä mista mihin milloin koska kuka kenen kenelle miten miksi mikäli paljonko montako kuinka
        onko onks oliko olisiko oisko voiko voiks voisiko vois voisitteko voitteko saako saisiko pitääkö tuleeko löytyykö oletteko ootteko
        olen oon olet oot olemme olette ovat oli olin olivat olisi olis ollut olleet että etta mutta mut vaikka jos kun kuin tai vai sekä seka
        myös myos vielä viela vieläkään vielakaan taas nyt aina vain vaan vasta heti eilen tänään tanaan huomenna viikko viikkoa
        toimi toimii tarvitsen tarviin tarvii haluan haluaisin haluun pitää pitaa pitäisi pitäs saa saan saanut tullut tuli tulee
        apua lasku laskun laskusta tilaus tilauksen paketti salasana unohdin lippu maksu palautus hyvitys reklamaatio sähköposti
        juna junan junalippu bussi tulostin näyttö puhelin puhelimen kirjautuminen käyttäjätunnus tunnukset sovellus liite liitteenä kts
        """;

    private const string Swedish = """
        hejsan hej hejhej hallå halloj tjena tjenare tjabba tjo tack tackar tacksam morgon kväll goddag hejdå mvh hälsningar halsningar
        vänliga vanliga snälla tyvärr tyvarr ursäkta förlåt forlat nej nä nää jaha nån någon nagon något nagot nåt några inte inget ingen
        jag mej dej honom henne hon han ni oss ert era vår vårt våra sitt deras hennes
        är varit blir blev bli blivit haft kunna skall vill måste maste får fått
        och att detta dessa där här när hur vad vem vilken vilket vilka varför varfor eller också ocksa bara mycket
        från för efter innan över mellan sedan sen redan fortfarande idag igår imorgon
        gick går funkar fungerar fungerade behöver behover hjälp hjalp hjälpa logga glömt glomt glömde lösenord losenord faktura fakturan
        räkning räkningen beställning bestallning paketet biljett biljetten pengar pengarna betala betalat tappat vänta väntar avboka återbetalning
        säger sagt ringa ringde skicka skickat svar svara tåget kvitto
        """;

    private const string English = """
        hi hello hey thx thanks thank thanx ty cheers please pls plz sorry regards sincerely dear morning yes yeah yep nope bye
        the and but of from with without for into about after before because this that these those there here
        i'm i've i'd i'll im ive you your yours you're youre he's she her his it its it's we our us they their them mine myself who what
        when where which why how whose is are were be been being does did don't dont doesn't doesnt didn't didnt can't cant cannot
        could couldn't should would won't wont wouldn't have has had haven't hasn't shall may might must not isn't aren't wasn't
        any some every nobody someone anyone something anything nothing still yet already again also too very just only
        get got give help need want working works broken order invoice bill password forgot ticket refund receipt account login
        today yesterday tomorrow week weeks back call phone
        """;

    private const string NoLanguage = """
        ok okay okei okej k kk hm hmm hmmm hmmmm mm ah oh eh haha hehe lol xd asdf asdfg qwerty xxx xxxx test
        info faq pdf pin puk sms mms wifi wi-fi wlan lan usb vpn html url id ip pc tv dvd cd gb mb kb mhz eur usd sek www http https bic iban
        iphone ipad android samsung nokia google facebook microsoft outlook excel whatsapp instagram bluetooth
        """;

    public static FrozenDictionary<string, Kind> All { get; } =
        new[] { (Finnish, Kind.Finnish), (Swedish, Kind.Swedish), (English, Kind.English) }
            .SelectMany(list => Split(list.Item1).Select(word => KeyValuePair.Create(word, list.Item2)))
            .ToFrozenDictionary();

    public static FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> Kinds { get; } = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AreOfNoLanguage { get; } =
        Split(NoLanguage).ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    private static IEnumerable<string> Split(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct();
}
