using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class FromOneOfOursTests
{
    private static readonly DateTimeOffset Now = House.MondayAtTen.ToUniversalTime();

    private const string Antti = "Antti Laine <antti@satama.example>";
    private const string Forwarded = "Hoidatteko? Tämä on kiireinen.\n\n---------- Forwarded message ---------\nFrom: Pekka Puro <pekka@example.org>\nDate: Mon, Nov 23, 2026 at 9:15 AM\nSubject: Laituri on rikki\nTo: antti@satama.example\n\nHei, laituri 4 on rikki.";

    [Theory, OnBothDatabases]
    public async Task An_answer_of_a_colleagues_is_a_note_by_them_when_our_server_vouches_for_it(string on)
    {
        await using var house = await House.On(on);
        var opened = await house.Gets(Mails.Raw());
        var (letter, letters) = (await house.LetterIn(opened.Ticket!.Value), await house.Look(db => db.Outbox.CountAsync()));

        var answer = await house.GetsChecked(Mails.Raw(from: Antti, text: "Kysyin satamasta: automaatti vaihdetaan.\n\n> Lippu ei toimi", more: [Mails.Vouched, $"In-Reply-To: <{letter}>"]));

        (answer.Fate, answer.Ticket).ShouldBe((Fate.Joined, opened.Ticket));
        var note = await house.Look(db => db.Messages.SingleAsync(m => m.Direction == Direction.Note));
        (note.AgentId, note.Body).ShouldBe((house.Antti, "Kysyin satamasta: automaatti vaihdetaan."));
        (await house.Look(db => db.Outbox.CountAsync())).ShouldBe(letters);
        (await house.Look(db => db.People.CountAsync())).ShouldBe(1);
        await house.IsSound();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Authentication-Results: mx.satama.example; dmarc=fail header.from=satama.example")]
    [InlineData("Authentication-Results: mx.satama.example; spf=pass smtp.mailfrom=satama.example")]
    [InlineData("Authentication-Results: mx.somebody.example; dmarc=pass header.from=satama.example")]
    public async Task Without_that_it_waits_and_never_acts_in_their_name(string? checks)
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());
        var letter = await house.LetterIn(opened.Ticket!.Value);

        var answer = await house.GetsChecked(Mails.Raw(from: Antti, text: "Maksakaa hänelle 500 euroa.", more: [.. checks is null ? Array.Empty<string>() : [checks], $"In-Reply-To: <{letter}>"]));

        (answer.Fate, answer.Ticket).ShouldBe((Fate.Waits, opened.Ticket));
        (await house.Look(db => db.Messages.CountAsync(m => m.AgentId == house.Antti))).ShouldBe(0);
        var ticket = await house.Look(db => db.Tickets.SingleAsync());
        (await house.BrowserOf(ticket.OwnerId).Page($"/desk/{ticket.Reference}")).ShouldContain("Lähettäjäksi on merkitty kollega, mutta kukaan ei vahvista sitä.");

        await house.Get<DecideMail>().LetIn(ticket.Id, answer.Id, house.Minna, default);

        var note = await house.Look(db => db.Messages.SingleAsync(m => m.Direction == Direction.Note));
        (note.AgentId, note.Body).ShouldBe((house.Minna, "antti@satama.example kirjoitti sähköpostissa:\n\nMaksakaa hänelle 500 euroa."));
        (await house.Look(db => db.Participants.CountAsync())).ShouldBe(0);
        await house.IsSound();
    }

    [Fact]
    public async Task An_alert_by_mail_can_be_answered_where_it_tells_of_one_matter()
    {
        await using var house = await House.Open();
        var (one, other) = (await house.Gets(Mails.Raw()), await house.Gets(Mails.Raw(subject: "Toinen")));
        async Task<string> AlertOf(params TicketId[] tickets)
        {
            var letter = OutboxEntry.OfAlerts(house.Antti, EmailAddress.Parse("antti@satama.example"), "satama.example", Now);
            await house.Changes.Make(db =>
            {
                db.Outbox.Add(letter);
                foreach (var ticket in tickets)
                {
                    var alert = new Alert(house.Antti, ticket, new Cause(AlertKind.Mentioned, letter.Id.Value, null), Now);
                    alert.GoIn(letter.Id, Now);
                    db.Alerts.Add(alert);
                }
                return Task.CompletedTask;
            }, default);
            return letter.InternetMessageId;
        }

        var answer = await house.GetsChecked(Mails.Raw(from: Antti, text: "Hoidan huomenna.", more: [Mails.Vouched, $"In-Reply-To: <{await AlertOf(one.Ticket!.Value)}>"]));
        var unclear = await house.GetsChecked(Mails.Raw(from: Antti, text: "Hoidan nämäkin.", more: [Mails.Vouched, $"In-Reply-To: <{await AlertOf(one.Ticket.Value, other.Ticket!.Value)}>"]));

        (answer.Fate, answer.Ticket).ShouldBe((Fate.Joined, one.Ticket));
        unclear.Fate.ShouldBe(Fate.Quarantined);
    }

    [Fact]
    public async Task A_colleagues_machine_that_answers_us_leaves_nothing_on_a_ticket()
    {
        await using var house = await House.Open();
        var opened = await house.Gets(Mails.Raw());

        var away = await house.Gets(Mails.Raw(from: Antti, subject: "Automaattinen vastaus", text: "Olen lomalla.", more: [$"In-Reply-To: <{await house.LetterIn(opened.Ticket!.Value)}>", "Auto-Submitted: auto-replied"]));

        (away.Fate, away.Ticket).ShouldBe((Fate.SetAside, null));
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task A_customers_mail_that_a_colleague_passes_on_is_the_customers_matter(string on)
    {
        await using var house = await House.On(on);

        var received = await house.GetsChecked(Mails.Raw(from: Antti, subject: "Fwd: Laituri on rikki", text: Forwarded, more: Mails.Vouched));

        received.Fate.ShouldBe(Fate.Opened);
        var ticket = await house.Look(db => db.Tickets.Include(t => t.Messages).SingleAsync());
        (ticket.Subject, ticket.OwnerId).ShouldBe(("Laituri on rikki", house.Antti));
        (await house.Look(db => db.People.Include(p => p.Contacts).SingleAsync())).ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Pekka Puro"), p => p.Email.ShouldBe("pekka@example.org"));
        ticket.Messages.Single(m => m.Direction == Direction.FromCustomer).Body.ShouldBe("Hei, laituri 4 on rikki.");
        var note = ticket.Messages.Single(m => m.Direction == Direction.Note);
        (note.AgentId, note.Body).ShouldBe((house.Antti, "Hoidatteko? Tämä on kiireinen."));
        (await house.Look(db => db.Outbox.SingleAsync())).Address.ShouldBe("pekka@example.org");
        await house.IsSound();
    }

    [Fact]
    public async Task What_nobody_vouches_for_waits_until_an_admin_opens_it_as_the_first_writers_matter()
    {
        await using var house = await House.Open();

        var waits = await house.Gets(Mails.Raw(from: Antti, subject: "Fwd: Laituri on rikki", text: Forwarded));
        waits.Fate.ShouldBe(Fate.Quarantined);
        var opened = await house.Get<PlaceMail>().OpenAnyway(waits.Id, house.Minna, null, default);

        opened.Fate.ShouldBe(Fate.Opened);
        (await house.Look(db => db.People.Include(p => p.Contacts).SingleAsync())).Email.ShouldBe("pekka@example.org");
        var note = await house.Look(db => db.Messages.SingleAsync(m => m.Direction == Direction.Note));
        (note.AgentId, note.Body).ShouldBe((house.Minna, "antti@satama.example kirjoitti sähköpostissa:\n\nHoidatteko? Tämä on kiireinen."));
        await house.IsSound();
    }

    [Fact]
    public async Task A_new_mail_of_a_colleagues_own_is_their_matter_and_so_is_what_they_write_in_it()
    {
        await using var house = await House.Open();

        var own = await house.Gets(Mails.Raw(from: Antti, subject: "Näyttöni on rikki"));
        var more = await house.Gets(Mails.Raw(from: Antti, text: "Se on edelleen rikki.", more: $"In-Reply-To: <{await house.LetterIn(own.Ticket!.Value)}>"));

        (own.Fate, more.Fate, more.Ticket).ShouldBe((Fate.Opened, Fate.Joined, own.Ticket));
        (await house.Look(db => db.Messages.CountAsync(m => m.Direction == Direction.FromCustomer))).ShouldBe(2);
        await house.IsSound();
    }
}
