using Lupaus.Core.Tickets;
using static Lupaus.Web.Order.Upkeep.DemoPeople;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>People on the way, or about to be.</summary>
internal sealed class TripStories(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents) : DemoStories(stage, agents)
{
    public override IEnumerable<Func<Task>> All =>
    [
        TheTrainInTenMinutes, TheWrongNameOnTheTicket, TheCabinForFour, TheCancelledFlight, TheConnectionTonight, TheLostSeats, TheGroupThatWaited,
        TheVisa, TheTripThatWasNot, TheChoirToTallinn, TheHotelThatDoesNotAnswer, ThanksFromTheArchipelago, TheManWithATelephone, TheTicketAsAPicture,
        TheRefundThatDidNotCome, LappiAgain,
    ];

    /// <summary>Kept from the first message to "kyllä, kiitos": the customer travels first, and whose mistake it was comes later.</summary>
    private async Task TheTrainInTenMinutes()
    {
        await Day(6, "09:38");
        var matter = await Writes(
            Finn("Juho Niemi", "juho.niemi", "040 555 0142"), Trips, "Lippua ei voi lunastaa, juna lähtee kohta",
            """
            Hei, seison Helsingin asemalla lippuautomaatilla. Varasin ja maksoin teiltä menopaluun Hankoon jo kaksi viikkoa sitten, varaus on nimellä Niemi. Automaatti väittää, ettei lippua voi lunastaa. Juna lähtee kymmenen minuutin päästä ja minulla on keikka Hangossa illalla, myöhempi juna ei käy.

            Mitä teen??
            """,
            deadline: In(10));
        await After(1);
        await matter.AimFor("Hangossa ennen illan keikkaa", Maija);
        await matter.Note(Maija, "Järjestelmän mukaan lippu on toimitettu kotiosoitteeseen. Juholla ei ole sitä kädessä, eikä siitä nyt väitellä: ostan uuden samaan junaan ja selvitän sen jälkeen.");
        await matter.Disagree("Lippua ei voi lunastaa automaatista, eikä sitä ole tullut muualtakaan.", new RecordsWord("Lippu on toimitettu kotiosoitteeseen.", "Varausjärjestelmä", "toimitukset, varaus Niemi"), Maija);
        await After(1);
        await matter.Reply(Maija,
            """
            Hei Juho, nouse junaan! Ostin sinulle juuri uuden paikan samaan junaan, vaunu 3, paikka 24. Lippu tulee tekstiviestinä tähän numeroon muutamassa minuutissa, ja konduktööri tietää sinusta.

            Sinun ei tarvitse maksaa mitään nyt. Selvitän, mihin ensimmäinen lippu jäi, ja soitan sinulle.
            """,
            FindOut(In(360), "Mihin ensimmäinen lippu jäi ja miten rahat palautuvat"));
        await After(14);
        await matter.Writes("Olen junassa!! Lippu tuli ja konduktöörikin hymyili. Jään odottamaan soittoa, kiitos tähän asti.");
        await Day(6, "13:20");
        await matter.Note(Maija, "Liikenteenharjoittaja vahvisti: verkkokauppamme oli laittanut tilaukseen postilipun, vaikka Juho valitsi asemalta noudettavan. Valinta hyppää takaisin, jos sivun lataa uudelleen. Meidän lomakkeemme vika.");
        await matter.Raise(ObstacleKind.Failure, "Tilauslomake vaihtoi noutolipun postilipuksi, kun sivu ladattiin uudelleen.", Maija);
        await matter.Settle(new Verdict(WhichHolds.Customers, DiscrepancyCause.Malfunction, "Lippu oli matkalla postissa, eikä Juho ollut sitä pyytänyt: lomake vaihtoi toimitustavan.", Source: "Tilauslomake"), Maija);
        await Day(6, "14:05");
        await matter.Reply(Maija,
            """
            Hei Juho, toivottavasti Hanko näyttää parhaat puolensa! Yritin soittaa, mutta kuulin taustalla skootterin, joten kirjoitan.

            Selvisi, mistä oli kyse: tilauslomakkeemme vaihtoi noutolipun itsekseen postilipuksi. Vika oli meidän, ei sinun, ja korjaamme lomakkeen. Palautamme päällekkäisen lipun hinnan, 34,80 €. Mille tilille saan maksaa sen?
            """,
            Act(On(4, "15:00"), "Palautetaan päällekkäisen lipun hinta ja kerrotaan, kun se on maksettu"));
        await matter.Owe("Palautus 34,80 € Juho Niemelle", On(4, "15:30"), Maija, told: true);
        await Day(6, "16:40");
        await matter.Writes("No nyt lämmitti mieltä. Tilin voi katsoa edellisestä laskusta, sama se on edelleen. Keikka on muuten seitsemältä, jos haluatte kuunnella livenä netistä :)");
        await Day(4, "10:12");
        await matter.Done(Maija);
        await matter.Settle(ObstacleKind.Failure, "Lomake korjattu: valinta pysyy, ja toimitustapa sanotaan vahvistuksessa. 34,80 € palautettu.", Maija);
        await matter.Reply(Maija,
            """
            Hei Juho, 34,80 € lähti tilillesi tänä aamuna, ja lomakekin on nyt korjattu: sama ei satu seuraavalle. Kiitos, että kerroit heti etkä vasta jälkeenpäin. Kuuntelimme muuten koko porukalla!
            """,
            Solves);
        await Day(4, "11:03");
        await matter.Confirms();
        await matter.Writes("Kiitos paljon!");
    }

