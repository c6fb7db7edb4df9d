using Lupaus.Core.Outbox;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Topics;
using Lupaus.Mail.Tests.Smtp;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class SendingTests
{
    [Theory, OnBothDatabases]
    public async Task A_letter_leaves_by_the_mail_server_and_comes_from_the_mailbox(string on)
    {
        await using var server = new FakeSmtp();
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Address = "tuki@satama.example", Sending = server.Host().Here(), FinnishSignature = "Sataman tuki" });
        await house.Gets(Mails.Raw());

        (await house.SendsLetters()).ShouldBe(1);

        (await house.Look(db => db.Outbox.SingleAsync())).State.ShouldBe(Dispatch.Sent);
        server.Heard.ShouldContain(l => l.StartsWith("MAIL FROM:<tuki@satama.example>", StringComparison.OrdinalIgnoreCase));
        server.Heard.ShouldContain(l => l.StartsWith("RCPT TO:<aino@example.fi>", StringComparison.OrdinalIgnoreCase));
        server.Message.ShouldContain(l => l.StartsWith("From: ", StringComparison.Ordinal) && l.Contains("<tuki@satama.example>"));
        string.Join('\n', server.Message).ShouldContain("Sataman tuki");
        (await house.SendsLetters()).ShouldBe(0);
        server.Whole.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task When_the_servers_answer_is_lost_nobody_pretends_to_know_and_nothing_is_sent_twice(string on)
    {
        await using var server = new FakeSmtp { ["end"] = FakeSmtp.HangUp };
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Sending = server.Host().Here() });
        await house.Gets(Mails.Raw());

        await house.SendsLetters();
        house.Clock.Passes(TimeSpan.FromDays(1));
        await house.SendsLetters();

        (await house.Look(db => db.Outbox.FirstAsync())).State.ShouldBe(Dispatch.Unknown);
        server.Whole.ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_letter_that_was_on_its_way_when_the_program_died_is_not_sent_again_by_itself(string on)
    {
        await using var server = new FakeSmtp();
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Sending = server.Host().Here() });
        await house.Gets(Mails.Raw());
        await house.Changes.Make(async db => (await db.Outbox.SingleAsync()).Claim(house.Clock.Now().AddMinutes(5)), default);

        house.Clock.Passes(TimeSpan.FromMinutes(6));
        await house.SendsLetters();

        (await house.Look(db => db.Outbox.SingleAsync())).State.ShouldBe(Dispatch.Unknown);
        server.Heard.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task While_the_mailbox_is_in_trouble_letters_wait_however_long_and_leave_when_it_is_mended(string on)
    {
        await using var server = new FakeSmtp { ["AUTH"] = "535 5.7.8 Wrong" };
        await using var house = await House.On(on);
        var id = await house.Has(Boxes.Empty with { Sending = server.Host().Here() });
        await house.Gets(Mails.Raw());

        for (var days = 0; days < 6; days++)
        {
            await house.SendsLetters();
            house.Clock.Passes(TimeSpan.FromDays(1));
        }

        (await house.Look(db => db.Outbox.FirstAsync())).State.ShouldBe(Dispatch.Waiting);
        (await house.Box(id)).SendingTrouble.ShouldBe("login.wrong");
        server["AUTH"] = "235 2.7.0 Welcome";
        await house.SendsLetters();
        (await house.Look(db => db.Outbox.FirstAsync())).State.ShouldBe(Dispatch.Sent);
        (await house.Box(id)).SendingTrouble.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_the_server_refuses_for_an_address_did_not_reach_and_the_owner_owes_another_way(string on)
    {
        await using var server = new FakeSmtp { ["RCPT"] = "550 5.1.1 Nobody here by that name" };
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Sending = server.Host().Here() });
        await house.Gets(Mails.Raw());

        await house.SendsLetters();

        (await house.Look(db => db.Outbox.FirstAsync(o => o.TicketId != null))).State.ShouldBe(Dispatch.NotReached);
        (await house.Look(db => db.Contacts.SingleAsync(c => c.Value == "aino@example.fi"))).IsDead.ShouldBeTrue();
        (await house.Look(db => db.Tickets.SingleAsync())).Duties.ShouldHaveSingleItem();
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_put_off_for_four_days_did_not_reach_and_nothing_is_said_against_the_address(string on)
    {
        await using var server = new FakeSmtp { ["RCPT"] = "450 4.2.0 Try later" };
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Sending = server.Host().Here() });
        await house.Gets(Mails.Raw());

        for (var days = 0; days < 4; days++)
        {
            await house.SendsLetters();
            (await house.Look(db => db.Outbox.FirstAsync())).State.ShouldBe(Dispatch.Waiting);
            house.Clock.Passes(TimeSpan.FromDays(1));
        }
        await house.SendsLetters();

        (await house.Look(db => db.Outbox.FirstAsync())).State.ShouldBe(Dispatch.NotReached);
        (await house.Look(db => db.Contacts.SingleAsync(c => c.Value == "aino@example.fi"))).IsDead.ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_comes_from_the_mailbox_that_the_customer_wrote_to(string on)
    {
        await using var main = new FakeSmtp();
        await using var other = new FakeSmtp();
        await using var house = await House.On(on);
        await house.Has(Boxes.Empty with { Sending = main.Host().Here() });
        await house.Has(Boxes.Empty with { Address = "laskut@satama.example", Aliases = "lasku@satama.example", Sending = other.Host().Here() });
        await house.Gets(Mails.Raw(from: "bertil@example.fi", to: "Laskut <lasku@satama.example>"));
        await house.Gets(Mails.Raw(from: "aino@example.fi"));

        await house.SendsLetters();

        other.Heard.ShouldContain(l => l.StartsWith("RCPT TO:<bertil@example.fi>", StringComparison.OrdinalIgnoreCase));
        main.Heard.ShouldContain(l => l.StartsWith("RCPT TO:<aino@example.fi>", StringComparison.OrdinalIgnoreCase));
        (other.Whole, main.Whole).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Mail_from_a_mailbox_of_ours_is_our_own_and_opens_nothing()
    {
        await using var house = await House.Open();
        await house.Has(Boxes.Empty with { Address = "laskut@satama.example", Aliases = "lasku@satama.example" }, null);

        (await house.Gets(Mails.Raw(from: "lasku@satama.example"))).Fate.ShouldBe(Fate.Quarantined);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_matter_is_about_what_its_mailbox_is_for(string on)
    {
        await using var house = await House.On(on);
        var topic = await house.Changes.Make(async db =>
        {
            var bills = Topic.Open(await db.Teams.SingleAsync(), "Laskut", "Fakturor", "Bills", TimeSpan.FromHours(4), TimeSpan.FromMinutes(5), isDefault: false, house.Clock.Now());
            db.Add(bills);
            return bills.Id;
        }, default);
        await house.Has(Boxes.Empty with { Address = "laskut@satama.example", Topic = topic }, null);

        await house.Gets(Mails.Raw(to: "laskut@satama.example"));

        (await house.Look(db => db.Tickets.SingleAsync())).TopicId.ShouldBe(topic);
    }

    [Fact]
    public async Task A_stored_mail_that_is_read_again_is_trusted_as_its_mailbox_is()
    {
        await using var house = await House.Open();
        var id = await house.Has(Boxes.Empty with { TrustedServer = "mx.satama.example" }, null);
        var raw = Mails.Raw(more: "Authentication-Results: mx.satama.example; spf=pass smtp.mailfrom=example.fi; dmarc=pass header.from=example.fi");

        await house.Get<ReceiveMail>().Take(raw, new MailDoor((await house.Box(id)).Door().Name), default);

        (await house.Look(db => db.ReceivedMails.SingleAsync())).Checks!.ShouldContain("dmarc=pass");
    }
}
