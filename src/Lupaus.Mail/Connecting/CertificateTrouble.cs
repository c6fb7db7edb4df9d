using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Lupaus.Mail.Connecting;

/// <summary>What is wrong with a server's certificate, the thing to be mended first coming first.</summary>
internal static class CertificateTrouble
{
    public static Trouble? In(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors, DateTimeOffset now)
    {
        if (errors == SslPolicyErrors.None)
            return null;
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return Trouble.CertificateMissing;
        return InChain(certificate, chain, now)
            ?? (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? Trouble.CertificateForAnother : Trouble.CertificateBroken);
    }

    private static Trouble? InChain(X509Certificate2 certificate, X509Chain? chain, DateTimeOffset now)
    {
        var found = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? default;
        return
            found.HasFlag(X509ChainStatusFlags.Revoked) ? Trouble.CertificateRevoked :
            found.HasFlag(X509ChainStatusFlags.NotTimeValid) ? (now < certificate.NotBefore ? Trouble.CertificateNotYetValid : Trouble.CertificateExpired) :
            (found & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0 ? Trouble.CertificateIssuerUnknown :
            found != X509ChainStatusFlags.NoError ? Trouble.CertificateBroken :
            null;
    }
}
