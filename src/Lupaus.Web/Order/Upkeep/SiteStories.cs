using Lupaus.Core.Tickets;
using static Lupaus.Web.Order.Upkeep.DemoPeople;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>People with a web site, or in want of one.</summary>
internal sealed class SiteStories(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents) : DemoStories(stage, agents)
{
    public override IEnumerable<Func<Task>> All =>
    [
        IWantASite, TryingBeforeBuying, TheForgottenPassword, TheFormWithoutAMouse, TheRudeReviews, TheGuestBook, TheNightItWasDown, TheGalleryInVasa,
        FirstInTheSearch, WhatForMyMoney, TheChristmasHours,
    ];

    /// <summary>"Haluan sivut" is where questions begin, each with its reason; now a draft is promised.</summary>
    private async Task IWantASite()
    {
        await Day(6, "10:05");
        var matter = await Writes(Finn("Lauri Kallio", "lauri@kallionleipomo.example"), Sites, "Haluan sivut", "Haluan sivut. Mitä maksaa?");
        await Day(6, "10:50");
        await matter.Reply(Sanna,
            """
            Hei Lauri, hauskaa, että leipomo lähtee verkkoon! Jotta voin sanoa hinnan, joka pitää, kysyn kolme asiaa:

            1. Mitä kävijän pitäisi voida tehdä: katsoa aukioloajat, tilata kakku vai molemmat? Kysyn, koska tilauslomake on suurin osa työstä.
            2. Onko teillä kuvia? Jos ei, kuvaaja tulee käymään, ja se näkyy hinnassa.
            3. Kuka päivittää sivuja? Teen niistä sellaiset, että se onnistuu jauhoisin sormin puhelimella.
            """,
            Waits(On(3, "12:00"), "Hei Lauri, ehditkö miettiä kolmea kysymystäni? Voin myös poiketa leipomolle, niin katsotaan yhdessä kahvikupin äärellä."));
        await Day(5, "19:40");
        await matter.Writes("Hyvät kysymykset, en ollut ajatellut. 1. Molemmat, mutta kakut tärkein. 2. Puhelimella otettuja on. 3. Minä tai tytär. Budjetti alle 2000.");
        await Day(4, "11:15");
        await matter.Reply(Sanna,
            "Kiitos Lauri! Ymmärsin näin: etusivu aukioloajoin, kakkutilaus kuvineen, päivitys puhelimella, 1 850 € (sis. alv 25,5 %). Hintaan kuuluvat tekstit suomeksi, ei käännöksiä eikä valokuvaajaa. Teen ensin luonnoksen, jota voit kokeilla, etkä maksa mitään ennen kuin hyväksyt sen.",
            Act(Ahead(4, "15:00"), "Luonnos leipomon sivuista kokeiltavaksi"));
        await Day(4, "20:02");
        await matter.Writes("Juuri noin. Odotan innolla!");
    }

    /// <summary>Nobody buys a pig in a poke here: a trial with its end and what counts as success. Now it is the customer's turn.</summary>
    private async Task TryingBeforeBuying()
    {
        await Day(5, "13:20");
        var matter = await Writes(
            Finn("Outi Jokinen", "outi@hierontajokinen.example"), Sites, "Voiko ajanvarausta kokeilla?",
            "Hei, ajanvarauskalenterinne näyttää hyvältä, mutta edellinen järjestelmä oli kallis pettymys. En maksa mitään ennen kuin tiedän, että asiakkaani osaavat käyttää sitä. Onko se teille ongelma?");
        await Day(5, "14:15");
        await matter.Reply(Sanna,
            "Hei Outi, ei ole ongelma vaan viisautta. Avasin sinulle kalenterin kahdeksi viikoksi maksutta. Sovitaan, että se on onnistunut, jos vähintään puolet asiakkaistasi varaa ilman puhelua ja saat kuitit kirjanpitoon nappia painamalla. Jos ei, se sulkeutuu itsestään eikä mitään laskuteta.",
            Waits(Ahead(5, "10:00"), "Hei Outi, kokeilu päättyy pian. Miten kävi: varasiko puolet ilman puhelua? Sano rehellisesti, niin päätetään yhdessä, jatketaanko."));
    }

