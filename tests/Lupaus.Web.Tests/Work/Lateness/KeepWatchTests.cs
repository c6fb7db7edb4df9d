using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Lateness;

public sealed class KeepWatchTests
{
    [Fact]
    public async Task A_promise_that_lapses_is_broken_renewed_and_told_in_one_look()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        house.Clock.Becomes(House.MondayAtTen.AddHours(4).AddSeconds(10));

        await house.Get<KeepWatch>().Look(default);

        var ticket = await Ticket(house, id);
        ticket.Promise!.Number.ShouldBe(2);
        ticket.Promise.Due.ShouldBeGreaterThan(house.Clock.GetUtcNow());
        var end = await house.Look(db => db.PromiseEnds.SingleAsync(e => e.TicketId == id));
        (end.How, end.At, end.NoticedAt).ShouldBe((HowItEnded.Broken, House.MondayAtTen.AddHours(4).ToUniversalTime(), house.Clock.GetUtcNow()));
        (await Letter(house, ticket.Promise.ToldIn)).ShouldBe((Way.Mail, Dispatch.Waiting));
    }

    [Fact]
    public async Task At_the_very_instant_of_due_nothing_is_broken_yet()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        house.Clock.Becomes(House.MondayAtTen.AddHours(4));

        await house.Get<KeepWatch>().Look(default);

        (await Ticket(house, id)).Promise!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_break_in_a_row_is_the_leads_and_no_robot_apologises_again()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == id)).PassTo(house.Antti, OwnerReason.TookNext, null, house.Antti, house.Clock.GetUtcNow()), default);
        await LapseAgain(house, id);

        await LapseAgain(house, id);

        var ticket = await Ticket(house, id);
        ticket.Promise!.Promiser.ShouldBe(house.Minna);
        (await Letter(house, ticket.Promise.ToldIn)).ShouldBe((Way.Page, Dispatch.Sent));
    }

    [Fact]
    public async Task Looking_twice_changes_nothing_more()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        await LapseAgain(house, id);

        await house.Get<KeepWatch>().Look(default);

        (await Ticket(house, id)).PromisesMade.ShouldBe(2);
    }

    [Fact]
    public async Task Several_matters_of_one_customer_that_lapse_together_are_told_in_one_letter()
    {
        await using var house = await House.Open();
        var first = await Arrives(house, "n1");
        var second = await Arrives(house, "n2");

        await LapseAgain(house, first);

        var told = new[] { (await Ticket(house, first)).Promise!, (await Ticket(house, second)).Promise! };
        var ways = await house.Look(db => db.Outbox.Where(o => o.Id == told[0].ToldIn || o.Id == told[1].ToldIn).Select(o => o.Way).ToListAsync());
        ways.Order().ShouldBe([Way.Mail, Way.Page]);
        told[1].Due.ShouldNotBe(told[0].Due);
    }

    [Fact]
    public async Task When_lupaus_was_off_the_lead_gets_a_quarter_of_an_hour_before_mail_goes_out()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        house.Clock.Becomes(House.MondayAtTen.AddHours(26));

        await house.Get<KeepWatch>().Look(default);

        var told = (await Ticket(house, id)).Promise!.ToldIn;
        var notBefore = await house.Look(db => db.Outbox.Where(o => o.Id == told).Select(o => o.NotBefore).SingleAsync());
        notBefore.ShouldBe(house.Clock.GetUtcNow().AddMinutes(15));
    }

    [Fact]
    public async Task A_customer_who_does_not_answer_is_reminded_twice_and_then_the_ticket_closes()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        await house.Get<SendReply>().For(id, new Reply("Mikä varausnumero?", new WhatNext.WaitsForCustomer(House.MondayAtTen.AddHours(24), "Löytyikö varausnumero?")), [], house.Minna, null, default);

        var states = new List<(int Reminders, bool Open)>();
        for (var look = 0; look < 3; look++)
        {
            house.Clock.Becomes((await Ticket(house, id)).Promise!.Due.AddSeconds(-30));
            await house.Get<KeepWatch>().Look(default);
            var now = await Ticket(house, id);
            states.Add((now.RemindersUnanswered, now.IsOpen));
        }

        states.ShouldBe([(1, true), (2, true), (2, false)]);
        (await Ticket(house, id)).Closure!.How.ShouldBe(HowClosed.NoAnswer);
        (await house.Look(db => db.PromiseEnds.Where(e => e.TicketId == id).Select(e => e.How).Distinct().ToListAsync())).ShouldBe([HowItEnded.Kept]);
    }

    [Fact]
    public async Task A_customer_who_does_not_answer_while_we_owe_them_something_hears_after_the_reminders_when_we_are_in_touch()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        await house.Get<SendReply>().For(id, new Reply("Mikä varausnumero?", new WhatNext.WaitsForCustomer(House.MondayAtTen.AddHours(24), "Löytyikö varausnumero?")), [], house.Minna, null, default);
        await house.Get<ChangeTicket>().For(id, (t, now) => t.TakeOn("hyvitys", house.Antti, House.MondayAtTen.AddDays(20), isTold: false, house.Minna, now), default);

        for (var look = 0; look < 3; look++)
        {
            house.Clock.Becomes((await Ticket(house, id)).Promise!.Due.AddSeconds(-30));
            await house.Get<KeepWatch>().Look(default);
        }

        var ticket = await Ticket(house, id);
        (ticket.IsOpen, ticket.WaitsForCustomer, ticket.Promise!.Kind, ticket.RemindersUnanswered).ShouldBe((true, false, PromiseKind.Answer, 0));
        ticket.Promise.Due.ShouldBeGreaterThan(house.Clock.GetUtcNow());
        (await house.Look(db => db.Messages.Where(m => m.Id == ticket.Promise.ToldIn).Select(m => m.Body).SingleAsync())).ShouldContain("hoidamme oman osuutemme silti");
    }

    [Fact]
    public async Task While_the_lead_is_away_another_who_is_here_answers_for_the_second_break()
    {
        await using var house = await House.Open();
        var id = await Arrives(house, "n1");
        await house.Get<ChangeTicket>().For(id, (t, now) => t.PassTo(house.Antti, OwnerReason.TookNext, null, house.Antti, now), default);
        await house.Changes.Make(async db => (await db.Agents.FirstAsync(a => a.Id == house.Maija)).ChangeRole(Role.Lead, [LanguageCode.Fi], house.Minna, house.Clock.GetUtcNow()), default);
        await house.Get<GoAway>().As(new AwayPlan(house.Maija, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), null), house.Maija, null, default);
        await LapseAgain(house, id);

        await LapseAgain(house, id);

        (await Ticket(house, id)).Promise!.Promiser.ShouldBe(house.Minna);
    }

    private static async Task LapseAgain(House house, TicketId id)
    {
        house.Clock.Becomes((await Ticket(house, id)).Promise!.Due.AddMinutes(1));
        await house.Get<KeepWatch>().Look(default);
    }

    private static async Task<TicketId> Arrives(House house, string nonce) => (await house.Get<OpenTicket>().From(
        new NewMatter("Aino Testinen", EmailAddress.Parse("aino@example.fi"), null, "Lippua ei voi lunastaa.", LanguageCode.Fi, Channel.Form, Source.Of("form", nonce)), default)).Id;

    private static Task<Ticket> Ticket(House house, TicketId id) => house.Look(db => db.Tickets.AsNoTracking().FirstAsync(t => t.Id == id));

    private static async Task<(Way, Dispatch)> Letter(House house, MessageId id)
    {
        var entry = await house.Look(db => db.Outbox.AsNoTracking().SingleAsync(o => o.Id == id));
        return (entry.Way, entry.State);
    }
}
