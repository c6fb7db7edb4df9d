using System.Security.Cryptography.X509Certificates;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;
using Lupaus.Mail.Tests.Connecting;

namespace Lupaus.Mail.Tests.Smtp;

public sealed class SmtpTlsTests
{
    private const string Offer = "250-hei\r\n250-AUTH PLAIN\r\n250 STARTTLS";
    private static readonly Login Login = Login.WithPassword("us", "secret");

    public static readonly TheoryData<string, string> BadCertificates = new()
    {
        { nameof(Certificates.Expired), "tls.expired" },
        { nameof(Certificates.NotYetValid), "tls.not-yet-valid" },
        { nameof(Certificates.ForAnother), "tls.wrong-name" },
    };

    [Fact]
    public async Task A_protected_port_is_spoken_to_under_TLS_at_once()
    {
        await using var server = new FakeSmtp { IsProtected = true };

        (await server.Sender(Login, protection: Protection.Tls).Try(default)).How.ShouldBe(HowItWent.Ok);
    }

    [Fact]
    public async Task By_STARTTLS_nothing_is_signed_before_TLS_and_everything_is_asked_anew_after_it()
    {
        await using var server = new FakeSmtp { ["EHLO"] = Offer };

        (await server.Sender(Login, protection: Protection.StartTls).Try(default)).How.ShouldBe(HowItWent.Ok);

        server.Heard.Select(line => line.Split(' ')[0]).ShouldBe(["EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT"]);
    }

    [Theory]
    [InlineData("250-hei\r\n250 AUTH PLAIN", "220 Go on")]
    [InlineData(Offer, "502 5.5.1 Not now")]
    public async Task A_server_that_does_not_come_to_TLS_hears_no_password(string hello, string startTls)
    {
        await using var server = new FakeSmtp { ["EHLO"] = hello, ["STARTTLS"] = startTls };

        var answer = await server.Sender(Login, protection: Protection.StartTls).Try(default);

        (answer.How, answer.Why!.Key).ShouldBe((HowItWent.TlsTrouble, Trouble.TlsNotOffered.Key));
        server.Heard.ShouldNotContain(line => line.StartsWith("AUTH"));
    }

    [Fact]
    public async Task What_is_slipped_in_before_TLS_ends_the_talk()
    {
        await using var server = new FakeSmtp { ["EHLO"] = Offer, ["STARTTLS"] = "220 Go on\r\n250-evil\r\n250 AUTH PLAIN" };

        var answer = await server.Sender(Login, protection: Protection.StartTls).Try(default);

        answer.How.ShouldBe(HowItWent.TlsTrouble);
        server.Heard.ShouldNotContain(line => line.StartsWith("AUTH"));
    }

    [Theory, MemberData(nameof(BadCertificates))]
    public async Task What_is_wrong_with_a_certificate_is_said_in_plain_words(string which, string key)
    {
        var certificate = (X509Certificate2)typeof(Certificates).GetProperty(which)!.GetValue(null)!;
        await using var server = new FakeSmtp { IsProtected = true, Certificate = certificate };

        var sending = await new SmtpSender(server.Host(Protection.Tls) with { Authority = certificate }, Login).Send(SmtpSenderTests.To("a@example.org"), "x"u8.ToArray(), default);

        (sending.How, sending.Why!.Key).ShouldBe((HowItWasSent.TlsTrouble, key));
        server.Heard.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_certificate_from_somebody_unknown_is_not_trusted()
    {
        await using var server = new FakeSmtp { IsProtected = true };

        var answer = await new SmtpSender(server.Host(Protection.Tls) with { Authority = null }, Login).Try(default);

        (answer.How, answer.Why).ShouldBe((HowItWent.TlsTrouble, Trouble.CertificateIssuerUnknown));
    }

    [Fact]
    public async Task A_server_that_speaks_in_the_clear_at_a_protected_port_is_no_protected_server()
    {
        await using var server = new FakeSmtp();

        var answer = await server.Sender(Login, protection: Protection.Tls).Try(default);

        (answer.How, answer.Why).ShouldBe((HowItWent.TlsTrouble, Trouble.TlsNotSpoken));
    }

    [Fact]
    public async Task A_server_that_hangs_up_amid_the_handshake_is_not_reached()
    {
        await using var server = new FakeServer(async caller => await caller.HearBytes(1));

        var answer = await new SmtpSender(server.Host(Protection.Tls), Login).Try(default);

        (answer.How, answer.Why).ShouldBe((HowItWent.NotReached, Trouble.Closed));
    }
}