    /// <summary>Now: less than an hour left, and nobody has opened it yet.</summary>
    private async Task TheWrongNameOnTheTicket()
    {
        await Ago(9);
        await Writes(
            Finn("Eeva Rantanen", "eeva.rantanen", "050 555 0177"), Trips, "Lipussa on väärä nimi, bussi lähtee pian",
            "Hei! Huomasin vasta nyt, että lentokenttäbussin lipussa lukee tyttäreni nimi eikä minun. Bussi lähtee kohta ja kuljettajat kuulemma tarkistavat henkilöllisyyden. Voiko nimen vaihtaa vielä vai ostanko uuden?",
            deadline: FromPresent(42));
    }

    private async Task TheCabinForFour()
    {
        await Day(1, "10:20");
        var matter = await Writes(
            Swede("Camilla Ström", "camilla.strom"), Trips, "Byta hytt till en större",
            "Hej! Vi har bokat en hytt för två till Stockholm, men nu kommer barnen också med. Går det att byta till en fyrapersonershytt utan att betala hela resan på nytt? Bokningen är på mitt namn.");
        await Day(1, "11:05");
        await matter.Reply(Antti,
            "Hej Camilla, vad roligt att barnen får följa med! Rederiet har hytter kvar på er avgång, men jag vet ännu inte vad bytet kostar. Jag frågar dem och återkommer, så behöver du inte ringa någonstans.",
            FindOut(Ahead(1, "12:00"), "Vad det kostar att byta till en fyrapersonershytt"),
            understood: "Ni har en hytt för två, men barnen kommer med. Ni vill byta till en hytt för fyra utan att betala hela resan på nytt.");
        await Day(1, "11:40");
        await matter.Writes("Tack! En hytt med fönster vore fint, men det är inte nödvändigt.");
    }

    private async Task TheCancelledFlight()
    {
        await Day(2, "08:55");
        var matter = await Writes(
            Foreigner("Daniel Okafor", "daniel.okafor"), Trips, "Refund for the cancelled Riga flight",
            "Hi, the airline cancelled our flight to Riga and offered a voucher. We'd rather have the money back. There were two tickets on the booking. Could you help, or do I have to queue on the airline's phone line?");
        await Day(2, "09:30");
        await matter.Reply(Maija,
            "Hi Daniel, no queueing needed: when an airline cancels, you may choose money instead of a voucher (Regulation (EC) No 261/2004, article 8). I'm filing the claim for both tickets and will tell you as soon as the airline has confirmed it.",
            Act(Ahead(2, "15:00"), "File the refund claim and tell when it is confirmed"),
            understood: "You would rather have the money back than a voucher, for both tickets on the booking.");
        await matter.Give("A coffee voucher for the airport", 900, "They queued for an hour before they wrote to us.", Maija);
        await matter.SaysItIsSo();
        await matter.Owe("Refund of two tickets from the airline", Ahead(4, "15:00"), Maija);
    }