    /// <summary>The door always opens again.</summary>
    private async Task TheForgottenPassword()
    {
        await Day(4, "08:35");
        var matter = await Writes(
            Finn("Talvikki Moilanen", "talvikki.moilanen"), Sites, "Unohdin salasanan taas",
            "Apua :D en pääse blogiini. Salasana on hukassa ja palautusviesti menee vanhaan osoitteeseen, jota ei enää ole. Olisi niin paljon kirjoitettavaa!");
        await Day(4, "09:10");
        await matter.Reply(Sanna, "Hei Talvikki, sellaista sattuu kaikille! Vaihdoin osoitteen tähän ja lähetin uuden kutsun, se on voimassa viikon. Kun kirjaudut, voit ottaa käyttöön sormenjäljen, niin salasanaa ei tarvitse enää muistaa. Iloisia kirjoitushetkiä!", Solves);
        await Day(4, "09:24");
        await matter.Confirms();
        await matter.Writes("Kiitos kiitos!");
    }

    /// <summary>A mistake of ours, mended and told.</summary>
    private async Task TheFormWithoutAMouse()
    {
        await Day(9, "15:30");
        var matter = await Writes(
            Finn("Ilkka Seppälä", "ilkka.seppala"), Sites, "Tilauslomake ei toimi näppäimistöllä",
            "Käytän tietokonetta ilman hiirtä. Lomakkeellanne pilkku- ja sarkainnäppäin eivät tee mitään, joten en pääse osoitekentästä eteenpäin. Haluaisin kuitenkin tilata.");
        await Day(8, "09:20");
        await matter.Raise(ObstacleKind.Failure, "Tilauslomake kaappaa sarkain- ja pilkkunäppäimen.", Sanna);
        await matter.Reply(Sanna, "Hei Ilkka, tämä on meidän virheemme, anteeksi. Otan tilauksesi vastaan tästä viestistä heti, kun kerrot sen, ja korjaan lomakkeen niin, ettei seuraava jää jumiin.", Act(On(6, "12:00"), "Lomake toimimaan näppäimistöllä"));
        await Day(8, "10:02");
        await matter.Writes("Kiitos, kaksi kappaletta mallia Saaristo, osoite sama kuin viimeksi.");
        await Day(7, "11:45");
        await matter.Settle(ObstacleKind.Failure, "Skripti poistettu; lomake kokeiltu pelkällä näppäimistöllä ja ruudunlukijalla.", Sanna);
        await matter.Reply(Sanna, "Tilauksesi lähti, Ilkka, ja lomake toimii nyt alusta loppuun ilman hiirtä. Kokeilin sen itse. Toimituskulut ovat meidän piikkiimme vaivan takia.", Solves);
    }

    /// <summary>Daring to say what can't be done, and where it can.</summary>
    private async Task TheRudeReviews()
    {
        await Day(6, "12:30");
        var matter = await Writes(
            Finn("Satu Vesala", "satu@ravintolalaituri.example"), Sites, "Poistakaa törkeät arvostelut",
            "Perjantaina porukka räyhäsi ravintolassamme, ja nyt he ovat kirjoittaneet meistä kymmenen yhden tähden arvostelua karttapalveluun. Poistakaa ne!");
        await Day(6, "13:20");
        await matter.Reply(Sanna,
            """
            Hei Satu, ikävä ilta, ja vielä ikävämpi jälkipyykki. Karttapalvelun arvosteluja emme valitettavasti voi poistaa: ne ovat palvelun omia. Apua saat sieltä suoraan: yritysprofiilin kohdasta Arvostelut valitse Ilmoita, syyksi "ei liity kokemukseen". Liitä mukaan tieto, että tekijät poistettiin paikalta.

            Omalle sivullesi lisäsin arvostelut, joita vakioasiakkaat ovat jättäneet teille vuosien varrella. Ne kertovat teistä enemmän.
            """,
            CannotHelp);
        await Day(6, "14:01");
        await matter.Confirms();
    }

    /// <summary>Not everything need be accepted; the person is still served.</summary>
    private async Task TheGuestBook()
    {
        await Day(3, "22:48");
        var matter = await Writes(
            Finn("Raimo Turtiainen", "raimo.turtiainen"), Sites, "SIVUT PASKANA",
            "Mikä pelleporukka te oikein olette, sivut näyttää kamalilta puhelimella ja siitä pitäis vielä maksaa. Se teidän tyttö siellä ei ymmärrä mistään mitään.");
        await Day(2, "09:15");
        await matter.Reply(Minna,
            "Hei Raimo, autamme mielellämme, ja sivujen pitää toimia puhelimella. Työkaveristamme pyydän kirjoittamaan asiallisesti, niin pääsemme itse asiaan. Millä puhelimella katsot, ja mikä sivu näyttää pahimmalta? Kysyn, jotta korjaamme juuri sen.",
            Waits(Ahead(1, "12:00"), "Hei Raimo, korjaamme sivut mielellämme, kun kerrot, millä puhelimella ja sivulla vika näkyy. Kuva ruudusta auttaa eniten."));
    }

