using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class ReceivingMailTests
{
    [Theory, OnBothDatabases]
    public async Task A_mail_becomes_a_ticket_with_an_owner_a_promise_and_one_letter_that_tells_them(string on)
    {
        await using var house = await House.On(on);

        var received = await house.Gets(Mails.Raw());

        received.Fate.ShouldBe(Fate.Opened);
        var ticket = await house.Look(db => db.Tickets.Include(t => t.Messages).SingleAsync(t => t.Id == received.Ticket));
        ticket.Subject.ShouldBe("Lippu ei toimi");
        ticket.Promise!.Kind.ShouldBe(PromiseKind.Answer);
        ticket.Messages.Select(m => (m.Channel, m.Direction)).ShouldBe([(Channel.Mail, Direction.FromCustomer), (Channel.Desk, Direction.ToCustomer)]);
        (await house.Look(db => db.Outbox.Where(o => o.TicketId == ticket.Id).Select(o => new { o.Way, o.Address }).ToListAsync())).ShouldHaveSingleItem().ShouldBe(new { Way = Way.Mail, Address = (string?)"aino@example.fi" });
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_mail_by_whichever_door_is_one_ticket(string on)
    {
        await using var house = await House.On(on);
        var raw = Mails.Raw();

        var first = await house.Gets(raw);
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => house.Gets(raw)));

        all.ShouldAllBe(r => r.Ticket == first.Ticket && r.IsAgain);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
        (await house.Look(db => db.ReceivedMails.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Two_mails_that_a_program_gave_the_same_id_are_two()
    {
        await using var house = await House.Open();

        await house.Gets(Mails.Raw(subject: "Tilaus 1", id: "same@shop.example"));
        await house.Gets(Mails.Raw(subject: "Tilaus 2", id: "same@shop.example"));

        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_to_our_letter_joins_its_ticket(string on)
    {
        await using var house = await House.On(on);
        var opened = await house.Gets(Mails.Raw());
        var letter = await house.LetterIn(opened.Ticket!.Value);

        var answer = await house.Gets(Mails.Raw(subject: "VS: jotain aivan muuta", text: "Se on automaatti 3.", more: $"In-Reply-To: <{letter}>"));

        (answer.Fate, answer.Because, answer.Ticket).ShouldBe((Fate.Joined, Clue.InReplyTo, opened.Ticket));
        await house.IsSound();
    }

    [Fact]
    public async Task A_mail_further_down_the_thread_joins_by_its_references()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw(id: "first@example.fi"));

        var second = await house.Gets(Mails.Raw(text: "Vielä yksi asia.", more: "References: <nobody@example.fi> <first@example.fi> <lost@example.fi>"));

        (second.Fate, second.Because, second.Ticket).ShouldBe((Fate.Joined, Clue.References, opened.Ticket));
    }

    [Fact]
    public async Task The_reference_in_the_subject_is_enough_for_the_customer_and_for_nobody_else()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        var reference = await house.Look(db => db.Tickets.Select(t => t.Reference).SingleAsync());

        var own = await house.Gets(Mails.Raw(subject: $"Re: Lippu [{reference}]", text: "Lisää tietoa."));
        var strange = await house.Gets(Mails.Raw(from: "eve@example.com", subject: $"Re: Lippu [{reference}]", text: "Minäkin tahdon tietää."));

        (own.Fate, own.Because, own.Ticket).ShouldBe((Fate.Joined, Clue.Subject, opened.Ticket));
        strange.Fate.ShouldBe(Fate.Opened);
        strange.Ticket.ShouldNotBe(opened.Ticket);
        (await house.Look(db => db.Tickets.SingleAsync(t => t.Id == strange.Ticket))).Subject.ShouldBe("Lippu");
    }

    [Theory, OnBothDatabases]
    public async Task A_stranger_who_answers_our_letter_waits_and_the_owner_decides(string on)
    {
        await using var house = await House.On(on);
        var opened = await house.Gets(Mails.Raw());
        var letter = await house.LetterIn(opened.Ticket!.Value);
        var before = await house.Look(db => db.Outbox.CountAsync());

        var strange = await house.Gets(Mails.Raw(from: "Eve <eve@example.com>", text: "Ainon puolesta: löytyikö lippu?", more: $"In-Reply-To: <{letter}>"));

        (strange.Fate, strange.Because, strange.Ticket).ShouldBe((Fate.Waits, Clue.InReplyTo, opened.Ticket));
        (await house.Look(db => db.Outbox.CountAsync())).ShouldBe(before);
        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        var browser = house.BrowserOf(ticket.OwnerId);
        var page = await browser.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Ainon puolesta: löytyikö lippu?");
        page.ShouldContain("Ota mukaan tähän asiaan");

        await house.Get<Web.Doors.Mailboxes.DecideMail>().LetIn(ticket.Id, strange.Id, ticket.OwnerId, default);

        page = await browser.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Ainon puolesta: löytyikö lippu?");
        page.ShouldNotContain("Ota mukaan tähän asiaan");
        (await house.Look(db => db.Participants.Where(p => p.TicketId == ticket.Id).Select(p => p.Email).SingleAsync())).Value.ShouldBe("eve@example.com");
        await house.IsSound();
    }

    [Theory, InlineData("apart"), InlineData("aside")]
    public async Task What_waits_can_become_a_matter_of_its_own_or_be_put_aside_once(string way)
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        var strange = await house.Gets(Mails.Raw(from: "Eve <eve@example.com>", text: "Aivan toinen asia.", more: $"In-Reply-To: <{await house.LetterIn(opened.Ticket!.Value)}>"));
        var decide = house.Get<Web.Doors.Mailboxes.DecideMail>();

        Task Decide() => way == "apart" ? decide.OpenApart(opened.Ticket!.Value, strange.Id, house.Antti, default) : decide.SetAside(opened.Ticket!.Value, strange.Id, house.Antti, default);
        await Decide();

        (await Should.ThrowAsync<RuleBroken>(Decide)).Refusal.Key.ShouldBe("mail.decided");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(way == "apart" ? 2 : 1);
        (await house.Look(db => db.ReceivedMails.CountAsync(m => m.Fate == Fate.Waits))).ShouldBe(0);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Out_of_office_neither_settles_nor_opens_nor_answers_anything(string on)
    {
        await using var house = await House.On(on);
        var opened = await house.Gets(Mails.Raw());
        var ticket = opened.Ticket!.Value;
        await house.Replies(ticket, house.Antti, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(3), "Hei, ehditkö katsoa?"));
        var before = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
        var letters = await house.Look(db => db.Outbox.CountAsync());

        var away = await house.Gets(Mails.Raw(subject: "Automaattinen vastaus: Lippu", text: "Olen lomalla 1.12. asti.", more: [$"In-Reply-To: <{await house.LetterIn(ticket)}>", "Auto-Submitted: auto-replied"]));

        (away.Fate, away.Ticket).ShouldBe((Fate.Recorded, opened.Ticket));
        var after = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
        (after.Promise!.Number, after.LastWordAt, after.NewestFromCustomer).ShouldBe((before.Promise!.Number, before.LastWordAt, before.NewestFromCustomer));
        (await house.Look(db => db.Outbox.CountAsync())).ShouldBe(letters);
        (await house.BrowserOf(house.Antti).Page($"/desk/{after.Reference}")).ShouldContain("Automaattinen viesti");
        await house.IsSound();
    }

    [Fact]
    public async Task Out_of_office_does_not_open_again_what_is_solved()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves());

        await house.Gets(Mails.Raw(subject: "Out of office", text: "I am away.", more: [$"In-Reply-To: <{await house.LetterIn(opened.Ticket.Value)}>", "X-Auto-Response-Suppress: All"]));

        (await house.Look(db => db.Tickets.SingleAsync())).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Thanks_alone_with_our_letter_quoted_beneath_opens_nothing_again()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        await house.Replies(opened.Ticket!.Value, house.Antti, new WhatNext.Solves());

        await house.Gets(Mails.Raw(text: "Kiitos paljon avusta!\n\nma 23.11.2026 klo 10.05 Antti (apu@satama.example) kirjoitti:\n> Rahat on palautettu.\n> Onko vielä jotain?", more: $"In-Reply-To: <{await house.LetterIn(opened.Ticket.Value)}>"));

        (await house.Look(db => db.Tickets.SingleAsync())).IsOpen.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-generated", false)]
    [InlineData("List-Id: <uutiset.example.com>", true)]
    [InlineData("Precedence: bulk", true)]
    public async Task A_machines_own_mail_is_a_ticket_or_waits_aside_and_is_never_answered(string sign, bool isAside)
    {
        await using var house = await House.Open();

        var received = await house.Gets(Mails.Raw(from: "Valvonta <valvonta@example.com>", more: sign));

        (await house.Look(db => db.Tickets.SingleAsync(t => t.Id == received.Ticket))).IsAside.ShouldBe(isAside);
        (await house.Look(db => db.Outbox.CountAsync(o => o.Way == Way.Mail && o.Letter == Letter.Message))).ShouldBe(0);
        await house.IsSound();
    }

    [Fact]
    public async Task Two_machines_that_answer_each_other_come_to_rest_by_themselves()
    {
        await using var house = await House.Open();

        for (var i = 0; i < 40; i++)
            await house.Gets(Mails.Raw(from: "Robotti <robotti@example.com>", subject: $"Kiitos viestistäsi {i}", text: "Olemme vastaanottaneet viestisi."));

        (await house.Look(db => db.Outbox.CountAsync(o => o.Way == Way.Mail && o.Letter == Letter.Message))).ShouldBe(Web.Doors.Intake.OpenTicket.MostReceipts);
        await house.IsSound();
    }

    [Fact]
    public async Task Whom_the_customer_copied_takes_part_and_we_ourselves_do_not()
    {
        await using var house = await House.Open();

        var received = await house.Gets(Mails.Raw(more: "Cc: Ville <ville@example.fi>, antti@satama.example, apu+uutiset@satama.example, no-reply@example.com, aino@example.fi"));
        var copied = await house.Gets(Mails.Raw(from: "ville@example.fi", text: "Minulla sama.", more: "References: <nobody@example.fi>"));

        (await house.Look(db => db.Participants.Where(p => p.TicketId == received.Ticket).Select(p => p.Email).ToListAsync())).Select(e => e.Value).ShouldBe(["ville@example.fi"]);
        copied.Fate.ShouldBe(Fate.Opened);
        await house.IsSound();
    }

    [Fact]
    public async Task An_address_of_ours_by_a_name_we_do_not_know_gets_no_copies()
    {
        await using var house = await House.Open();

        await house.Gets(Mails.Raw(to: "helpdesk@satama-palvelut.example", more: "Cc: ville@example.fi"));

        (await house.Look(db => db.Participants.Select(p => p.Email).ToListAsync())).Select(e => e.Value).ShouldBe(["ville@example.fi"]);
    }

    [Fact]
    public async Task What_nobody_could_answer_is_kept_for_an_admin_and_lost_by_nobody()
    {
        await using var house = await House.Open();

        var nobody = await house.Gets("Subject: ?\r\n\r\nHei"u8.ToArray());
        var ours = await house.Gets(Mails.Raw(from: "apu@satama.example"));
        var nothing = await house.Gets([]);

        new[] { nobody, ours, nothing }.ShouldAllBe(r => r.Fate == Fate.Quarantined && r.Ticket == null);
        (await house.Look(db => db.ReceivedMails.Select(m => m.Trouble).ToListAsync())).ShouldBe(["mail.nobody", "mail.ours", "mail.nobody"], ignoreOrder: true);
        await house.IsSound();
    }

    [Fact]
    public async Task Every_strange_message_we_know_has_a_place()
    {
        await using var house = await House.Open();
        var samples = Directory.GetFiles(Path.Combine(Sources.Root, "samples", "mail"), "*.eml");

        foreach (var sample in samples)
            await house.Gets(await File.ReadAllBytesAsync(sample));

        samples.Length.ShouldBeGreaterThan(100);
        (await house.Look(db => db.ReceivedMails.CountAsync())).ShouldBeGreaterThan(samples.Length / 2);
        await house.IsSound();
        await house.Get<SendOutbox>().Now(default);
    }
}
