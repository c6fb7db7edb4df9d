using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Lupaus.Mail.Connecting;
using Lupaus.Mail.Smtp;
using Lupaus.Web.Doors.Mailboxes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Doors.Mailboxes;

public sealed class ReceivingUnderTlsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lupaus-tls").FullName;

    private string CertificateFile => Path.Combine(folder, "chain.pem");

    private string KeyFile => Path.Combine(folder, "key.pem");

    [Fact]
    public async Task Mail_comes_in_under_the_certificate_of_the_house_and_under_a_renewed_one_without_a_restart()
    {
        var first = Issue(DateTime.UtcNow.AddMinutes(-5));
        await using var house = await House.Open(also: b =>
        {
            b.Configuration["Lupaus:Smtp"] = "127.0.0.1:0";
            b.Configuration["Lupaus:Certificate"] = CertificateFile;
            b.Configuration["Lupaus:CertificateKey"] = KeyFile;
        });
        await house.Has(Boxes.Empty with { Address = "tuki@satama.example" }, null);
        using var watch = ActivatorUtilities.CreateInstance<ReceiverWatch>(house.App.Services);
        await watch.StartAsync(default);
        await Boxes.Until(() => Task.FromResult(watch.At.Count == 1));

        (await Send(watch, first)).ShouldBe(HowItWasSent.Answered);
        var renewed = Issue(DateTime.UtcNow);
        (await Send(watch, renewed)).ShouldBe(HowItWasSent.Answered);
        (await Send(watch, first)).ShouldBe(HowItWasSent.TlsTrouble);
        File.WriteAllText(CertificateFile, "half of a certi");
        (await Send(watch, renewed)).ShouldBe(HowItWasSent.Answered);

        await watch.StopAsync(default);
    }

    [Fact]
    public void Files_that_hold_no_certificate_are_told_of_when_the_program_starts()
    {
        Issue(DateTime.UtcNow);

        Web.Ground.Foundations.CertificateFile.WhatIsWrongIn(CertificateFile, KeyFile).ShouldBeNull();
        Web.Ground.Foundations.CertificateFile.WhatIsWrongIn(Path.Combine(folder, "nowhere.pem"), KeyFile).ShouldNotBeNull().ShouldContain("nowhere.pem");
        Web.Ground.Foundations.CertificateFile.WhatIsWrongIn(CertificateFile, CertificateFile).ShouldNotBeNull();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Lupaus:Certificate", Path.Combine(folder, "nowhere.pem"))]).Build();
        Should.Throw<BadSetting>(() => Settings.Read(settings)).Message.ShouldStartWith("LUPAUS__CERTIFICATE: ");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<HowItWasSent> Send(ReceiverWatch watch, X509Certificate2 trusted)
    {
        var host = new MailHost("localhost", watch.At[0].Port, Protection.StartTls) { Authority = trusted };
        return (await new SmtpSender(host, null).Send(new SmtpEnvelope("aino@example.fi", ["tuki@satama.example"]), Mails.Raw(to: "tuki@satama.example"), default)).How;
    }

    private X509Certificate2 Issue(DateTime written)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.SetLastWriteTimeUtc(CertificateFile, written);
        File.SetLastWriteTimeUtc(KeyFile, written);
        return certificate;
    }
}
