using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Replies;

public class UnsentTests
{
    [Fact]
    public async Task What_was_typed_stands_on_the_page_again_and_colleagues_have_their_own()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);

        await Types(antti, ticket, ("body", "Hei, kysyn & palaan <pian>."), ("next", "findout"), ("when", "own"), ("date", "2026-11-24"), ("what", "kumpi juna"), ("note", "Soita ensin Villelle."));

        var page = await antti.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Hei, kysyn & palaan <pian>.");
        page.ShouldContain("value=\"kumpi juna\"");
        page.ShouldContain("value=\"2026-11-24\"");
        page.ShouldContain("Soita ensin Villelle.");
        page.ShouldContain("Jatkat siitä, mihin jäit");
        (await house.BrowserOf(house.Maija).Page($"/desk/{ticket.Reference}")).ShouldNotContain("Soita ensin Villelle.");
    }

    [Fact]
    public async Task A_greeting_that_nobody_typed_is_nothing_and_what_was_emptied_is_gone()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);
        await Types(antti, ticket, ("body", "Hei!"), ("note", ""));

        await Types(antti, ticket, ("body", "Hyvää huomenta Aino,\n\n"), ("greeting", "Hyvää huomenta Aino,"), ("note", " "));

        (await house.Look(db => db.Unsent.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Sending_takes_the_reply_away_and_leaves_the_note()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Get<KeepUnsent>().For(ticket.Id, house.Antti, "?body=Hei", "Soita Villelle.", default);
        await house.Get<KeepUnsent>().For(ticket.Id, house.Maija, "?body=Moi", null, default);

        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        var left = await house.Look(db => db.Unsent.OrderBy(u => u.Note == null).ToListAsync());
        left.Select(u => (u.AgentId, u.Reply, u.Note)).ShouldBe([(house.Antti, null, "Soita Villelle."), (house.Maija, "?body=Moi", null)]);
    }

    [Fact]
    public async Task More_than_a_reply_may_be_is_refused()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var keep = () => house.Get<KeepUnsent>().For(ticket.Id, house.Antti, null, new string('a', Limits.Body + 1), default);

        (await keep.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("message.long");
    }

    [Fact]
    public async Task While_the_owner_writes_the_letter_that_we_are_late_waits_and_their_answer_makes_it_needless()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        house.Clock.Becomes(ticket.Promise!.Due.AddSeconds(-30));
        await house.Get<KeepUnsent>().For(ticket.Id, house.Antti, "?body=Hei+Aino", null, default);
        house.Clock.Becomes(ticket.Promise.Due.AddSeconds(10));
        await house.Get<KeepWatch>().Look(default);

        var late = await Late(house, ticket.Id);
        (late.State, late.NotBefore).ShouldBe((Dispatch.Waiting, house.Clock.Now().AddMinutes(10)));
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        (await Late(house, ticket.Id)).State.ShouldBe(Dispatch.Superseded);
        (await house.Look(db => db.PromiseEnds.SingleAsync(e => e.TicketId == ticket.Id && e.Number == 1))).How.ShouldBe(HowItEnded.Broken);
    }

    [Fact]
    public async Task A_late_letter_whose_promise_an_answer_lets_stand_goes_all_the_same()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, house.Clock.Now().AddHours(1)));
        await house.Get<SendOutbox>().Now(default);
        house.Clock.Becomes(House.MondayAtTen.AddHours(1).AddMinutes(1));
        await house.Get<KeepWatch>().Look(default);

        await house.Get<SendReply>().For(ticket.Id, new Reply("Vielä hetki.", new WhatNext.PromiseStands(), Delivers: false), [], house.Antti, house.Nonce(), default);

        (await Late(house, ticket.Id)).State.ShouldBe(Dispatch.Waiting);
    }

    private static Task<OutboxEntry> Late(House house, TicketId ticket) => house.Look(async db =>
    {
        var late = await db.Messages.SingleAsync(m => m.TicketId == ticket && m.Nature == Nature.Late);
        return await db.Outbox.SingleAsync(o => o.Id == late.Id);
    });

    private static async Task Types(HttpClient browser, Ticket ticket, params (string Name, string? Value)[] fields)
    {
        var page = await browser.Page($"/desk/{ticket.Reference}");
        var sent = fields.ToDictionary(f => f.Name, f => f.Value);
        sent["__RequestVerificationToken"] = Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        (await browser.Send($"/desk/{ticket.Reference}/unsent", sent)).Status.ShouldBe(HttpStatusCode.NoContent);
    }
}
