using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// A certificate with its chain and its key in PEM files. Whoever renews it writes it into the same files, and it is read
/// anew when they change; what can't be read then leaves the one before.
/// </summary>
public sealed class CertificateFile(string file, string? keyFile, ILogger log)
{
    private readonly Lock reading = new();
    private DateTime written = Written(file, keyFile);
    private SslStreamCertificateContext known = Read(file, keyFile);

    /// <summary>Why no certificate can be read there, in words for the machine's keeper; null when one can.</summary>
    public static string? WhatIsWrongIn(string file, string? keyFile)
    {
        try
        {
            Read(file, keyFile);
            return null;
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return e.Message.OneLine().TrimEnd('.');
        }
    }

    public SslStreamCertificateContext Now()
    {
        lock (reading)
        {
            if (Written(file, keyFile) is var now && now != written)
            {
                written = now;
                try
                {
                    known = Read(file, keyFile);
                    log.LogInformation("The certificate in {File} was renewed.", file);
                }
                catch (Exception e) when (IsUnreadable(e))
                {
                    log.LogError("The certificate in {File} can't be read, and the one before is used: {Why}", file, e.Message);
                }
            }
            return known;
        }
    }

    private static DateTime Written(string file, string? keyFile)
    {
        var (one, other) = (File.GetLastWriteTimeUtc(file), File.GetLastWriteTimeUtc(keyFile ?? file));
        return one > other ? one : other;
    }

    private static SslStreamCertificateContext Read(string file, string? keyFile)
    {
        using var own = X509Certificate2.CreateFromPemFile(file, keyFile);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        // Through PKCS #12, since Windows takes no key that was only read.
        return SslStreamCertificateContext.Create(X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null), chain, offline: true);
    }

    private static bool IsUnreadable(Exception e) => e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException;
}
