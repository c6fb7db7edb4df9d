using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;

namespace Lupaus.Mail.Tests.Smtp;

public sealed class SmtpSenderTests
{
    private static readonly byte[] Mail = Bytes("Subject: Hei\r\n\r\nHei!\r\n");

    [Fact]
    public async Task A_message_is_handed_over_to_all_its_recipients()
    {
        await using var server = new FakeSmtp();

        var sending = await server.Sender().Send(To("maija@example.org", "matti@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Answered);
        sending.Recipients.ShouldAllBe(r => r.How == RecipientEnd.Accepted && r.Reply!.ToString() == "250 2.0.0 Taken");
        server.Heard.ShouldBe(["EHLO client.example.org", "MAIL FROM:<us@example.com> SIZE=22", "RCPT TO:<maija@example.org>", "RCPT TO:<matti@example.org>", "DATA", "QUIT"]);
        server.Message.ShouldBe(["Subject: Hei", "", "Hei!"]);
    }

    [Fact]
    public async Task Nobody_is_named_as_sender_when_nobody_is_to_hear_of_failures()
    {
        await using var server = new FakeSmtp();

        await server.Sender().Send(new SmtpEnvelope("", ["maija@example.org"]), Mail, default);

        server.Heard.ShouldContain("MAIL FROM:<> SIZE=22");
    }

    [Fact]
    public async Task Each_recipient_has_an_answer_of_their_own()
    {
        await using var server = new FakeSmtp
        {
            ["RCPT TO:<gone@example.org>"] = "550 5.1.1 Nobody of that name",
            ["RCPT TO:<full@example.org>"] = "452-4.2.2 The mailbox\r\n452 4.2.2 is full",
        };

        var sending = await server.Sender().Send(To("gone@example.org", "maija@example.org", "full@example.org"), Mail, default);

        sending.Recipients.Select(r => r.How).ShouldBe([RecipientEnd.Refused, RecipientEnd.Accepted, RecipientEnd.TemporarilyRefused]);
        sending.Recipients[0].Reply.ShouldBe(new SmtpReply(550, "5.1.1", "Nobody of that name"));
        sending.Recipients[2].Reply.ShouldBe(new SmtpReply(452, "4.2.2", "The mailbox is full"));
    }

    [Fact]
    public async Task With_every_recipient_refused_no_message_is_sent()
    {
        await using var server = new FakeSmtp { ["RCPT"] = "550 5.1.1 Nobody" };

        var sending = await server.Sender().Send(To("a@example.org", "b@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Answered);
        sending.Recipients.ShouldAllBe(r => r.How == RecipientEnd.Refused);
        server.Heard.ShouldNotContain("DATA");
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 Not as that sender", RecipientEnd.Refused)]
    [InlineData("MAIL", "451 4.3.0 Later", RecipientEnd.TemporarilyRefused)]
    [InlineData("MAIL", "421 4.3.2 Closing", RecipientEnd.TemporarilyRefused)]
    [InlineData("RCPT", "421 4.3.2 Closing", RecipientEnd.TemporarilyRefused)]
    [InlineData("DATA", "554 5.5.1 No", RecipientEnd.Refused)]
    [InlineData("DATA", "451 4.3.0 Later", RecipientEnd.TemporarilyRefused)]
    [InlineData("end", "554 5.7.1 Spam", RecipientEnd.Refused)]
    [InlineData("end", "452 4.3.1 The disk is full", RecipientEnd.TemporarilyRefused)]
    [InlineData("end", "421 4.3.2 Closing", RecipientEnd.TemporarilyRefused)]
    public async Task A_no_at_any_step_is_told_for_each_recipient(string step, string words, RecipientEnd expected)
    {
        await using var server = new FakeSmtp { [step] = words };

        var sending = await server.Sender().Send(To("a@example.org", "b@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Answered);
        sending.Recipients.ShouldAllBe(r => r.How == expected && r.Reply!.ToString() == words);
    }

    [Fact]
    public async Task Without_pipelining_each_command_waits_for_its_answer()
    {
        await using var server = new FakeSmtp { ["EHLO"] = "250 mail.example.org", ["MAIL"] = "550 5.7.1 Not as that sender" };

        var sending = await server.Sender().Send(To("a@example.org", "b@example.org"), Mail, default);

        sending.Recipients.ShouldAllBe(r => r.How == RecipientEnd.Refused);
        server.Heard.ShouldBe(["EHLO client.example.org", "MAIL FROM:<us@example.com>", "QUIT"]);
    }

    [Fact]
    public async Task A_server_that_knows_no_EHLO_is_greeted_the_old_way()
    {
        await using var server = new FakeSmtp { ["EHLO"] = "502 5.5.1 What?", ["HELO"] = "250 Hei" };

        var sending = await server.Sender().Send(To("a@example.org"), Mail, default);

        sending.Recipients.ShouldAllBe(r => r.How == RecipientEnd.Accepted);
    }

    [Fact]
    public async Task Too_many_recipients_said_the_old_way_is_no_for_now_only()
    {
        await using var server = new FakeSmtp { ["RCPT TO:<b@example.org>"] = "552 Too many recipients" };

        var sending = await server.Sender().Send(To("a@example.org", "b@example.org"), Mail, default);

        sending.Recipients.Select(r => r.How).ShouldBe([RecipientEnd.Accepted, RecipientEnd.TemporarilyRefused]);
    }

    [Fact]
    public async Task Too_big_a_message_is_refused_before_anything_of_it_is_sent()
    {
        await using var server = new FakeSmtp { ["EHLO"] = "250-hei\r\n250 SIZE 21" };

        var sending = await server.Sender().Send(To("a@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Answered);
        sending.Recipients[0].ShouldBe(new RecipientAnswer("a@example.org", RecipientEnd.Refused, new SmtpReply(552, "5.3.4", Trouble.TooBig.Words), Trouble.TooBig));
        server.Heard.ShouldNotContain(line => line.StartsWith("MAIL"));
    }

    [Fact]
    public async Task Letters_beyond_ASCII_in_the_body_are_announced_and_refused_where_they_are_not_taken()
    {
        var mail = Bytes("Subject: Hei\r\n\r\nHyvää päivää!\r\n");
        await using var server = new FakeSmtp();
        await using var old = new FakeSmtp { ["EHLO"] = "250 hei" };

        var taken = await server.Sender().Send(To("a@example.org"), mail, default);
        var refused = await old.Sender().Send(To("a@example.org"), mail, default);

        taken.Recipients[0].How.ShouldBe(RecipientEnd.Accepted);
        server.Heard.ShouldContain(line => line.StartsWith("MAIL") && line.EndsWith(" BODY=8BITMIME"));
        refused.Recipients[0].Why.ShouldBe(Trouble.EightBit);
    }

    [Fact]
    public async Task Letters_beyond_ASCII_in_the_header_need_a_server_that_takes_them()
    {
        var mail = Bytes("Subject: Hyvää\r\n\r\nHei!\r\n");
        await using var server = new FakeSmtp();
        await using var old = new FakeSmtp { ["EHLO"] = "250-hei\r\n250 8BITMIME" };

        await server.Sender().Send(To("a@example.org"), mail, default);
        var refused = await old.Sender().Send(To("a@example.org"), mail, default);

        server.Heard.ShouldContain(line => line.StartsWith("MAIL") && line.EndsWith(" BODY=8BITMIME SMTPUTF8"));
        refused.Recipients[0].Why.ShouldBe(Trouble.InternationalMail);
    }

    [Fact]
    public async Task Only_the_recipient_with_letters_beyond_ASCII_is_refused_where_those_are_not_taken()
    {
        await using var server = new FakeSmtp();
        await using var old = new FakeSmtp { ["EHLO"] = "250 hei" };
        var envelope = To("pääkäyttäjä@example.org", "maija@example.org");

        await server.Sender().Send(envelope, Mail, default);
        var sending = await old.Sender().Send(envelope, Mail, default);

        server.Heard.ShouldContain(line => line.StartsWith("MAIL") && line.EndsWith(" SMTPUTF8"));
        sending.Recipients.Select(r => r.How).ShouldBe([RecipientEnd.Refused, RecipientEnd.Accepted]);
    }

    [Fact]
    public async Task A_domain_beyond_ASCII_is_written_in_ASCII_and_asks_nothing_of_the_server()
    {
        await using var server = new FakeSmtp { ["EHLO"] = "250 hei" };

        var sending = await server.Sender().Send(To("maija@hyvä.fi"), Mail, default);

        sending.Recipients[0].ShouldBe(new RecipientAnswer("maija@hyvä.fi", RecipientEnd.Accepted, new SmtpReply(250, "2.0.0", "Taken")));
        server.Heard.ShouldContain("RCPT TO:<maija@xn--hyv-sla.fi>");
    }

    [Theory]
    [InlineData("a@example.org>\r\nRCPT TO:<evil@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("a")]
    [InlineData("@example.org")]
    [InlineData("\"a\"b\"@example.org")]
    [InlineData("a@exa mple.org")]
    [InlineData("a@example.org\0")]
    public async Task An_address_that_is_none_is_never_said_to_the_server(string address)
    {
        await using var server = new FakeSmtp();

        var sending = await server.Sender().Send(To(address), Mail, default);

        sending.Recipients[0].Why.ShouldBe(Trouble.BadAddress);
        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_line_too_long_for_mail_is_refused_and_not_broken_up()
    {
        await using var server = new FakeSmtp();

        var sending = await server.Sender().Send(To("a@example.org"), Bytes($"Subject: x\r\n\r\n{new string('x', 999)}\r\n"), default);

        sending.Recipients[0].Why.ShouldBe(Trouble.LongLines);
    }

    [Fact]
    public async Task A_server_that_waits_with_each_answer_longer_than_allowed_is_left()
    {
        await using var server = new FakeSmtp { Before = step => Task.Delay(step == "RCPT" ? 5000 : 0) };

        var sending = await server.Sender(times: new SmtpTimes { Command = TimeSpan.FromMilliseconds(300) }).Send(To("a@example.org"), Mail, default);

        (sending.How, sending.Why).ShouldBe((HowItWasSent.NotReached, Trouble.TimedOut));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_not_reached()
    {
        var port = new FakeSmtp() is var server ? server.Host().Port : 0;
        await server.DisposeAsync();

        var refused = await new SmtpSender(new MailHost("127.0.0.1", port, Protection.None), null).Send(To("a@example.org"), Mail, default);
        var unknown = await new SmtpSender(new MailHost("no-such-host.invalid", 25, Protection.None), null).Send(To("a@example.org"), Mail, default);

        (refused.How, refused.Why).ShouldBe((HowItWasSent.NotReached, Trouble.ConnectionRefused));
        unknown.How.ShouldBe(HowItWasSent.NotReached);
    }

    [Theory]
    [InlineData("* OK IMAP4rev1 ready")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("2x0 hei")]
    [InlineData("250")]
    public async Task A_server_of_another_kind_is_odd_or_left_alone(string greeting)
    {
        await using var server = new FakeSmtp { ["hello"] = greeting };

        var sending = await server.Sender().Send(To("a@example.org"), Mail, default);

        sending.How.ShouldBe(greeting == "250" ? HowItWasSent.Answered : HowItWasSent.Odd);
    }

    [Fact]
    public async Task A_greeting_of_many_lines_is_heard_to_its_end_but_not_without_end()
    {
        await using var long_ = new FakeSmtp { ["hello"] = "220-Hei\r\n220-Tervetuloa\r\n220 mail" };
        await using var endless = new FakeSmtp { ["hello"] = string.Concat(Enumerable.Repeat("220-x\r\n", 300)) };
        await using var wide = new FakeSmtp { ["hello"] = "220 " + new string('x', 20_000) };

        (await long_.Sender().Send(To("a@example.org"), Mail, default)).How.ShouldBe(HowItWasSent.Answered);
        (await endless.Sender().Send(To("a@example.org"), Mail, default)).How.ShouldBe(HowItWasSent.Odd);
        (await wide.Sender().Send(To("a@example.org"), Mail, default)).How.ShouldBe(HowItWasSent.Odd);
    }

    [Theory]
    [InlineData("554 5.7.1 Your address is on a list")]
    [InlineData("421 4.3.2 Too busy")]
    public async Task A_server_that_does_not_receive_us_is_not_reached_for_now(string greeting)
    {
        await using var server = new FakeSmtp { ["hello"] = greeting };

        var sending = await server.Sender().Send(To("a@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.NotReached);
        sending.Why!.Said.ShouldBe(greeting);
    }

    [Fact]
    public async Task Trying_a_server_tells_what_it_offers()
    {
        await using var server = new FakeSmtp();

        var offers = (await server.Sender().Try(default)).Value!;

        offers.ShouldSatisfyAllConditions(
            o => o.Pipelining.ShouldBeTrue(),
            o => o.EightBit.ShouldBeTrue(),
            o => o.International.ShouldBeTrue(),
            o => o.StartTls.ShouldBeFalse(),
            o => o.BiggestMessage.ShouldBe(1_000_000),
            o => o.SignIns.ShouldBe(["PLAIN", "LOGIN", "XOAUTH2"]));
    }

    internal static SmtpEnvelope To(params string[] recipients) => new("us@example.com", recipients);

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