    /// <summary>Now: the promise is due in a moment.</summary>
    private async Task TheConnectionTonight()
    {
        await Ago(75);
        var matter = await Writes(
            Finn("Oskari Lehtinen", "oskari.lehtinen"), Trips, "Ehdimmekö vaihtaa Tampereella?",
            "Moi, junamme on kuulemma myöhässä jo lähtiessä. Vaihtoaikaa Tampereella on 11 minuuttia ja mukana on lastenvaunut. Odottaako jatkoyhteys vai pitääkö keksiä jotain muuta?");
        await Ago(68);
        await matter.Reply(Maija,
            "Moi Oskari! En osaa vielä sanoa, odottaako jatkojuna, mutta selvitän sen ohjauskeskuksesta. Istukaa rauhassa: jos juna ei odota, katson teille valmiiksi seuraavan vuoron ja paikan vaunuille.",
            FindOut(FromPresent(16), "Odottaako jatkoyhteys Tampereella"));
    }

    /// <summary>Now: broken a while ago, renewed, and not yet answered.</summary>
    private async Task TheLostSeats()
    {
        await Ago(200);
        var matter = await Writes(
            Finn("Pirkko Heikkilä", "pirkko.heikkila"), Trips, "Paikkamme olivat eri vaunuissa",
            "Varasin meille kahdelle vierekkäiset paikat paluumatkalle, mutta lipuissa on vaunut 4 ja 7. Mieheni ei näe kunnolla eikä voi matkustaa yksin. Saisiko tämän korjattua ennen kuin lähdemme?");
        await Ago(185);
        await matter.Reply(Antti, "Hei Pirkko, totta kai te matkustatte vierekkäin. Pyydän paikanvaihtoa ja kerron, missä vaunussa istutte.", Act(FromPresent(-24), "Vaihdetaan paikat vierekkäisiin"));
    }

    /// <summary>Now: broken twice in a row; the lead answers for it.</summary>
    private async Task TheGroupThatWaited()
    {
        await Ago(340);
        var matter = await Writes(
            Finn("Markku Toivonen", "markku.toivonen@urheiluseura.example"), Trips, "Bussi 34 pelaajalle",
            "Terve, tarvitsemme ensi kuun turnaukseen bussin 34 pelaajalle ja varusteille. Ilmoittautuminen sulkeutuu tällä viikolla, joten hinta pitäisi tietää pian.");
        await Ago(320);
        await matter.Reply(Antti, "Terve Markku! Kysyn tarjouksen kahdelta liikennöitsijältä, jotta saatte vertailla. Palaan hintojen kanssa.", FindOut(FromPresent(-110), "Bussin hinta kahdelta liikennöitsijältä"));
        await JustAfter(FromPresent(-110));
        await matter.Lapse(
            FromPresent(-25),
            "Olemme myöhässä, anteeksi. Lupasimme palata hintojen kanssa, mutta emme ehtineet. Antti Laine vastaa sinulle pian. Sinun ei tarvitse tehdä mitään.", Riikka);
    }

    private async Task TheVisa()
    {
        await Day(8, "12:15");
        var matter = await Writes(
            Finn("Kaarina Ojala", "kaarina.ojala"), Trips, "Viisumi Intiaan",
            "Hei, ostin teiltä lennot Intiaan. Hoidatteko myös viisumin? Lähtöön on viisi viikkoa.");
        await Day(8, "13:02");
        await matter.Reply(Maija,
            """
            Hei Kaarina, mukavaa matkaa jo etukäteen! Viisumia emme valitettavasti voi hakea puolestasi: hakija itse on vastuussa tiedoista, ja hakemus tehdään suoraan Intian viranomaisille.

            Apua saat Intian suurlähetystöstä Helsingistä, konsuliosasto on auki arkiaamuisin. Sähköinen hakemus käsitellään yleensä muutamassa päivässä, joten sinulla on hyvin aikaa. Lennon tiedot, joita lomake kysyy, löydät vahvistuksemme sivulta 2.
            """,
            CannotHelp);
    }

