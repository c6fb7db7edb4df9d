using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Tests;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Doors.Intake;

/// <summary>Antti needs something of his colleagues: he asks at the desk, hears at once who answers and by when, and the promise is kept.</summary>
public sealed class RequestJourney
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Antti_asks_at_the_desk_and_a_colleague_keeps_the_promise(bool scripts)
    {
        await using var stage = await Stage.Open();
        var house = stage.House;
        var antti = await stage.AtTheDesk(house.Antti, scripts: scripts);

        await antti.GotoAsync("/desk");
        await antti.GetByRole(AriaRole.Link, new() { Name = "Pyydä kollegalta" }).ClickAsync();
        await antti.IsAt("Pyydä kollegalta");
        await antti.Presses("Lähetä pyyntö");
        await antti.IsToldAt("#message", "Viesti on vielä tyhjä.");
        await antti.Types("Otsikko", "Toinen näyttö");
        await antti.Types("Mitä tarvitset?", "Saisinko toisen näytön?");
        await antti.Presses("Lähetä pyyntö");
        await antti.Sees("Pyyntösi on perillä.");
        await antti.Sees("Oma pyyntösi");
        await antti.Sees("Minna Salo vastaa sinulle täällä ja sähköpostiisi.");
        await antti.IsOpenToEverybody(scripts);
        (await stage.LetterTo("antti@satama.example")).ShouldContain("Minna Salo");

        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        var minna = await stage.AtTheDesk(house.Minna);
        await minna.GotoAsync($"/desk/{ticket.Reference}");
        await minna.Sees("Kollegan pyyntö");
        await minna.IsOpenToEverybody();
        await house.Get<SendReply>().For(ticket.Id, new Reply("Hei Antti, näyttö on pöydälläsi.", new WhatNext.Solves()), [], house.Minna, null, default);

        await antti.GotoAsync("/desk/asked");
        await antti.GetByRole(AriaRole.Link, new() { Name = "Toinen näyttö" }).First.ClickAsync();
        await antti.Sees("Hei Antti, näyttö on pöydälläsi.");
        await antti.Presses("Avaa pyynnön oma sivu");
        await antti.IsAt("Toinen näyttö");
        await antti.FitsTheScreen();
        (await house.Look(db => db.PromiseEnds.SingleAsync())).How.ShouldBe(HowItEnded.Kept);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }
}
