using Lupaus.Core.Tickets;
using static Lupaus.Web.Order.Upkeep.DemoPeople;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>People with receipts.</summary>
internal sealed class BookStories(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents) : DemoStories(stage, agents)
{
    public override IEnumerable<Func<Task>> All =>
    [
        TheReceiptThatCannotBeBooked, TheVatReturn, TheMissingReceipts, TheBankStatement, TheSilence, TheSickLeave, TheColleaguesNumber, PetrisCustomer,
        TheReverseCharge, TheCarToWork, TheNewcomer, TheCompanyThatWasNotNeeded,
    ];

    /// <summary>The customer is wrong and is told so: kindly, with the law, and with what to do instead.</summary>
    private async Task TheReceiptThatCannotBeBooked()
    {
        await Day(7, "09:25");
        var matter = await Writes(
            Finn("Timo Rautio", "timo.rautio@rautiorakennus.example"), Books, "Kirjatkaa illallinen kuluksi",
            "Terve. Liitteenä kortin maksukuitti viime perjantain illallisesta, 386 €. Laittakaa edustuskuluksi. Varsinaista kuittia ei ole, mutta summahan näkyy tiliotteella, eiköhän se riitä.",
            file: DemoFiles.Receipt);
        await Day(7, "10:10");
        await matter.Reply(Johan,
            """
            Terve Timo! Ymmärrän, että yksi lappu tuntuu turhalta, kun summa näkyy tilillä. Tällä kuitilla en kuitenkaan voi kirjata: kirjanpitolain (1336/1997) 2 luvun 5 § vaatii tositteen, josta näkee, mitä on ostettu. Maksukuitti kertoo vain, että on maksettu, ja tarkastaja hylkäisi sen.

            Näin saamme sen kuntoon: ravintola tulostaa eritellyn kuitin päivän ja summan perusteella, ja kirjoita siihen, keitä oli mukana ja mistä puhuitte. Soitin jo ravintolaan, he etsivät kuitin sinulle valmiiksi. Lähetätkö kuvan siitä, kun saat sen?
            """,
            Waits(On(4, "10:00"), "Hei Timo, löytyikö ravintolasta eritelty kuitti? Jos niitä on hankala hakea, pyydän heitä lähettämään sen suoraan minulle."));
        await Day(6, "16:55");
        await matter.Writes("No niin, tuli haettua. Kuva tässä, ja takana nimet. Kieltämättä en tiennyt tuota, hyvä että sanoit suoraan.", file: DemoFiles.Receipt);
        await Day(5, "09:30");
        await matter.Reply(Johan, "Kiitos Timo, nyt se on kirjattu edustuskuluksi, ja verotuksessa puolet siitä on vähennyskelpoista. Seuraavalla kerralla riittää, että kuvaat eritellyn kuitin pöydässä.", Solves);
        await Day(5, "10:00");
        await matter.Confirms();
    }

    private async Task TheVatReturn()
    {
        await Day(2, "13:00");
        var matter = await Writes(
            Finn("Anu Koskela", "anu@kukkakoskela.example"), Books, "Arvonlisäveroilmoitus, ehditäänkö?",
            "Hei Johan, sain vihdoin kassaraportit koottua. Ehdittekö antaa alv-ilmoituksen ajoissa? Viime kerralla tuli myöhästymismaksu ja jännitän tätä.",
            deadline: Ahead(3, "23:00"));
        await Day(2, "13:45");
        await matter.Reply(Johan, "Hei Anu, ehditään hyvin. Annan ilmoituksen ja lähetän sinulle kuittauksen ja maksutiedot, niin voit huokaista.", Act(Ahead(2, "12:00"), "Annetaan alv-ilmoitus ja lähetetään kuittaus"));
        await Day(1, "09:20");
        await matter.Note(Johan, "Kassaraportista puuttuu yksi tiistai. Näkyy kuitenkin tilityksestä, en vaivaa Anua.");
    }

    /// <summary>Now: it is the customer's turn.</summary>
    private async Task TheMissingReceipts()
    {
        await Day(2, "10:30");
        var matter = await Writes(
            Finn("Mikael Wirtanen", "mikael@wirtanenhuolto.example"), Books, "Lokakuun kirjanpito",
            "Moi! Missä mennään lokakuun kanssa? Pankki kysyi väliraporttia.");
        await Day(2, "11:40");
        await matter.Reply(Petri,
            "Moi Mikael! Kaikki muu on kirjattu, mutta kolme ostoa on ilman kuittia: 4.10. Motonet, 17.10. Neste ja 22.10. verkkokauppa. Kysyn niistä, koska ilman kuittia arvonlisäveroa ei saa vähentää, ja se olisi sinulta pois 61 €. Lähetätkö kuvat, niin teen väliraportin samana päivänä?",
            Waits(Ahead(2, "10:00"), "Moi Mikael, kolme kuittia puuttuu vielä (Motonet, Neste, verkkokauppa). Jos joku niistä on kadonnut, kerro sekin, niin keksitään yhdessä, miten edetään."));
    }

