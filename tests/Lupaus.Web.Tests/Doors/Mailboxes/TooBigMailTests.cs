using System.Net.Http.Headers;
using System.Text;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.People;
using Lupaus.Mail.Reading;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.CustomerPage;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Spam;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

/// <summary>A mail too big to be fetched is never silently lost.</summary>
public sealed class TooBigMailTests
{
    private const long Big = 75_300_000;

    [Theory, OnBothDatabases]
    public async Task Its_sender_is_told_once_what_we_can_take_and_what_they_can_do(string on)
    {
        await using var house = await House.On(on);
        var letters = new LettersOf(house);
        var header = Header(subject: "Kuvat talosta");

        await Comes(house, header);
        await Comes(house, header);

        var letter = MailReader.Read((await letters.New()).ShouldHaveSingleItem());
        letter.To.Single().Address.ShouldBe("aino@example.fi");
        letter.Subject.ShouldBe("Re: Kuvat talosta");
        letter.InReplyTo.ShouldBe(["iso@example.fi"]);
        letter.Automatic.ShouldNotBeNull();
        foreach (var said in new[] { "”Kuvat talosta”", "75,3\u00a0Mt", "enintään 60 Mt", "enintään 20 Mt", "yhteensä 40 Mt", "https://satama.example/", "automaattisesti", "Satama Palvelut Oy" })
            letter.Text.ShouldContain(said);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(0);
        await house.IsSound();
    }