    /// <summary>Broken, and mended in the end.</summary>
    private async Task TheNightItWasDown()
    {
        await Day(12, "09:02");
        var matter = await Writes(
            Finn("Päivi Laaksonen", "paivi@lankalaaksonen.example"), Sites, "Verkkokauppa on nurin",
            "Sivut ovat olleet nurin eilisillasta. Joulumyynti alkoi juuri, jokainen tunti maksaa.",
            deadline: On(12, "12:00"));
        await Day(12, "09:20");
        await matter.Raise(ObstacleKind.Failure, "Palvelimen levy täyttyi yöllä lokeista.", Sanna);
        await matter.Reply(Sanna, "Hei Päivi, näen vian: palvelimen levy täyttyi. Vapautan tilaa heti ja kerron, kun kauppa on auki.", Act(On(12, "10:30"), "Verkkokauppa takaisin auki"));
        await Day(12, "11:10");
        await matter.Settle(ObstacleKind.Failure, "Levy tyhjennetty, kierto ja hälytys lisätty. Hyvitetään kuukauden ylläpito.", Sanna);
        await matter.Reply(Sanna, "Kauppa on auki, Päivi, ja kaikki yön tilaukset ovat tallessa. Se kesti kauemmin kuin lupasin, anteeksi. Hyvitämme tämän kuun ylläpidon ja valvomme levyä nyt niin, ettei tämä toistu.", Solves);
        await Day(12, "11:40");
        await matter.Confirms();
    }

    /// <summary>Now: fresh, in Swedish.</summary>
    private async Task TheGalleryInVasa()
    {
        await Ago(17);
        await Writes(
            Swede("Maria Nylund", "maria@gallerinylund.example"), Sites, "Ny webbplats för ett galleri",
            "Hej! Vi har ett litet galleri i Vasa och vill visa utställningarna på svenska och finska. Det viktigaste är att konstnärerna själva kan ladda upp bilder. Vad behöver ni veta av oss för att ge ett pris?");
    }

    private async Task FirstInTheSearch()
    {
        await Day(2, "03:14");
        var matter = await Writes(
            Foreigner("Rank Boost Team", "hello@rankboost.example"), Sites, "First place in search guaranteed!!!",
            "Dear webmaster, we visited your site and found 47 critical errors. We guarantee FIRST PLACE in search in 7 days. Reply YES for free audit.");
        await Day(2, "09:01");
        await matter.SetAside(Sanna);
    }

    private async Task WhatForMyMoney()
    {
        await Day(3, "10:35");
        var matter = await Writes(
            Finn("Jarmo Pulkkinen", "jarmo.pulkkinen"), Sites, "Mitä ylläpitomaksulla saa?",
            "Maksan teille 29 € kuussa ylläpidosta. Mitä sillä rahalla oikeastaan saan? En valita, haluaisin vain tietää.");
        await Day(3, "11:20");
        await matter.Reply(Sanna,
            "Hei Jarmo, hyvä kysymys! Viime vuonna sait: varmuuskopion joka yö (yhden palautimme maaliskuussa), 14 tietoturvapäivitystä ja kaksi tekstimuutosta. Hintaan ei kuulu uusia sivuja eikä kuvankäsittelyä. Jos et tarvitse tekstimuutoksia, 19 euron taso riittäisi sinulle. Vaihdanko sen?",
            Waits(Ahead(2, "14:00"), "Hei Jarmo, vaihdanko ylläpidon 19 euron tasolle? Ilman vastausta kaikki jatkuu ennallaan."));
        await Ago(64);
        await matter.Writes("Vaihda vain, ja hatunnosto rehellisyydestä. Alkaako heti vai ensi kuusta?");
    }

    private async Task TheChristmasHours()
    {
        await Day(1, "09:50");
        var matter = await Writes(
            Finn("Eija Tuominen", "eija@lahjapuotituominen.example"), Sites, "Jouluaukiolot sivuille",
            "Hei, laittaisitteko jouluaukiolot etusivulle? Lista liitteenä. Pitäisi näkyä viimeistään ensi viikolla.",
            deadline: Ahead(5, "09:00"), file: DemoFiles.Hours);
        await Day(1, "10:30");
        await matter.Reply(Sanna, "Hei Eija, laitan ne ja lähetän sinulle linkin tarkistettavaksi ennen kuin ne näkyvät muille.", Act(Ahead(3, "12:00"), "Jouluaukiolot etusivulle, linkki tarkistettavaksi"));
    }
}
