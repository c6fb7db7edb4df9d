using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Work.Handovers;

/// <summary>Antti falls ill at noon. What he has promised by three is kept by who stands in, and nobody has to ask who that is.</summary>
public sealed class AbsenceJourney
{
    [Fact]
    public async Task At_noon_one_of_us_falls_ill_and_every_promise_is_kept_all_the_same()
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var aino = await stage.SomebodyOnThePhone();
        await aino.WritesToUs("aino@example.fi", "Automaatti sanoo: lippua ei voi lunastaa.");
        var begun = await Begun(house);
        house.Clock.Passes(TimeSpan.FromHours(2));
        var (minna, maija) = (await stage.AtTheDesk(house.Minna, scripts: false), await stage.AtTheDesk(house.Maija));

        await minna.GotoAsync($"/lead/people/{house.Antti.Value}");
        await minna.GetByText("Merkitse poissaolo").First.ClickAsync();
        await minna.Locator("form[action$='/absence'] input[name=LastDay]").FillAsync("2026-11-24");
        await minna.Locator("form[action$='/absence'] select[name=StandIn]").SelectOptionAsync(new SelectOptionValue { Label = "Maija Virtanen" });
        await minna.Presses("Merkitse");
        await minna.GotoAsync("/lead");
        await minna.Sees("Sijainen: Maija Virtanen");

        await maija.GotoAsync("/desk");
        await maija.Sees("Sijaistan");
        await maija.GetByRole(AriaRole.Button, new() { Name = "Ota seuraava" }).ClickAsync();
        await maija.WaitForURLAsync($"**/desk/{begun.Reference}**");
        await maija.Sees("Selvitän asian.");
        await maija.IsOpenToEverybody();
        await maija.Locator("#body").FillAsync("Hei,\n\nuusi lippusi on liitteenä. Hyvää matkaa!");
        await maija.GetByRole(AriaRole.Radio, new() { Name = "Tämä ratkaisee asian" }).CheckAsync();
        await maija.GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).First.ClickAsync();
        await maija.Sees("Asia on suljettu");

        await aino.ReloadAsync();
        await aino.Sees("Maija Virtanen");
        await aino.Sees("Hyvää matkaa!");
        var bertil = await stage.SomebodyOnThePhone();
        await bertil.WritesToUs("bertil@example.fi", "Kuitti puuttuu.");

        var ends = await house.Look(db => db.PromiseEnds.Where(e => e.TicketId == begun.Id).OrderBy(e => e.Number).Select(e => e.How).ToListAsync());
        ends.ShouldBe([HowItEnded.Kept, HowItEnded.Kept]);
        (await house.Look(db => db.Tickets.SingleAsync(t => t.Id != begun.Id))).OwnerId.ShouldNotBe(house.Antti);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    /// <summary>Antti's, who has answered it and promised to find out by three.</summary>
    private static async Task<Ticket> Begun(House house)
    {
        var id = await house.Look(db => db.Tickets.Select(t => t.Id).SingleAsync());
        await house.Get<ChangeTicket>().For(id, (t, now) => t.PassTo(house.Antti, OwnerReason.TookNext, null, house.Antti, now), default);
        await house.Get<SendReply>().For(id, new Reply("Selvitän asian.", new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(5), "miksi lippua ei voi lunastaa")), [], house.Antti, null, default);
        return await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
    }
}