    [Theory]
    [InlineData("sv", "för stort för oss")]
    [InlineData("en", "too big for us")]
    [InlineData("de", "meille liian suuri")]
    public async Task They_are_told_in_the_language_they_write_else_in_the_companys(string language, string said)
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);

        await Comes(house, Header(more: $"Content-Language: {language}"));

        (await letters.Newest()).Text.ShouldContain(said);
    }

    [Theory, OnBothDatabases]
    public async Task An_admin_sees_whose_it_is_how_big_and_where_it_lies_and_can_but_put_it_aside(string on)
    {
        await using var house = await House.On(on);
        var id = await house.Has(Boxes.Empty with { Address = "tuki@satama.example" }, null);
        var received = await Comes(house, Header(subject: "Kuvat talosta"), (await house.Box(id)).Door());
        var minna = house.BrowserOf(house.Minna);

        var page = await minna.Page("/admin/mails");
        var refused = await Should.ThrowAsync<RuleBroken>(house.Get<PlaceMail>().ReadAgain(received.Id, house.Minna, null, default));
        var unopened = await Should.ThrowAsync<RuleBroken>(house.Get<PlaceMail>().OpenAnyway(received.Id, house.Minna, null, default));

        foreach (var said in new[] { "Kuvat talosta", "Aino Testinen", "tuki@satama.example", "75,3\u00a0Mt", "Lähettäjälle on kerrottu" })
            page.ShouldContain(said);
        page.ShouldNotContain($"/admin/mails/{received.Id.Value}/again");
        page.ShouldNotContain($"/admin/mails/{received.Id.Value}/open");
        (refused.Refusal.Key, unopened.Refusal.Key).ShouldBe(("mail.headeralone", "mail.headeralone"));
        (await house.Get<PlaceMail>().Dismiss(received.Id, house.Minna, null, default)).Fate.ShouldBe(Fate.SetAside);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Where_it_answers_a_matter_its_owner_finds_a_note_there_and_an_answer_to_our_letter_joins_it(string on)
    {
        await using var house = await House.On(on);
        var letters = new LettersOf(house);
        var opened = await house.Gets(Mails.Raw());

        await Comes(house, Header(subject: "Re: Lippu ei toimi", more: $"In-Reply-To: <{await house.LetterIn(opened.Ticket!.Value)}>"));

        var note = await house.Look(db => db.Messages.SingleAsync(m => m.Direction == Direction.Note));
        (note.TicketId, note.AgentId).ShouldBe((opened.Ticket.Value, null));
        note.Body.ShouldContain("aino@example.fi");
        note.Body.ShouldContain("Kerroimme lähettäjälle");
        var letter = (await letters.New()).Select(l => MailReader.Read(l)).Single(l => l.Text.Contains("liian suuri"));
        letter.Subject.ShouldBe($"Re: Lippu ei toimi [{(await house.Ticket(opened.Ticket.Value)).Reference}]");
        var answer = await house.Gets(Mails.Raw(subject: $"Re: {letter.Subject}", text: "Tässä pienempänä.", more: $"In-Reply-To: <{letter.MessageId}>"));
        (answer.Fate, answer.Ticket).ShouldBe((Fate.Joined, opened.Ticket));
        await house.IsSound();
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied")]
    [InlineData("Precedence: bulk")]
    [InlineData("List-Id: <uutiset.example.fi>")]
    [InlineData("X-Auto-Response-Suppress: All")]
    [InlineData("Authentication-Results: mx.satama.example; dmarc=fail header.from=example.fi")]
    public async Task To_a_machine_or_one_whose_name_another_took_nothing_is_sent_and_an_admin_sees_it(string mark)
    {
        await using var house = await House.Open();

        await Comes(house, Header(more: mark));

        await NobodyIsTold(house);
    }

    [Theory]
    [InlineData("MAILER-DAEMON@example.fi")]
    [InlineData("noreply@example.fi")]
    [InlineData("apu@satama.example")]
    public async Task To_ourselves_and_to_those_who_read_nothing_nothing_is_sent(string from)
    {
        await using var house = await House.Open();

        await Comes(house, Header(from: from));

        await NobodyIsTold(house);
    }

    [Fact]
    public async Task Whoever_sends_without_end_is_told_ten_times_an_hour_at_most()
    {
        await using var house = await House.Open();
        for (var i = 0; i < OpenTicket.MostReceipts + 3; i++)
            await Comes(house, Header(id: $"iso{i}@example.fi"));
        await Comes(house, Header(from: "bertil@example.fi", id: "muu@example.fi"));
        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.TooBig))).ShouldBe(OpenTicket.MostReceipts + 1);

        house.Clock.Passes(TimeSpan.FromHours(1.1));
        await Comes(house, Header(id: "taas@example.fi"));

        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.TooBig && o.Address == "aino@example.fi"))).ShouldBe(OpenTicket.MostReceipts + 1);
        (await house.Look(db => db.ReceivedMails.CountAsync(m => m.Fate == Fate.Quarantined))).ShouldBe(OpenTicket.MostReceipts + 5);
    }

    [Fact]
    public async Task A_letter_of_this_kind_that_comes_back_begins_nothing_anew()
    {
        await using var house = await House.Open();
        var letters = new LettersOf(house);
        await Comes(house, Header());
        var letter = await letters.Newest();

        await house.Gets(Mails.Report(letter.MessageId!, "aino@example.fi"));

        (await house.Look(db => db.Outbox.SingleAsync())).State.ShouldBe(Dispatch.NotReached);
        (await letters.New()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Handed_over_by_a_program_it_is_refused_with_413_and_nothing_is_kept()
    {
        await using var house = await House.Open();
        using var api = await Caller.Known(house);
        var content = new ByteArrayContent(new byte[MailDoor.MostBytes + 1]);
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");

        var (status, problem, _) = await api.Send(HttpMethod.Post, "/mail", content, agent: null);

        (status, problem.Key()).ShouldBe((413, "api.big"));
        (await house.Look(db => db.ReceivedMails.CountAsync())).ShouldBe(0);
    }

    private static byte[] Header(string from = "Aino Testinen <aino@example.fi>", string subject = "Kuvat", string id = "iso@example.fi", params string[] more) => Encoding.UTF8.GetBytes(string.Join("\r\n",
        ["Return-Path: <aino@example.fi>", .. more, $"From: {from}", "To: apu@satama.example", $"Subject: {subject}", "Date: Mon, 23 Nov 2026 09:58:00 +0200", $"Message-ID: <{id}>", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"B\"", "", ""]));

    private static Task<Received> Comes(House house, byte[] header, MailDoor? door = null) =>
        house.Get<ReceiveMail>().TooBig(header, Big, door ?? new MailDoor("box", "mx.satama.example"), default);

    private static async Task NobodyIsTold(House house)
    {
        (await house.Look(db => db.Outbox.CountAsync())).ShouldBe(0);
        (await house.Look(db => db.ReceivedMails.SingleAsync())).ShouldSatisfyAllConditions(m => m.Fate.ShouldBe(Fate.Quarantined), m => m.Trouble.ShouldBe(ReceivedMail.TooBigUntold), m => m.Length.ShouldBe(Big));
    }
}
