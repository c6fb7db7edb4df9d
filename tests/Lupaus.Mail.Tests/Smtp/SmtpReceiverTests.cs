using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Smtp;

public sealed class SmtpReceiverTests
{
    private const string Start = "EHLO client.example.org\r\nMAIL FROM:<them@example.org>\r\nRCPT TO:<help@example.com>\r\nDATA\r\n";
    private static readonly byte[] Mail = SmtpSenderTests.Bytes("Subject: Hyvää päivää\r\n\r\n.\r\n..\nHei!\r\n");

    [Fact]
    public async Task What_we_send_is_received_by_us_to_the_letter()
    {
        await using var receiver = new Receiver();

        var sending = await new SmtpSender(receiver.Host(), null).Send(new SmtpEnvelope("them@example.org", ["help@example.com", "pää@example.com", "them@example.org"]), Mail, default);

        sending.Recipients.Select(r => r.How).ShouldBe([RecipientEnd.Accepted, RecipientEnd.Accepted, RecipientEnd.Refused]);
        sending.Recipients[2].Reply!.Status.ShouldBe("5.1.1");
        var mail = receiver.Mails.ShouldHaveSingleItem();
        (mail.From, mail.HelloName, mail.IsProtected).ShouldBe(("them@example.org", "[127.0.0.1]", false));
        mail.Recipients.ShouldBe(["help@example.com", "pää@example.com"]);
        Receiver.Content(mail).ShouldBe(Encoding.Latin1.GetString(Mail).Replace("..\nHei", "..\r\nHei"));
    }

    [Fact]
    public async Task Where_a_message_came_from_stands_on_top_of_it()
    {
        await using var receiver = new Receiver();

        await receiver.Hear(Start.Replace("client.example.org", "evil(\x01)") + "Hei\r\n.\r\nQUIT\r\n");

        var trace = Encoding.Latin1.GetString(receiver.Mails.Single().Content.Span);
        trace.ShouldStartWith("Return-Path: <them@example.org>\r\nReceived: from unknown ([127.0.0.1])\r\n by mail.example.com with ESMTP;\r\n ");
        trace.ShouldEndWith(" +0000\r\nHei\r\n");
    }

