using System.Text;
using Lupaus.Core.Tickets;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Lupaus.Journeys.Pages.CustomerPage;

/// <summary>Aino on her own page, with her phone, from the first word to the last; with JavaScript and without it.</summary>
public sealed class OwnPageJourney(SharedStage shared) : IClassFixture<SharedStage>
{
    private const string Reach = "aino@example.fi";

    private readonly Stage stage = shared.Stage;

    [Theory, InlineData(true), InlineData(false)]
    public async Task She_sees_at_once_who_looks_after_it_how_to_reach_them_and_by_when(bool scripts)
    {
        var aino = await stage.SomebodyOnThePhone(scripts);

        await aino.WritesToUs(Reach, "Lippua ei voi lunastaa.");

        var ticket = await Ticket();
        var owner = await stage.House.Look(db => db.Agents.SingleAsync(a => a.Id == ticket.OwnerId));
        var promise = aino.PromiseCard();
        await promise.GetByText($"{owner.Name} vastaa sinulle").WaitForAsync();
        await promise.GetByText("Viimeistään tänään klo").WaitForAsync();
        await promise.GetByRole(AriaRole.Link, new() { Name = "010 123 4567" }).WaitForAsync();
        await promise.GetByRole(AriaRole.Link, new() { Name = "apu@satama.example" }).WaitForAsync();
        await aino.FitsTheScreen();
        await aino.IsOpenToEverybody(withScripts: scripts);
        (await stage.LetterTo(Reach)).ShouldContain(owner.FirstName);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task She_writes_more_adds_a_file_and_gets_it_back_and_says_by_when_it_is_too_late(bool scripts)
    {
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.WritesToUs(Reach, "Lippua ei voi lunastaa.");

        await aino.Locator("#message").FillAsync("Tässä kuitti.");
        await aino.Locator("#files").SetInputFilesAsync(Doing.AFile("kuitti ä.txt", "18,40 €"));
        await aino.Presses("Lähetä");
        await aino.Sees("Tässä kuitti.");
        Encoding.UTF8.GetString(await aino.Fetches("kuitti ä.txt")).ShouldBe("18,40 €");
        await aino.FitsTheScreen();

        await aino.GetByText("Kerro, milloin on liian myöhäistä").ClickAsync();
        await aino.Locator("#deadline-day").FillAsync("2026-11-20");
        await aino.Locator("#deadline-time").FillAsync("12:00");
        await aino.Presses("Kerro aika");
        await aino.IsToldAt("fieldset.day-and-time", "Aika on jo mennyt. Valitse myöhempi.");
        await aino.FitsTheScreen();
        await aino.Locator("#deadline-day").FillAsync("2026-11-24");
        await aino.Presses("Kerro aika");
        await aino.Sees("Tarvitset vastauksen viimeistään huomenna klo 12.");
        await aino.FitsTheScreen();
        await aino.IsOpenToEverybody(withScripts: scripts);

        var ticket = await Ticket();
        ticket.Deadline.ShouldBe(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(2)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Asked_whether_it_is_sorted_she_says_yes(bool scripts)
    {
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.WritesToUs(Reach, "Lippua ei voi lunastaa.");

        await IsSolved();
        await aino.ReloadAsync();
        await aino.IsAt("Tuliko asia kuntoon?");
        await aino.FitsTheScreen();
        await aino.Presses("Kyllä, kiitos");

        await aino.IsAt("Mukavaa, että asia tuli kuntoon!");
        await aino.FitsTheScreen();
        (await Ticket()).Closure!.IsConfirmed.ShouldBeTrue();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Not_yet_opens_it_again_with_the_same_owner_and_a_new_promise(bool scripts)
    {
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.WritesToUs(Reach, "Lippua ei voi lunastaa.");
        var before = await IsSolved();

        await aino.ReloadAsync();
        await aino.Locator("summary").GetByText("Ei vielä").ClickAsync();
        await aino.Locator("#still-open").FillAsync("Automaatti sanoo yhä ei.");
        await aino.FitsTheScreen();
        await aino.Locator("form[action$='/not-yet']").GetByRole(AriaRole.Button, new() { Name = "Lähetä" }).ClickAsync();

        await aino.Sees("jatkaa asiasi hoitamista");
        await aino.Sees("Automaatti sanoo yhä ei.");
        await aino.PromiseCard().GetByText("Viimeistään tänään klo").WaitForAsync();
        await aino.FitsTheScreen();
        await aino.IsOpenToEverybody(withScripts: scripts);
        var ticket = await Ticket();
        (ticket.IsOpen, ticket.OwnerId).ShouldBe((true, before.OwnerId));
        ticket.Promise!.Number.ShouldBeGreaterThan(before.Promise!.Number);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task She_withdraws_a_matter_that_sorted_itself_out(bool scripts)
    {
        var aino = await stage.SomebodyOnThePhone(scripts);
        await aino.WritesToUs(Reach, "Lippua ei voi lunastaa.");

        await aino.Follows("Asia on jo kunnossa");
        await aino.IsAt("Onko asia jo kunnossa?");
        await aino.FitsTheScreen();
        await aino.Follows("Ei, jatketaan");
        await aino.Follows("Asia on jo kunnossa");
        await aino.Presses("Kyllä, asia on kunnossa");

        await aino.IsAt("Hienoa, että asia on kunnossa!");
        await aino.FitsTheScreen();
        (await Ticket()).Closure!.How.ShouldBe(HowClosed.Withdrawn);
    }

    /// <summary>Answers the ticket as it was before.</summary>
    private async Task<Ticket> IsSolved()
    {
        var ticket = await Ticket();
        await stage.House.Get<SendReply>().For(ticket.Id, new Reply("Lippusi on nyt kunnossa.", new WhatNext.Solves()), [], ticket.OwnerId, null, default);
        return ticket;
    }

    /// <summary>The one that the scene began with.</summary>
    private Task<Ticket> Ticket() => stage.House.Look(db => db.Tickets.AsNoTracking().OrderByDescending(t => t.Id).FirstAsync());
}