    /// <summary>Now: reminded once, and still waiting.</summary>
    private async Task TheBankStatement()
    {
        await Day(8, "09:40");
        var matter = await Writes(
            Finn("Jenni Halonen", "jenni@studiohalonen.example"), Books, "Tilinpäätös",
            "Hei, milloin tilinpäätös valmistuu?");
        await Day(8, "10:30");
        await matter.Reply(Johan, "Hei Jenni, tilinpäätös on muuten valmis, mutta tarvitsen pankista saldotodistuksen tilikauden viimeiseltä päivältä. Saat sen verkkopankin kohdasta Todistukset. Kysyn, koska tilintarkastaja pyytää sen varmasti.", Waits(On(3, "10:00"), "Hei Jenni, löytyikö saldotodistus verkkopankista? Voin myös soittaa ja katsoa sen kanssasi, se vie viisi minuuttia."));
    }

    /// <summary>Two reminders without an answer: closed for now, and the door stays open.</summary>
    private async Task TheSilence()
    {
        await Day(20, "11:10");
        var matter = await Writes(
            Finn("Esa Vainio", "esa.vainio"), Books, "Sivutoiminen toiminimi",
            "Mitä maksaisi toiminimen kirjanpito, jos myyn muutaman käsityön kuussa?");
        await Day(20, "13:00");
        await matter.Reply(Petri, "Hei Esa! Se riippuu siitä, oletko arvonlisäverovelvollinen: arvioitko myyväsi vuodessa yli 20 000 eurolla? Jos et, pärjäät todennäköisesti 39 eurolla kuussa.", Waits(On(17, "12:00"), "Hei Esa, ehditkö miettiä myynnin määrää? Karkea arvio riittää."));
    }

    /// <summary>"En osaa sanoa, mutta selvitän."</summary>
    private async Task TheSickLeave()
    {
        await Day(5, "08:50");
        var matter = await Writes(
            Finn("Marja Lindqvist", "marja@kotileipomo.example"), Books, "Sairausloma kesken vuosiloman",
            "Hei, työntekijäni sairastui toisena lomapäivänä. Siirtyykö loma vai ei? Palkat lähtevät perjantaina.",
            deadline: On(3, "16:00"));
        await Day(5, "09:35");
        await matter.Reply(Johan, "Hei Marja, en osaa sanoa suoralta kädeltä, miten teidän työehtosopimuksenne kohtelee ensimmäisiä päiviä, mutta selvitän sen hyvissä ajoin ennen palkka-ajoa.", FindOut(On(4, "12:00"), "Siirtyykö loma sairauden takia"));
        await Day(4, "10:20");
        await matter.Thank(Petri, "Kaivoit leipomon työehtosopimuksen esiin kesken oman kiireesi.", Johan);
        await matter.Reply(Johan, "Selvisi: vuosilomalain (162/2005) 25 §:n mukaan loma siirtyy, kun työntekijä pyytää sitä ja toimittaa todistuksen, ja teidän sopimuksessanne karenssia ei ole. Pyydä todistus, niin siirrän kuusi päivää ja palkka menee oikein.", Solves);
    }

    /// <summary>A colleague is a customer too: an owner, a promise and a thank-you.</summary>
    private async Task TheColleaguesNumber()
    {
        await Day(3, "09:05");
        var matter = await Writes(
            Finn("Sanna Korhonen", "sanna@satama.example"), Books, "Projektinumero Kallion leipomolle",
            "Huomenta! Aloitan huomenna Kallion leipomon sivut ja tarvitsisin projektinumeron tunneille. Ehtisitkö?",
            deadline: On(2, "09:00"));
        await Day(3, "09:25");
        await matter.Reply(Johan, "Huomenta Sanna! Numero on 2417, ja avasin sen myös laskutukseen. Hyvää työpäivää, ja sano leipurille terveisiä.", Solves);
        await Day(3, "09:31");
        await matter.Writes("Kiitos!");
    }

