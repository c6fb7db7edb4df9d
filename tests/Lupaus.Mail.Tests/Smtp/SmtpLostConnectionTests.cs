using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;

namespace Lupaus.Mail.Tests.Smtp;

public sealed class SmtpLostConnectionTests
{
    private static readonly byte[] Mail = SmtpSenderTests.Bytes("Subject: Hei\r\n\r\none\r\ntwo\r\nthree\r\nfour\r\n");

    [Theory]
    [InlineData("hello")]
    [InlineData("EHLO")]
    [InlineData("AUTH")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task Cut_before_the_message_has_ended_it_was_surely_not_taken(string step)
    {
        foreach (var words in (string[])[FakeSmtp.HangUp, "25" + FakeSmtp.Half, "250-Half a reply\r\n2" + FakeSmtp.Half])
        {
            await using var server = new FakeSmtp { [step] = words };

            var sending = await server.Sender(Login.WithPassword("us", "secret")).Send(SmtpSenderTests.To("a@example.org", "b@example.org"), Mail, default);

            (sending.How, sending.Why).ShouldBe((HowItWasSent.NotReached, Trouble.Closed), words);
            sending.Recipients.ShouldAllBe(r => r.How == RecipientEnd.Unsaid);
            server.Whole.ShouldBe(0);
        }
    }

    [Fact]
    public async Task Cut_in_the_midst_of_a_big_message_it_was_surely_not_taken()
    {
        var big = SmtpSenderTests.Bytes("Subject: Hei\r\n\r\n" + string.Concat(Enumerable.Repeat("A line of some length, so that they fill the wire.\r\n", 200_000)));
        await using var server = new FakeSmtp { ["body"] = FakeSmtp.HangUp, ["EHLO"] = "250 hei" };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), big, default);

        (sending.How, sending.Why).ShouldBe((HowItWasSent.NotReached, Trouble.Closed));
    }

    [Fact]
    public async Task A_server_that_has_had_enough_and_says_so_is_heard()
    {
        var big = SmtpSenderTests.Bytes("Subject: Hei\r\n\r\n" + string.Concat(Enumerable.Repeat("A line of some length, so that they fill the wire.\r\n", 200_000)));
        await using var server = new FakeSmtp { ["body"] = "552 5.3.4 Enough", ["EHLO"] = "250 hei" };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), big, default);

        // Whether its words come through before the cut is up to the system.
        if (sending.How == HowItWasSent.Answered)
            sending.Recipients[0].Reply!.ToString().ShouldBe("552 5.3.4 Enough");
        else
            sending.How.ShouldBe(HowItWasSent.NotReached);
    }

    [Fact]
    public async Task A_no_that_comes_before_the_end_keeps_the_end_back()
    {
        await using var server = new FakeSmtp { ["DATA"] = "354 Go on\r\n552 5.3.4 Enough" };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), Mail, default);

        sending.Recipients[0].Reply!.ToString().ShouldBe("552 5.3.4 Enough");
        server.Whole.ShouldBe(0);
    }

    [Fact]
    public async Task A_yes_that_comes_before_the_end_is_not_believed()
    {
        await using var server = new FakeSmtp { ["DATA"] = "354 Go on\r\n250 2.0.0 Taken" };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Odd);
        server.Whole.ShouldBe(0);
    }

    [Fact]
    public async Task Cut_after_the_message_has_ended_it_is_not_known_whether_it_was_taken()
    {
        foreach (var words in (string[])[FakeSmtp.HangUp, "25" + FakeSmtp.Half, "250-Half a reply\r\n2" + FakeSmtp.Half, "250 2.0.0 Taken" + FakeSmtp.Half, "Taken!", "354 And more?"])
        {
            await using var server = new FakeSmtp { ["end"] = words };

            var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), Mail, default);

            sending.How.ShouldBe(HowItWasSent.Unknown, words);
            sending.Recipients[0].How.ShouldBe(RecipientEnd.Unsaid);
            server.Whole.ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_was_refused_stays_refused_when_the_rest_is_not_known()
    {
        await using var server = new FakeSmtp { ["RCPT TO:<gone@example.org>"] = "550 5.1.1 Nobody", ["end"] = FakeSmtp.HangUp };

        var sending = await server.Sender().Send(SmtpSenderTests.To("gone@example.org", "a@example.org"), Mail, default);

        sending.How.ShouldBe(HowItWasSent.Unknown);
        sending.Recipients.Select(r => r.How).ShouldBe([RecipientEnd.Refused, RecipientEnd.Unsaid]);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_leaves_it_unknown()
    {
        await using var server = new FakeSmtp { Before = step => Task.Delay(step == "end" ? 5000 : 0) };

        var sending = await server.Sender(times: new SmtpTimes { DataEnds = TimeSpan.FromMilliseconds(200) }).Send(SmtpSenderTests.To("a@example.org"), Mail, default);

        (sending.How, sending.Why).ShouldBe((HowItWasSent.Unknown, Trouble.TimedOut));
    }

    [Fact]
    public async Task Cut_after_the_answer_it_was_taken()
    {
        await using var server = new FakeSmtp { ["QUIT"] = FakeSmtp.HangUp };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), Mail, default);

        sending.Recipients[0].How.ShouldBe(RecipientEnd.Accepted);
    }

    [Fact]
    public async Task A_server_that_hangs_up_once_it_has_refused_everybody_has_answered()
    {
        await using var server = new FakeSmtp { ["MAIL"] = "550 5.7.1 No", ["RCPT"] = FakeSmtp.HangUp };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), Mail, default);

        (sending.How, sending.Recipients[0].How).ShouldBe((HowItWasSent.Answered, RecipientEnd.Refused));
    }

    [Theory]
    [InlineData("MAIL", HowItWasSent.NotReached)]
    [InlineData("DATA", HowItWasSent.NotReached)]
    public async Task Told_to_stop_before_the_end_it_was_surely_not_taken(string step, HowItWasSent expected)
    {
        using var stop = new CancellationTokenSource();
        await using var server = new FakeSmtp
        {
            Before = async now =>
            {
                if (now == step)
                    await stop.CancelAsync();
            },
        };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), Mail, stop.Token);

        (sending.How, sending.Why).ShouldBe((expected, Trouble.Stopped));
        server.Whole.ShouldBe(0);
    }

    [Fact]
    public async Task Told_to_stop_after_the_end_the_answer_is_still_waited_for_a_moment()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new FakeSmtp
        {
            Before = async now =>
            {
                if (now != "end")
                    return;
                await stop.CancelAsync();
                await Task.Delay(100);
            },
        };

        var sending = await server.Sender(times: FakeSmtp.Quick with { AfterStop = TimeSpan.FromSeconds(20) }).Send(SmtpSenderTests.To("a@example.org"), Mail, stop.Token);

        sending.Recipients[0].How.ShouldBe(RecipientEnd.Accepted);
    }
}
