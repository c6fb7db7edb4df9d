using Lupaus.Core.Tickets;
using static Lupaus.Web.Order.Upkeep.DemoPeople;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>Everything else that people write about.</summary>
internal sealed class OtherStories(DemoStage stage, IReadOnlyDictionary<DemoAgent, AgentId> agents) : DemoStories(stage, agents)
{
    public override IEnumerable<Func<Task>> All =>
        [TheNewAddress, TheCoatOnTheBus, TheHolidays, WhatYouKnowOfMe, TheTraineesPlace, TheSharpTongue, GoodService, TheBillForTheGroup];

    private async Task TheNewAddress()
    {
        await Day(9, "13:45");
        var matter = await Writes(Finn("Ulla Kettunen", "ulla@kukkakettunen.example"), Other, "Laskutusosoite vaihtui", "Hei, muutimme Kotkaan. Uusi laskutusosoite: Satamakatu 9, 48100 Kotka. Verkkolaskuosoite on ennallaan.");
        await Day(9, "14:00");
        await matter.Reply(Antti, "Hei Ulla, osoite on vaihdettu, ja huomenna lähtevä lasku menee jo Kotkaan. Mukavia päiviä uudessa kodissa!", Solves);
    }

    /// <summary>Now: somebody rings the depot.</summary>
    private async Task TheCoatOnTheBus()
    {
        await Ago(110);
        var matter = await Writes(
            Finn("Ritva Hartikainen", "ritva.hartikainen", "044 555 0118"), Other, "Takki jäi ryhmämatkan bussiin",
            "Hei, olin eilen Turun-retkellä ja tummansininen villakangastakki jäi hattuhyllylle. Taskussa on kotiavain, siksi vähän hädissäni kirjoitan.");
        await Ago(100);
        await matter.Reply(Antti, "Hei Ritva, soitan varikolle heti, kun sieltä vastataan, ja kuljettajalle sitä ennen. Avain saadaan sinulle tavalla tai toisella.", FindOut(FromPresent(85), "Onko takki bussissa tai varikolla"));
        await Ago(40);
        await matter.Note(Antti, "Kuljettaja muisti takin ja vei sen varikon toimistoon. Toimisto vastaa vasta illalla.");
        await Ago(38);
        await matter.Reply(Antti, "Väliaikatieto, Ritva: kuljettaja muisti takin ja vei sen talteen. Varmistan vielä, mistä voit hakea sen.", Stands, delivers: false);
    }

    private async Task TheHolidays()
    {
        await Day(4, "14:12");
        var matter = await Writes(Foreigner("Hannah Miller", "hannah.miller"), Other, "Open on Independence Day?", "Hi! Are you open on 6 December? I'd like to pick up my tickets in person.");
        await Day(4, "14:20");
        await matter.Reply(Maija, "Hi Hannah! The office is closed on Independence Day, but your tickets needn't wait: I've sent them to your page, and they work from the phone. Enjoy the candles in the windows.", Solves);
        await Day(4, "14:33");
        await matter.Confirms();
    }

    /// <summary>Now: the law gives a month; we promised a week.</summary>
    private async Task WhatYouKnowOfMe()
    {
        await Day(1, "08:40");
        var matter = await Writes(Finn("Antero Lampinen", "antero.lampinen"), Other, "Mitä tietoja teillä on minusta?", "Pyydän nähtäväkseni kaikki tiedot, joita teillä on minusta. Olen ollut asiakas vuodesta 2019.");
        await Day(1, "10:10");
        await matter.Reply(Minna, "Hei Antero, totta kai. Kokoan tiedot matkoista, laskuista ja viesteistä yhteen tiedostoon (tietosuoja-asetuksen 15 artikla). Lain aika on kuukausi, mutta teen sen tällä viikolla.", Act(Ahead(4, "16:00"), "Kootaan Anteron omat tiedot yhteen"));
    }

    /// <summary>Now: fresh.</summary>
    private async Task TheTraineesPlace()
    {
        await Ago(5);
        await Writes(Finn("Iida Pesonen", "iida.pesonen"), Other, "TET-harjoittelu keväällä", "Hei! Olen yhdeksännellä luokalla ja haluaisin TET-harjoitteluun teille, koska tykkään kartoista ja asiakaspalvelusta. Olisiko viikolla 12 paikkaa?");
    }

    /// <summary>Now: a mistake of ours is still unmended, so nothing can be called solved.</summary>
    private async Task TheSharpTongue()
    {
        await Day(1, "15:10");
        var matter = await Writes(
            Finn("Veikko Ahonen", "veikko.ahonen"), Other, "Puhelimessa tiuskittiin",
            "Soitin eilen ja kysyin lipun vaihtamisesta. Minulle sanottiin, että lukekaa ehdot, ja luuri lyötiin korvaan. Olen ollut asiakas kymmenen vuotta. En tiedä, mitä odotan, mutta halusin sanoa tämän teille enkä naapureille.");
        await Day(1, "15:40");
        await matter.Raise(ObstacleKind.Failure, "Asiakkaalle vastattiin tylysti puhelimessa, ja lippu jäi vaihtamatta.", Riikka);
        await matter.Reply(Riikka, "Hei Veikko, kiitos, että sanoit sen meille. Sinulle puhuttiin väärin, ja pyydän sitä anteeksi. Vaihdan lippusi itse ja soitan sinulle, jotta voit sanoa myös ne asiat, jotka eivät mahdu viestiin.", Act(Ahead(2, "11:00"), "Vaihdetaan lippu ja soitetaan Veikolle"));
    }

    /// <summary>Now: a colleague waits for a colleague, with an owner and a promise as anybody has.</summary>
    private async Task TheBillForTheGroup()
    {
        await Ago(95);
        var request = await Asks(Antti, Books, "Lasku kuoron ryhmämatkasta", "Kuoro maksaa Turun-retken kahdessa erässä. Voiko laskun jakaa kahtia, ja mille päivälle toisen erän voi panna?", FromPresent(60 * 30));
        await Ago(70);
        await request.Reply(Johan, "Hei Antti, jakaminen onnistuu. Tarkistan vielä, mitä kuoron sopimuksessa sanotaan eräpäivistä, ja kerron sinulle tänään.", FindOut(FromPresent(150), "milloin toinen erä erääntyy"));
    }

    private async Task GoodService()
    {
        await Day(8, "19:05");
        var matter = await Writes(Finn("Kerttu Jaakkola", "kerttu.jaakkola"), Other, "Kiitokset Maijalle", "Halusin vain sanoa, että Maija etsi puhelinnumeroni pelkän nimen perusteella ja soitti, kun käsilaukkuni löytyi laiturilta. Tuollaista palvelua ei enää luulisi olevan. Kerron kaikille!");
        await Day(8, "20:10");
        await matter.Reply(Maija, "Hei Kerttu, viestisi teki koko työpaikan päivästä paremman, kiitos! Laukussa oli kuulemma lapsenlapsen piirros, onneksi sekin pääsi kotiin. Tervetuloa taas.", Solves);
    }
}