    /// <summary>Now: the owner is away, the stand-in has answered, and the customer has the same owner as before.</summary>
    private async Task PetrisCustomer()
    {
        await Day(3, "12:20");
        var matter = await Writes(
            Finn("Leena Aaltonen", "leena@pitopalveluaaltonen.example"), Books, "Työntekijän ensimmäinen palkka",
            "Hei Petri! Palkkasin ensimmäisen työntekijän. Mitä kaikkea pitää ilmoittaa ja mihin?");
        await Day(3, "13:10");
        await matter.Reply(Petri, "Hei Leena, hieno juttu! Teen sinulle tarkistuslistan: tulorekisteri, TyEL, tapaturmavakuutus ja työterveys. Teen samalla palkanlaskennan valmiiksi.", Act(Ahead(3, "12:00"), "Tarkistuslista ja palkanlaskenta ensimmäiselle palkalle"));
        await Ago(150);
        await matter.Writes("Vielä yksi: työntekijä kysyi verokorttia. Riittääkö, että hän lähettää sen minulle?");
        await Ago(95);
        await matter.Reply(Johan, "Hei Leena, Johan täällä, Petrin sijainen tämän ja huomisen. Ei tarvitse: saamme verokortin suoraan Verohallinnosta. Petrin lista tulee niin kuin hän lupasi.", Stands, delivers: false);
    }

    private async Task TheReverseCharge()
    {
        await Day(1, "14:10");
        var matter = await Writes(
            Swede("Annika Backman", "annika@backmandesign.example"), Books, "Moms på faktura från Tyskland",
            "Hej! Jag köpte teckensnitt från Tyskland och fakturan är utan moms. Måste jag göra något?");
        await Day(1, "14:50");
        await matter.Reply(Johan, "Hej Annika! Ja, men inte du utan jag: tjänster från ett annat EU-land har omvänd skattskyldighet (mervärdesskattelagen 9 §). Jag bokför köpet så och kollar samtidigt höstens övriga fakturor, ifall det finns fler.", FindOut(Ahead(2, "15:00"), "Om höstens fakturor har fler köp från andra EU-länder"));
    }

    /// <summary>Now: fresh and untouched.</summary>
    private async Task TheCarToWork()
    {
        await Ago(53);
        await Writes(
            Finn("Kimmo Salmela", "kimmo.salmela"), Books, "Työmatkat omalla autolla",
            "Hei, ajan yrityksen asioita omalla autolla ehkä 300 km kuussa. Kannattaako pitää ajopäiväkirjaa vai onko joku helpompi tapa?");
    }

    private async Task TheNewcomer()
    {
        await Day(4, "15:05");
        var matter = await Writes(
            Foreigner("Priya Nair", "priya.nair"), Books, "Starting as a freelancer",
            "Hello! I moved to Finland in spring and got my first freelance client. Do I need a company first, or can I just invoice?");
        await Day(3, "09:45");
        await matter.Reply(Johan, "Hello Priya, and congratulations on your first client! You can invoice as a light entrepreneur straight away; a trade name makes sense later. One question: do you have a residence permit that allows running a business? I'm asking because the rules differ between permits, and I'd like to point you to the right form.", Waits(Ahead(1, "11:00"), "Hello Priya, did you find out which residence permit you have? A photo of the card is enough; cover the numbers if you like."));
    }

    /// <summary>Advising against what would have been sold.</summary>
    private async Task TheCompanyThatWasNotNeeded()
    {
        await Day(11, "10:15");
        var matter = await Writes(
            Finn("Henri Mäkinen", "henri.makinen"), Books, "Osakeyhtiön perustaminen",
            "Haluan perustaa osakeyhtiön, paljonko se maksaa teillä? Teen iltaisin verkkokauppaa, myynti noin 8 000 € vuodessa.");
        await Day(11, "11:30");
        await matter.Reply(Johan,
            "Hei Henri! Voisin myydä sinulle yhtiön, mutta en suosittele: noilla summilla hallinto söisi tuotosta ison osan etkä hyötyisi verotuksessa. Toiminimi maksaa sinulle 70 € ja meillä 39 € kuussa. Kun tulos on noin 30 000 €, laskemme tämän uudelleen yhdessä, maksutta.",
            Solves);
        await Day(11, "12:05");
        await matter.Writes("Hieno homma, kun joku sanoo suoraan. Mennään toiminimellä, palaan kun kasvetaan. Lähetättekö sopimuksen?");
        await Day(11, "13:00");
        await matter.Reply(Johan, "Sopimus on liitteenä, Henri. Tervetuloa asiakkaaksi!", Solves, file: DemoFiles.Contract);
    }
}
