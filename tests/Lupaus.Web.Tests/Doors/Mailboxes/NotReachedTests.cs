using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.People;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class NotReachedTests
{
    private static readonly DateTimeOffset Now = House.MondayAtTen.ToUniversalTime();

    private const string Aino = "aino@example.fi";

    [Theory, OnBothDatabases]
    public async Task A_report_that_a_letter_did_not_arrive_is_told_on_its_ticket_and_owed_another_way(string on)
    {
        await using var house = await House.On(on);
        var (ticket, letter) = await ALetterLeft(house);
        var promise = await house.Look(db => db.Tickets.Select(t => t.Promise!.Number).SingleAsync());

        var report = await house.Gets(Mails.Report(letter, Aino));

        (report.Fate, report.Ticket).ShouldBe((Fate.Recorded, ticket));
        var entry = await house.Look(db => db.Outbox.SingleAsync(o => o.InternetMessageId == letter));
        (entry.State, entry.Trouble).ShouldBe((Dispatch.NotReached, "5.1.1 550 no such user"));
        (await house.Look(db => db.Contacts.SingleAsync(c => c.Value == Aino))).IsDead.ShouldBeTrue();
        var found = await house.Look(db => db.Tickets.SingleAsync());
        (found.Promise!.Number, found.Duties.Single().Unreached, found.Duties.Single().Doer).ShouldBe((promise, entry.Id, found.OwnerId));
        (await house.Look(db => db.Alerts.Where(a => a.Kind == AlertKind.NotReached).Select(a => a.AgentId).ToListAsync())).ShouldBe([found.OwnerId]);
        var page = await house.BrowserOf(found.OwnerId).Page($"/desk/{found.Reference}");
        page.ShouldContain("Ei mennyt perille osoitteeseen aino@example.fi");
        page.ShouldContain("5.1.1 550 no such user");
        page.ShouldContain("Emme tunne toista osoitetta emmekä puhelinnumeroa.");
        page.ShouldContain("Sähköpostipalvelin kertoi viestistämme");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_report_twice_and_another_of_the_same_letter_are_one(string on)
    {
        await using var house = await House.On(on);
        var (_, letter) = await ALetterLeft(house);
        var report = Mails.Report(letter, Aino);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Gets(report)));
        await house.Gets(Mails.Report(letter, Aino));

        (await house.Look(db => db.Tickets.SingleAsync())).Duties.Count.ShouldBe(1);
        (await house.Look(db => db.Facts.CountAsync(f => f.Kind == nameof(NotReached)))).ShouldBe(1);
        (await house.Look(db => db.Alerts.CountAsync(a => a.Kind == AlertKind.NotReached))).ShouldBe(1);
    }

    [Fact]
    public async Task A_report_of_a_letter_we_never_sent_or_not_to_that_address_changes_nothing()
    {
        await using var house = await House.Open();
        var (ticket, letter) = await ALetterLeft(house);

        var never = await house.Gets(Mails.Report("12345@satama.example", Aino));
        var notThere = await house.Gets(Mails.Report(letter, "eve@example.com"));

        (never.Fate, never.Ticket).ShouldBe((Fate.Quarantined, null));
        (notThere.Fate, notThere.Ticket).ShouldBe((Fate.Recorded, ticket));
        (await house.Look(db => db.Outbox.SingleAsync(o => o.InternetMessageId == letter))).State.ShouldBe(Dispatch.Sent);
        (await house.Look(db => db.Contacts.SingleAsync(c => c.Value == Aino))).IsDead.ShouldBeFalse();
        (await house.Look(db => db.Tickets.SingleAsync())).Duties.ShouldBeEmpty();
        await house.IsSound();
    }

    [Fact]
    public async Task A_letter_that_is_late_is_a_quiet_line()
    {
        await using var house = await House.Open();
        var (_, letter) = await ALetterLeft(house);

        await house.Gets(Mails.Report(letter, Aino, "4.4.1", "delayed", "smtp; 451 try later"));

        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        ticket.Duties.ShouldBeEmpty();
        (await house.Look(db => db.Outbox.SingleAsync(o => o.InternetMessageId == letter))).State.ShouldBe(Dispatch.Sent);
        (await house.Look(db => db.Alerts.CountAsync(a => a.Kind == AlertKind.NotReached))).ShouldBe(0);
        (await house.BrowserOf(ticket.OwnerId).Page($"/desk/{ticket.Reference}")).ShouldContain("palvelin yrittää edelleen");
    }

    [Fact]
    public async Task A_full_mailbox_is_no_dead_address_though_the_letter_did_not_arrive()
    {
        await using var house = await House.Open();
        var (_, letter) = await ALetterLeft(house);

        await house.Gets(Mails.Report(letter, Aino, "5.2.2"));

        (await house.Look(db => db.Contacts.SingleAsync(c => c.Value == Aino))).IsDead.ShouldBeFalse();
        (await house.Look(db => db.Tickets.SingleAsync())).Duties.Count.ShouldBe(1);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_letter_to_another_address_reaches_them_and_one_to_the_same_does_not(bool hasOther)
    {
        await using var house = await House.Open();
        var (ticket, letter) = await ALetterLeft(house);
        if (hasOther)
            await house.Changes.Make(async db => (await db.People.Include(p => p.Contacts).SingleAsync()).Add(new Contact(await db.People.Select(p => p.Id).SingleAsync(), EmailAddress.Parse("aino@tyo.example")), house.Antti, Now), default);
        await house.Gets(Mails.Report(letter, Aino));

        await house.Replies(ticket, house.Antti, new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddDays(1)));

        var duty = await house.Look(db => db.Duties.SingleAsync());
        (duty.IsOpen, duty.IsDropped).ShouldBe((!hasOther, false));
        (await house.Look(db => db.Outbox.OrderByDescending(o => o.Id).Select(o => o.Address).FirstAsync())).ShouldBe(hasOther ? "aino@tyo.example" : Aino);
    }

    [Theory, OnBothDatabases]
    public async Task A_matter_solved_with_words_that_did_not_arrive_goes_on_with_its_owner(string on)
    {
        await using var house = await House.On(on);
        var opened = await house.Gets(Mails.Raw());
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves());
        await house.Get<SendOutbox>().Now(default);

        await house.Gets(Mails.Report(await house.LetterIn(opened.Ticket.Value), Aino));

        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        ticket.IsOpen.ShouldBeTrue();
        ticket.Duties.Single().IsToReach.ShouldBeTrue();
        (await house.Look(db => db.Outbox.OrderByDescending(o => o.Id).Select(o => o.Way).FirstAsync())).ShouldBe(Way.Page);
        await house.IsSound();
    }

    [Fact]
    public async Task A_copy_that_did_not_arrive_is_told_to_the_owner_and_owes_the_customer_nothing()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw(more: "Cc: Ville <ville@example.fi>"));
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddDays(1)));
        await house.Get<SendOutbox>().Now(default);
        var copy = await house.Look(db => db.Outbox.Where(o => o.Letter == Letter.Copy).Select(o => o.InternetMessageId).SingleAsync());

        await house.Gets(Mails.Report(copy, "ville@example.fi"));

        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        ticket.Duties.ShouldBeEmpty();
        (await house.Look(db => db.Contacts.Where(c => c.IsDead).Select(c => c.Value).ToListAsync())).ShouldBe(["ville@example.fi"]);
        (await house.Look(db => db.Alerts.CountAsync(a => a.Kind == AlertKind.NotReached))).ShouldBe(1);
        (await house.BrowserOf(ticket.OwnerId).Page($"/desk/{ticket.Reference}")).ShouldContain("Kopio ei mennyt perille: Ville");
    }

    [Fact]
    public async Task Whoever_writes_from_an_address_can_be_reached_there_again()
    {
        await using var house = await House.Open();
        var (_, letter) = await ALetterLeft(house);
        await house.Gets(Mails.Report(letter, Aino));

        await house.Gets(Mails.Raw(text: "Laatikkoni oli rikki.", more: $"In-Reply-To: <{letter}>"));

        (await house.Look(db => db.Contacts.SingleAsync(c => c.Value == Aino))).IsDead.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task What_may_have_left_is_sent_again_when_one_of_ours_says_so_and_only_once(string on)
    {
        await using var house = await House.On(on);
        var opened = await house.Gets(Mails.Raw());
        await house.Changes.Make(async db =>
        {
            var entry = await db.Outbox.SingleAsync();
            entry.Claim(Now);
            entry.Unknown("connection lost", Now);
        }, default);
        var (letter, ticket) = (await house.Look(db => db.Outbox.SingleAsync()), await house.Look(db => db.Tickets.SingleAsync()));
        await house.Get<SendOutbox>().Now(default);
        (await house.Look(db => db.Outbox.SingleAsync())).State.ShouldBe(Dispatch.Unknown);
        (await house.BrowserOf(ticket.OwnerId).Page($"/desk/{ticket.Reference}")).ShouldContain("Emme tiedä, lähtikö viesti");
        var again = house.Get<SendAgain>();

        await again.For(opened.Ticket!.Value, letter.Id, house.Antti, Source.Of("desk", "n1"), default);
        await again.For(opened.Ticket.Value, letter.Id, house.Antti, Source.Of("desk", "n1"), default);
        await house.Get<SendOutbox>().Now(default);

        var after = await house.Look(db => db.Outbox.SingleAsync());
        (after.State, after.InternetMessageId).ShouldBe((Dispatch.Sent, letter.InternetMessageId));
        (await Should.ThrowAsync<RuleBroken>(again.For(opened.Ticket.Value, letter.Id, house.Antti, Source.Of("desk", "n2"), default))).Refusal.Key.ShouldBe("letter.notunknown");
    }

    /// <summary>Its ticket, and the Message-ID it left with.</summary>
    private static async Task<(TicketId Ticket, string Letter)> ALetterLeft(House house)
    {
        var opened = await house.Gets(Mails.Raw());
        await house.Get<SendOutbox>().Now(default);
        return (opened.Ticket!.Value, await house.LetterIn(opened.Ticket.Value));
    }
}