    [Fact]
    public async Task Under_TLS_mail_is_received_too_and_is_known_for_it()
    {
        await using var receiver = new Receiver(s => s with { Certificate = () => SslStreamCertificateContext.Create(Certificates.Good, null) });

        var sending = await new SmtpSender(receiver.Host(Protection.StartTls), null).Send(SmtpSenderTests.To("help@example.com"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Answered);
        receiver.Mails.Single().IsProtected.ShouldBeTrue();
    }

    [Fact]
    public async Task Commands_slipped_in_before_TLS_are_heard_by_nobody()
    {
        await using var receiver = new Receiver(s => s with { Certificate = () => SslStreamCertificateContext.Create(Certificates.Good, null) });

        var heard = await receiver.Hear("EHLO a\r\nSTARTTLS\r\nMAIL FROM:<evil@example.org>\r\n");

        heard[^1].ShouldStartWith("503 ");
    }

    [Fact]
    public async Task All_said_at_once_each_is_answered_in_turn()
    {
        await using var receiver = new Receiver();

        var heard = await receiver.Hear(Start + "Hei\r\n.\r\n" + Start[(Start.IndexOf('\n') + 1)..] + "Hei taas\r\n.\r\nQUIT\r\n");

        heard.Where(line => line[3] == ' ').Select(line => line[..3]).ShouldBe(["220", "250", "250", "250", "354", "250", "250", "250", "354", "250", "221"]);
        receiver.Mails.Select(Receiver.Content).ShouldBe(["Hei\r\n", "Hei taas\r\n"]);
    }

    [Fact]
    public async Task Nobody_passes_mail_through_us_to_others()
    {
        await using var receiver = new Receiver();

        var heard = await receiver.Hear("EHLO a\r\nMAIL FROM:<help@example.com>\r\nRCPT TO:<a@example.org>\r\nRCPT TO:<@example.com:a@example.org>\r\nRCPT TO:<a%example.org>\r\nDATA\r\nQUIT\r\n");

        heard[^5..].Select(line => line[..3]).ShouldBe(["550", "550", "550", "503", "221"]);
    }

    [Fact]
    public async Task What_becomes_of_a_message_is_what_its_sender_hears()
    {
        await using var receiver = new Receiver();
        var sender = new SmtpSender(receiver.Host(), null);

        foreach (var (becomes, expected) in ((Func<Task<Reception>>, RecipientEnd)[])
        [
            (() => Task.FromResult(Reception.Kept), RecipientEnd.Accepted),
            (() => Task.FromResult(Reception.Later("Come again\r\n250 haha")), RecipientEnd.TemporarilyRefused),
            (() => Task.FromResult(Reception.No("Never")), RecipientEnd.Refused),
            (() => throw new InvalidOperationException("The database is gone"), RecipientEnd.TemporarilyRefused),
        ])
        {
            receiver.Becomes = _ => becomes();
            var sending = await sender.Send(SmtpSenderTests.To("help@example.com"), Mail, default);
            sending.Recipients[0].How.ShouldBe(expected);
        }
        receiver.Faults.ShouldHaveSingleItem().Message.ShouldBe("The database is gone");
    }

    [Fact]
    public async Task When_nobody_can_say_whether_a_recipient_is_ours_the_sender_comes_again()
    {
        await using var receiver = new Receiver { IsOurs = _ => throw new InvalidOperationException() };

        var sending = await new SmtpSender(receiver.Host(), null).Send(SmtpSenderTests.To("help@example.com"), Mail, default);

        sending.Recipients[0].How.ShouldBe(RecipientEnd.TemporarilyRefused);
    }

    [Fact]
    public async Task By_LMTP_each_recipient_has_an_answer_after_the_message()
    {
        await using var receiver = new Receiver(s => s with { IsLmtp = true });

        var heard = await receiver.Hear("LHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.com>\r\nRCPT TO:<b@example.org>\r\nRCPT TO:<c@example.com>\r\nDATA\r\nHei\r\n.\r\nEHLO a\r\nQUIT\r\n");

        heard.Where(line => line[3] == ' ').Select(line => line[..3]).ShouldBe(["220", "250", "250", "250", "550", "250", "354", "250", "250", "500", "221"]);
        receiver.Mails.Single().Recipients.ShouldBe(["a@example.com", "c@example.com"]);
    }

    [Theory]
    [InlineData("MAIL FROM:<a@b>", "503")]
    [InlineData("EHLO", "501")]
    [InlineData("EHLO a\r\nRCPT TO:<help@example.com>", "503")]
    [InlineData("EHLO a\r\nMAIL FROM:a@b", "501")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b", "501")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b>x", "501")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b> SIZE=99999999", "552")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b> SIZE=-1", "501")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b> AUTH=<>", "555")]
    [InlineData("EHLO a\r\nMAIL FROM:<\u00e4@b>", "501")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b>\r\nMAIL FROM:<a@b>", "503")]
    [InlineData("EHLO a\r\nMAIL FROM:<a@b>\r\nRCPT TO:<>", "501")]
    [InlineData("EHLO a\r\nMAIL FROM: <a@b> BODY=8BITMIME SMTPUTF8", "250")]
    [InlineData("EHLO a\r\nMAIL FROM:<\"a> b\"@c>", "250")]
    [InlineData("VRFY help", "252")]
    [InlineData("HELP", "214")]
    [InlineData("NOOP", "250")]
    [InlineData("RSET", "250")]
    [InlineData("STARTTLS", "500")]
    [InlineData("TURN", "500")]
    [InlineData("\0\u00ff", "500")]
    [InlineData("GET / HTTP/1.1", "421")]
    public async Task Commands_are_answered_as_they_deserve(string said, string code)
    {
        await using var receiver = new Receiver(s => s with { BiggestMessage = 1000 });

        (await receiver.Hear(said + "\r\n"))[^1].ShouldStartWith(code);
    }

    [Fact]
    public async Task A_sender_beyond_ASCII_must_be_announced()
    {
        await using var receiver = new Receiver();
        var sender = Encoding.Latin1.GetString("EHLO a\r\nMAIL FROM:<pää@example.org>"u8);

        (await receiver.Hear(sender + "\r\n"))[^1].ShouldStartWith("553");
        (await receiver.Hear(sender + " SMTPUTF8\r\n"))[^1].ShouldStartWith("250");
    }

    [Fact]
    public async Task A_message_too_big_is_read_to_its_end_and_refused()
    {
        await using var receiver = new Receiver(s => s with { BiggestMessage = 1000 });

        var heard = await receiver.Hear(Start + string.Concat(Enumerable.Repeat("0123456789\r\n", 200)) + ".\r\nNOOP\r\nQUIT\r\n");
        var endless = await receiver.Hear(Start + string.Concat(Enumerable.Repeat("0123456789\r\n", 2000)));

        heard[^3..].Select(line => line[..3]).ShouldBe(["552", "250", "221"]);
        endless[^1].ShouldStartWith("552 5.3.4 Far");
        receiver.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_all_together_is_too_much_the_sender_comes_again()
    {
        await using var receiver = new Receiver(s => s with { MostMemory = 10_000 });

        var full = await receiver.Hear(Start + new string('x', 20_000) + "\r\n.\r\nQUIT\r\n");
        var small = await receiver.Hear(Start + "Hei\r\n.\r\nQUIT\r\n");

        full[^2].ShouldStartWith("452");
        small[^2].ShouldStartWith("250");
    }

    [Fact]
    public async Task Too_much_of_anything_ends_the_talk()
    {
        await using var receiver = new Receiver(s => s with { MostRecipients = 2, MostErrors = 3, MostCommands = 10 });

        var recipients = await receiver.Hear(Start[..Start.IndexOf("DATA")] + "RCPT TO:<a@example.com>\r\nRCPT TO:<b@example.com>\r\n");
        var errors = await receiver.Hear("A\r\nB\r\nC\r\nNOOP\r\n");
        var commands = await receiver.Hear(string.Concat(Enumerable.Repeat("NOOP\r\n", 11)));
        var line = await receiver.Hear("NOOP " + new string('x', 10_000) + "\r\n");

        recipients[^1].ShouldStartWith("452 4.5.3");
        errors[^1].ShouldBe("421 4.7.0 Too many errors");
        commands[^1].ShouldBe("421 4.7.0 Too many commands");
        line[^1].ShouldStartWith("500");
    }

    [Fact]
    public async Task Only_so_many_may_call_at_once()
    {
        await using var receiver = new Receiver(s => s with { MostConnections = 1 });
        using var first = await receiver.Call();
        await first.GetStream().ReadExactlyAsync(new byte[4]);

        (await receiver.Hear("")).ShouldBe(["421 4.3.2 Too many connections, try later"]);
    }

    [Fact]
    public async Task One_who_says_nothing_is_told_goodbye()
    {
        await using var receiver = new Receiver(s => s with { LongestSilence = TimeSpan.FromMilliseconds(200) });
        using var silent = await receiver.Call();
        using var amid = await receiver.Call();
        await amid.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Start + "Hei\r\n"));

        (await new StreamReader(silent.GetStream()).ReadToEndAsync()).ShouldEndWith("421 4.4.2 Too long a silence\r\n");
        (await new StreamReader(amid.GetStream()).ReadToEndAsync()).ShouldEndWith("421 4.4.2 Too long a silence\r\n");
        receiver.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_connected_hears_that_we_close()
    {
        var receiver = new Receiver();
        using var client = await receiver.Call();
        using var reader = new StreamReader(client.GetStream());
        (await reader.ReadLineAsync())!.ShouldStartWith("220");

        await receiver.DisposeAsync();

        (await reader.ReadToEndAsync()).ShouldBe("421 4.3.2 Closing, try later\r\n");
    }

    [Fact]
    public async Task What_was_kept_is_said_even_while_we_close()
    {
        var receiver = new Receiver();
        var closing = Task.CompletedTask;
        receiver.Becomes = async _ =>
        {
            closing = receiver.DisposeAsync().AsTask();
            await Task.Delay(100);
            return Reception.Kept;
        };

        var sending = await new SmtpSender(receiver.Host(), null).Send(SmtpSenderTests.To("help@example.com"), Mail, default);

        await closing;
        sending.Recipients[0].How.ShouldBe(RecipientEnd.Accepted);
    }

    [Fact]
    public async Task A_message_cut_off_is_none()
    {
        await using var receiver = new Receiver();

        foreach (var end in (string[])["Hei", "Hei\r\n", "Hei\r\n.", "Hei\r\n.\r"])
            await receiver.Hear(Start + end);

        receiver.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\n.\n")]
    [InlineData("\n.\r\n")]
    [InlineData("\r.\r")]
    [InlineData("\r\n.\n")]
    [InlineData("\r\n.\r")]
    [InlineData("\n.\r")]
    [InlineData("\r.\n")]
    [InlineData("\r.\r\n")]
    [InlineData("\r\n\0.\r\n")]
    [InlineData("\r\n.\0\r\n")]
    public async Task No_message_hides_in_another(string falseEnd)
    {
        await using var receiver = new Receiver();

        var heard = await receiver.Hear($"{Start}one{falseEnd}MAIL FROM:<evil@example.org>\r\nRCPT TO:<help@example.com>\r\nDATA\r\ntwo\r\n.\r\nQUIT\r\n");

        heard[^2..].Select(line => line[..3]).ShouldBe(["250", "221"]);
        Receiver.Content(receiver.Mails.ShouldHaveSingleItem()).ShouldContain("evil@example.org");
    }
}