    private async Task TheTripThatWasNot()
    {
        await Day(7, "14:30");
        var matter = await Writes(
            Finn("Ville Kärki", "ville.karki"), Trips, "Hotelli Porvoosta viikonlopuksi",
            "Moro, löytyykö Porvoosta hotellia kahdelle ensi viikonlopuksi, mieluiten vanhan kaupungin läheltä?");
        await Day(7, "15:10");
        await matter.Reply(Antti, "Moro Ville! Kaksi hyvää on vielä vapaana. Varmistan aamiaisen ja hinnan ja palaan.", FindOut(On(6, "12:00"), "Kaksi vaihtoehtoa hintoineen"));
        await Day(6, "09:05");
        await matter.Writes("Kiitti vaivasta, mutta ystävä tarjosikin mökkiä. Ei tarvita hotellia!");
        await Day(6, "09:20");
        await matter.Withdraws();
    }

    /// <summary>Now: just in, untouched.</summary>
    private async Task TheChoirToTallinn()
    {
        await Ago(31);
        await Writes(
            Finn("Helena Saarinen", "helena.saarinen@kuoro.example"), Trips, "Kuoromatka Tallinnaan toukokuussa",
            "Hei! Olemme 28-henkinen kuoro ja suunnittelemme viikonloppua Tallinnassa. Laiva, hotelli ja yksi harjoitustila, jossa on piano. Mitä tämä suunnilleen maksaisi ja milloin pitäisi varata?");
    }

    /// <summary>Now: moved once, with the reason.</summary>
    private async Task TheHotelThatDoesNotAnswer()
    {
        await Day(3, "10:00");
        var matter = await Writes(
            Finn("Riitta Hakala", "riitta.hakala"), Trips, "Allergiahuone Oulusta",
            "Hei, tyttäreni saa oireita kokolattiamatoista. Voitteko varmistaa Oulun hotellilta, että huoneessa on kova lattia, ennen kuin maksan varauksen?");
        await Day(3, "10:45");
        await matter.Reply(Maija, "Hei Riitta, hyvä että kysyit ajoissa. Pyydän hotellilta vahvistuksen kirjallisena, ja pidän huoneen sinulle varattuna siihen asti ilman maksua.", FindOut(On(1, "15:00"), "Hotellin vahvistus kovasta lattiasta"));
        await Day(1, "13:30");
        await matter.Disagree("Huoneessa oli viimeksi kokolattiamatto.", new RecordsWord("Kaikissa huoneissa on kova lattia.", "Hotellin sivut", "huoneiden kuvaukset"), Maija);
        await matter.Move(Ahead(1, "15:00"), "hotellin huonevastaava palaa lomalta vasta huomenna, eikä kukaan muu osaa luvata huonetta", Maija);
    }

    /// <summary>Thanks after closing: shown to the owner, and nothing reopens.</summary>
    private async Task ThanksFromTheArchipelago()
    {
        await Day(9, "09:15");
        var matter = await Writes(
            Swede("Bengt Holm", "bengt.holm"), Trips, "Cykel på förbindelsebåten?",
            "Hej, vi ska cykla Skärgårdens ringväg. Får man ta med två cyklar på förbindelsebåten till Utö, och måste platsen bokas?");
        await Day(9, "09:50");
        await matter.Reply(Antti, "Hej Bengt! Ja, cyklarna åker med utan avgift så länge det finns plats, och de kan inte bokas i förväg. Ta morgonturen på vardagar, då är det lugnast. Tidtabellen för er vecka ligger som bilaga på er sida. God tur!", Solves, file: DemoFiles.Timetable);
        await Day(8, "18:22");
        await matter.Writes("Tack så mycket för hjälpen!");
    }

