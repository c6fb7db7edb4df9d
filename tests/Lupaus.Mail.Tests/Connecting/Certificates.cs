using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lupaus.Mail.Tests.Connecting;

/// <summary>Certificates that a house made for itself.</summary>
internal static class Certificates
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    public static X509Certificate2 Good { get; } = Make("localhost", Now.AddDays(-1), Now.AddDays(30));

    public static X509Certificate2 Expired { get; } = Make("localhost", Now.AddDays(-30), Now.AddDays(-1));

    public static X509Certificate2 NotYetValid { get; } = Make("localhost", Now.AddDays(1), Now.AddDays(30));

    public static X509Certificate2 ForAnother { get; } = Make("mail.example.org", Now.AddDays(-1), Now.AddDays(30));

    private static X509Certificate2 Make(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        if (name == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(from, until);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
