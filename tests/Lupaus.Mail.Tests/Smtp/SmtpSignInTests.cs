using System.Text;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;

namespace Lupaus.Mail.Tests.Smtp;

public sealed class SmtpSignInTests
{
    private const string Hello = "250-hei\r\n250 AUTH ";
    private static readonly Login Password = Login.WithPassword("us", "säla");

    [Fact]
    public async Task A_password_is_said_by_PLAIN_in_UTF_8()
    {
        await using var server = new FakeSmtp { ["EHLO"] = Hello + "LOGIN PLAIN" };

        (await server.Sender(Password).Try(default)).IsOk.ShouldBeTrue();

        server.Heard[1].ShouldBe("AUTH PLAIN " + Convert.ToBase64String("\0us\0säla"u8));
    }

    [Fact]
    public async Task Where_there_is_no_PLAIN_there_is_LOGIN()
    {
        await using var server = new FakeSmtp { ["EHLO"] = "250-hei\r\n250 AUTH=LOGIN", ["AUTH"] = "334 VXNlcm5hbWU6", ["dXM="] = "334 UGFzc3dvcmQ6", ["c8OkbGE="] = "235 2.7.0 Welcome" };

        (await server.Sender(Password).Try(default)).IsOk.ShouldBeTrue();

        server.Heard.ShouldBe(["EHLO client.example.org", "AUTH LOGIN", "dXM=", "c8OkbGE=", "QUIT"]);
    }

    [Fact]
    public async Task A_token_is_said_by_XOAUTH2()
    {
        await using var server = new FakeSmtp { ["EHLO"] = Hello + "PLAIN XOAUTH2" };

        (await server.Sender(Login.WithToken("us@example.com", "token")).Try(default)).IsOk.ShouldBeTrue();

        server.Heard[1].ShouldBe("AUTH XOAUTH2 " + Convert.ToBase64String("user=us@example.com\u0001auth=Bearer token\u0001\u0001"u8));
    }

    [Fact]
    public async Task A_token_too_long_for_a_command_waits_to_be_asked_for()
    {
        var login = Login.WithToken("us", new string('t', 2000));
        var answer = Convert.ToBase64String(Encoding.ASCII.GetBytes($"user=us\u0001auth=Bearer {new string('t', 2000)}\u0001\u0001"));
        await using var server = new FakeSmtp { ["EHLO"] = Hello + "XOAUTH2", ["AUTH XOAUTH2"] = "334 ", [answer] = "235 2.7.0 Welcome" };

        (await server.Sender(login).Try(default)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_counts_no_more_is_refused_after_an_empty_answer()
    {
        await using var server = new FakeSmtp { ["EHLO"] = Hello + "XOAUTH2", ["AUTH"] = "334 eyJzdGF0dXMiOiI0MDEifQ==", [""] = "535 5.7.8 Not accepted" };

        var answer = await server.Sender(Login.WithToken("us", "old")).Try(default);

        (answer.How, answer.Why!.Is(Trouble.TokenRefused)).ShouldBe((HowItWent.NotAllowed, true));
        answer.Why.Said.ShouldBe("535 5.7.8 Not accepted");
    }

    [Theory]
    [InlineData("535 5.7.8 Wrong", HowItWent.NotAllowed)]
    [InlineData("534 5.7.9 Use an app password", HowItWent.NotAllowed)]
    [InlineData("454 4.7.0 Try later", HowItWent.NotReached)]
    [InlineData("421 4.3.2 Closing", HowItWent.NotReached)]
    [InlineData("334 ", HowItWent.Odd)]
    public async Task A_password_that_is_not_accepted_is_told_from_a_server_that_can_not_look_now(string reply, HowItWent expected)
    {
        await using var server = new FakeSmtp { ["AUTH"] = reply };

        (await server.Sender(Password).Try(default)).How.ShouldBe(expected);

        server.Heard.Count(line => line.StartsWith("AUTH")).ShouldBe(1);
    }

    [Theory]
    [InlineData("250 hei")]
    [InlineData("250-hei\r\n250 AUTH CRAM-MD5 GSSAPI")]
    public async Task Without_a_way_to_sign_in_nothing_is_tried(string hello)
    {
        await using var server = new FakeSmtp { ["EHLO"] = hello };

        var sending = await server.Sender(Password).Send(SmtpSenderTests.To("a@example.org"), "x"u8.ToArray(), default);

        (sending.How, sending.Why).ShouldBe((HowItWasSent.NotAllowed, Trouble.LoginNotOffered));
    }

    [Fact]
    public async Task A_server_that_wants_somebody_to_sign_in_says_so()
    {
        await using var server = new FakeSmtp { ["MAIL"] = "530 5.7.0 Sign in first" };

        var sending = await server.Sender().Send(SmtpSenderTests.To("a@example.org"), "x"u8.ToArray(), default);

        (sending.How, sending.Why!.Key).ShouldBe((HowItWasSent.NotAllowed, Trouble.LoginWanted.Key));
    }

    [Fact]
    public async Task Nobody_signs_in_in_the_clear_unless_that_is_allowed_and_on_this_machine()
    {
        await using var server = new FakeSmtp();
        var notAllowed = server.Host() with { MaySignInUnprotected = false };
        var elsewhere = server.Host() with { Name = "mail.example.org" };

        foreach (var host in (MailHost[])[notAllowed, elsewhere])
        {
            var answer = await new SmtpSender(host, Password).Try(default);
            (answer.How, answer.Why).ShouldBe((HowItWent.TlsTrouble, Trouble.Unprotected));
        }
        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public void A_login_shows_no_secret_and_takes_no_line_ends()
    {
        Password.ToString().ShouldBe("us");
        Should.Throw<ArgumentException>(() => Login.WithPassword("us\r\nQUIT", "x"));
        Should.Throw<ArgumentException>(() => Login.WithToken("us", "a\u0001b"));
    }
}