    /// <summary>A customer with nothing but a telephone: words to them are calls.</summary>
    private async Task TheManWithATelephone()
    {
        await Day(1, "12:40");
        var matter = await Writes(
            Finn("Aarne Mattila", null, "09 555 0163"), Trips, "Juna Kuopioon sisaren luo",
            "Soitti. Aarne, 84 v, haluaa junalla Kuopioon sisarensa luo ensi viikolla. Ei tietokonetta eikä älypuhelinta. Toivoo paikkaa läheltä ovea ja apua Pieksämäen vaihdossa. Lippu paperilla kotiin.",
            channel: Channel.Call);
        await Day(1, "13:15");
        await matter.Called();
        await matter.Note(Maija, "Soitin Aarnelle. Keskiviikon aamujuna sopii. Avustaja vaihtoon on varattava puhelimitse 24 h ennen.");
        await matter.Reply(Maija, "Varasin sinulle keskiviikon aamujunan, paikka on oven vieressä. Tilaan avustajan Pieksämäelle ja soitan, kun se on varma. Lippu tulee paperilla kotiin.", Act(Ahead(1, "16:00"), "Tilataan avustaja Pieksämäelle ja soitetaan Aarnelle"));
    }

    private async Task TheTicketAsAPicture()
    {
        await Day(5, "17:05");
        var matter = await Writes(
            Finn("Noora Kallio", "noora.kallio"), Trips, "Onko tämä lippu oikea?",
            "Hei, ostin lipun tutulta, joka ei pääsekään matkaan. Liitin kuvan. Onko tämä aito ja saako sen siirtää minulle?",
            file: DemoFiles.TicketPicture);
        await Day(5, "17:32");
        await matter.Thank(Antti, "Tunnistit lipputyypin heti, kun minä vielä selasin ohjeita.", Maija);
        await matter.Reply(Maija, "Hei Noora, lippu on aito ja siirrettävissä. Vaihdoin sen nimellesi, vanha kuva ei enää kelpaa. Uusi lippu ja matkasuunnitelma ovat liitteenä.", Solves, file: DemoFiles.Itinerary);
        await Day(5, "18:10");
        await matter.Confirms();
    }

    /// <summary>Now: closed as solved, and it wasn't.</summary>
    private async Task TheRefundThatDidNotCome()
    {
        await Day(10, "11:00");
        var matter = await Writes(
            Finn("Tuomas Peltola", "tuomas.peltola"), Trips, "Peruutetun risteilyn palautus",
            "Risteily peruttiin kovan tuulen takia. Milloin rahat palautuvat?");
        await Day(10, "11:25");
        await matter.Reply(Antti, "Hei Tuomas, varustamo palauttaa koko summan samalle kortille viidessä arkipäivässä. Sinun ei tarvitse tehdä mitään.", Solves);
        await Ago(46);
        await matter.Writes("Nyt on mennyt yli viikko eikä tilillä näy mitään. Voitteko katsoa?", notSolved: true);
    }

    /// <summary>Now: goes on from a matter closed too long ago to reopen.</summary>
    private async Task LappiAgain()
    {
        await Day(45, "10:10");
        var matter = await Writes(
            Finn("Sari Nykänen", "sari.nykanen"), Trips, "Lapin-matka hiihtolomaksi",
            "Hei, haluaisimme hiihtolomaksi Äkäslompoloon, neljä henkeä ja koira. Yöjuna ja mökki?");
        await Day(45, "11:00");
        await matter.Reply(Antti, "Hei Sari! Yöjunassa on lemmikkihytti ja mökki löytyi rinteen läheltä. Varasin molemmat, vahvistus on sivullasi.", Solves);
        await Day(45, "12:20");
        await matter.Confirms();
        await Ago(22);
        await matter.Writes("Moikka taas! Voiko mökkiin saada vielä lisävuoteen? Kummipoika lähtee mukaan.");
    }
}
