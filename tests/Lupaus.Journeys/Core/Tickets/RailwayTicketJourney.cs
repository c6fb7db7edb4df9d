using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Core.Tickets;

/// <summary>
/// The ticket that couldn't be collected and the train that left in twenty minutes, as it should have gone: help first,
/// settling later, nobody sent from counter to counter, and the money back without being asked for.
/// </summary>
public sealed class RailwayTicketJourney
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_train_is_caught_the_word_stands_beside_the_record_and_the_mistake_is_mended(bool scripts)
    {
        await using var stage = await Stage.Open();
        var aino = await stage.Somebody(scripts: scripts, width: 360, height: 740);
        var maija = await stage.AtTheDesk(stage.House.Maija);

        await AinoWrites(aino);
        await aino.Sees("Viimeistään tänään klo 10.10");

        await maija.GetByRole(AriaRole.Button, new() { Name = "Ota seuraava" }).ClickAsync();
        await maija.Sees("juna Hankoon lähtee 10.20");
        await WordBesideTheRecord(maija);
        await HelpFirst(maija);

        await aino.ReloadAsync();
        await aino.Sees("näytä hänelle tunnus K7Q2");
        await aino.Sees("Maija Virtanen selvittää asian");
        await aino.IsOpenToEverybody(withScripts: scripts);
        await aino.Locator("textarea[name=message]").FillAsync("Pääsin kyytiin! Maksoin silti lipun kahteen kertaan.");
        await aino.GetByRole(AriaRole.Button, new() { Name = "Lähetä", Exact = true }).ClickAsync();
        await aino.Sees("Viestisi tuli perille");

        stage.House.Clock.Passes(TimeSpan.FromMinutes(40));
        await maija.ReloadAsync();
        await maija.Sees("Maksoin silti lipun kahteen kertaan");
        await CannotSolveWhileTheWordStands(maija);
        await SettleAndMend(maija);
        await TellTheEnd(maija);

        await aino.ReloadAsync();
        await aino.Sees("Tuliko asia kuntoon?");
        await aino.IsOpenToEverybody(withScripts: scripts);
        await aino.GetByRole(AriaRole.Button, new() { Name = "Kyllä, kiitos" }).ClickAsync();
        await aino.Sees("Mukavaa, että asia tuli kuntoon!");

        var ticket = await stage.House.Look(db => db.Tickets.SingleAsync());
        (ticket.Closure!.How, ticket.Closure.Outcome, ticket.Closure.IsConfirmed).ShouldBe((HowClosed.Solved, Outcome.FailedMended, true));
        ticket.OwnerId.ShouldBe(stage.House.Maija);
        (await stage.House.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
        await stage.House.Get<SendOutbox>().Now(default);
        Directory.GetFiles(stage.House.Get<Web.Settings>().LetterFolder, "*.eml").Length.ShouldBe(3);
    }

    private static async Task AinoWrites(IPage aino)
    {
        await aino.GotoAsync("/");
        await aino.GetByLabel("Nimesi").FillAsync("Aino Testinen");
        await aino.GetByLabel("Sähköposti tai puhelinnumero").FillAsync("aino@example.fi");
        await aino.Locator("textarea[name=message]").FillAsync("Automaatti ei anna lippuani, ja juna Hankoon lähtee 10.20! Varasin ja maksoin viikko sitten.");
        await aino.Locator("input[type=date]").FillAsync("2026-11-23");
        await aino.Locator("input[type=time]").FillAsync("10:20");
        await aino.GetByRole(AriaRole.Button, new() { Name = "Lähetä viesti" }).ClickAsync();
        await aino.WaitForURLAsync("**/t/**");
    }

    private static async Task WordBesideTheRecord(IPage maija)
    {
        await Open(maija, "discrepancy");
        await maija.Locator("#says").FillAsync("Lippu ei tule automaatista.");
        await maija.Locator("#record").FillAsync("Lippu toimitettu 16.11.");
        await maija.GetByRole(AriaRole.Button, new() { Name = "Kirjaa ristiriita" }).ClickAsync();
        await maija.Sees("Ristiriita avoinna");
    }

    private static async Task HelpFirst(IPage maija)
    {
        await maija.Locator("#body").FillAsync("Hei Aino,\n\nnouse junaan: konduktööri tietää sinusta, näytä hänelle tunnus K7Q2. Selvitän sillä välin, mistä vika johtuu.");
        await Choose(maija, "Selvitän ja kerron viimeistään…");
        await PromiseAt(maija, "2026-11-23", "15:00");
        await maija.Locator("#what").FillAsync("miksi lippu ei tulostunut");
        await Send(maija);
        await maija.Sees("miksi lippu ei tulostunut");
    }

    private static async Task CannotSolveWhileTheWordStands(IPage maija)
    {
        await maija.Locator("#body").FillAsync("Vika löytyi ja rahat ovat matkalla.");
        await Choose(maija, "Tämä ratkaisee asian");
        await Send(maija);
        await maija.Sees("Ratkaise ristiriita ensin");
        (await maija.Locator("#body").InputValueAsync()).ShouldBe("Vika löytyi ja rahat ovat matkalla.");
    }

    private static async Task SettleAndMend(IPage maija)
    {
        await maija.GetByText("Ratkaise ristiriita…").ClickAsync();
        await maija.GetByLabel("Molemmissa on perää").CheckAsync();
        await maija.Locator("textarea[name=how]").First.FillAsync("Tilattu lippu oli väärää lajia, eikä automaatti sano sitä.");
        await maija.Locator("select[name=cause]").SelectOptionAsync("UnclearWording");
        await maija.Locator("article.open input[name=source]").FillAsync("Lippuautomaatti");
        await maija.Locator("article.open").GetByRole(AriaRole.Button, new() { Name = "Ratkaise", Exact = true }).ClickAsync();
        await maija.Sees("Ristiriita ratkaistu");
        await Open(maija, "failure");
        await maija.Locator("#failure-text").FillAsync("Möimme tiskillä uuden lipun, vaikka vanha oli maksettu.");
        await maija.GetByRole(AriaRole.Button, new() { Name = "Kirjaa virhe", Exact = true }).ClickAsync();
        await maija.GetByText("Merkitse korjatuksi…").ClickAsync();
        await maija.Locator("article.open textarea[name=how]").FillAsync("Liikaa maksettu 18,40 € palautettu.");
        await maija.Locator("article.open").GetByRole(AriaRole.Button, new() { Name = "Tallenna" }).ClickAsync();
        await maija.Sees("Virhe korjattu");
    }

    private static async Task TellTheEnd(IPage maija)
    {
        await maija.Locator("#body").FillAsync("Hei Aino,\n\nvika löytyi, ja palautimme liikaa maksamasi 18,40 €. Anteeksi vaivasta, ja hyvää keikkaa!");
        await Choose(maija, "Tämä ratkaisee asian");
        await maija.IsOpenToEverybody();
        await Send(maija);
        await maija.Sees("Asia on suljettu");
    }

    private static async Task PromiseAt(IPage page, string day, string time)
    {
        await page.Locator(".next").GetByRole(AriaRole.Radio, new() { Name = "muu aika…" }).CheckAsync();
        await page.Locator("#reply-date").FillAsync(day);
        await page.Locator("#reply-time").FillAsync(time);
    }

    private static Task Choose(IPage maija, string next) => maija.GetByRole(AriaRole.Radio, new() { Name = next }).CheckAsync();

    private static Task Send(IPage maija) => maija.GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).First.ClickAsync();

    private static Task Open(IPage maija, string part) => maija.Locator($"details#{part} > summary").ClickAsync();
}
