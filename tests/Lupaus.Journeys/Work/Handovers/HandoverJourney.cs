using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Handovers;

/// <summary>A matter goes to the colleague who knows: one can't take it and says why, another does. Its customer tells nothing twice.</summary>
public sealed class HandoverJourney
{
    [Fact]
    public async Task Declined_by_one_and_accepted_by_another_and_the_customer_has_nothing_to_repeat()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var ticket = await Begun(house);
        var page = $"/desk/{ticket.Reference}";
        var (antti, maija, minna) = (await stage.AtTheDesk(house.Antti), await stage.AtTheDesk(house.Maija), await stage.AtTheDesk(house.Minna, scripts: false));

        await Offers(antti, page, "Maija Virtanen");
        await antti.Sees("Tarjottu: Maija Virtanen");
        await antti.IsOpenToEverybody();
        await maija.GotoAsync("/desk");
        await maija.GetByRole(AriaRole.Link, new() { Name = "Antti Laine tarjoaa sinulle" }).ClickAsync();
        await maija.Sees("Antti Laine tarjoaa tätä asiaa sinulle");
        await maija.Sees("Antti Laine vastasi asiakkaalle");
        await maija.IsOpenToEverybody();
        await maija.GetByText("En voi ottaa").ClickAsync();
        await maija.Types("Miksi? Antti näkee syyn.", "Minna tuntee rautatieliput paremmin.");
        await maija.Presses("Kerro ja kieltäydy");
        await maija.Sees("Syy on kerrottu tarjoajalle.");

        await antti.GotoAsync(page);
        await antti.Sees("Maija Virtanen ei voinut ottaa asiaa:");
        await antti.Sees("Minna tuntee rautatieliput paremmin.");
        await Offers(antti, page, "Minna Salo");
        await minna.GotoAsync(page);
        await minna.GetByRole(AriaRole.Button, new() { Name = "Otan asian" }).ClickAsync();
        await minna.Sees("Asia on nyt sinun, ja lupaus pysyy samana.");
        await minna.Sees("siirretty kerran");

        await antti.GotoAsync(page);
        await antti.DoesNotSee("Tarjottu:");
        await aino.ReloadAsync();
        await aino.Sees("Minna Salo hoitaa asiaasi tästä eteenpäin. Lupaus pysyi samana, eikä sinun tarvitse kertoa mitään uudelleen.");
        (await stage.LetterTo("aino@example.fi")).ReplaceLineEndings(" ").ShouldContain("Antti kertoi minulle, mitä on tehty ja mitä lupasimme");
        await aino.FitsTheScreen();
        var now = await house.Look(db => db.Tickets.SingleAsync());
        (now.OwnerId, now.Promise!.Due, now.Bounces).ShouldBe((house.Minna, ticket.Promise!.Due, 1));
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Accepted_with_one_key()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        await (await stage.SomebodyOnThePhone()).WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var ticket = await Begun(house);
        await Offers(await stage.AtTheDesk(house.Antti), $"/desk/{ticket.Reference}", "Maija Virtanen");
        var maija = await stage.AtTheDesk(house.Maija);

        await maija.GotoAsync($"/desk/{ticket.Reference}");
        await maija.Keyboard.PressAsync("a");
        await maija.Sees("Asia on nyt sinun, ja lupaus pysyy samana.");

        (await house.Look(db => db.Tickets.SingleAsync())).OwnerId.ShouldBe(house.Maija);
    }

    [Fact]
    public async Task A_colleague_is_asked_and_answers_and_the_customer_stays_where_they_are()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var ticket = await Begun(house);
        var (antti, maija) = (await stage.AtTheDesk(house.Antti), await stage.AtTheDesk(house.Maija));

        await antti.GotoAsync($"/desk/{ticket.Reference}");
        await antti.GetByText("Kysy kollegalta").ClickAsync();
        await antti.Locator("#ask-whom").SelectOptionAsync(new SelectOptionValue { Label = "Maija Virtanen" });
        await antti.Types("Mitä haluat tietää?", "Voiko hinnan palauttaa?");
        await antti.Locator("#consults input[name=when]:not(.own)").First.CheckAsync(new() { Force = true });
        await antti.Presses("Kysy");
        await antti.Sees("Kysymys on lähetetty kollegalle.");

        await maija.GotoAsync("/desk");
        await maija.GetByRole(AriaRole.Link, new() { Name = "Antti Laine kysyy" }).ClickAsync();
        await maija.Sees("Antti Laine kysyy sinulta");
        await maija.IsOpenToEverybody();
        await maija.Types("Vastaa kysymykseen", "Voi, jos sitä ei ole leimattu.");
        await maija.Presses("Vastaa");
        await maija.Sees("Vastaus on muistiinpanona asiassa.");

        await antti.GotoAsync($"/desk/{ticket.Reference}");
        await antti.Sees("vastaus kysymykseen (Antti)");
        await aino.ReloadAsync();
        await aino.DoesNotSee("leimattu");
        await aino.Sees("Antti Laine");
    }

    private static async Task Offers(IPage page, string path, string colleague)
    {
        await page.GotoAsync(path);
        await page.Locator("#handover summary").ClickAsync();
        await page.Locator("#handover-to").SelectOptionAsync(new SelectOptionValue { Label = colleague });
        await page.Presses("Tarjoa");
        await page.Sees("Asia on tarjottu.");
    }

    /// <summary>Antti's, who has answered it and promised something for tomorrow.</summary>
    private static async Task<Ticket> Begun(House house)
    {
        var id = await house.Look(db => db.Tickets.Select(t => t.Id).SingleAsync());
        await house.Get<ChangeTicket>().For(id, (t, now) => t.PassTo(house.Antti, OwnerReason.TookNext, null, house.Antti, now), default);
        await house.Get<SendReply>().For(id, new Reply("Selvitän asian.", new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(1), "uusi lippu")), [], house.Antti, null, default);
        return await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
    }
}
