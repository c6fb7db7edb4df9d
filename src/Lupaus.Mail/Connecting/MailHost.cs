using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Lupaus.Mail.Connecting;

/// <summary>Where a mail server is, and how it is spoken to.</summary>
/// <param name="Name">Its name, as its certificate has it, or its address.</param>
/// <param name="Port">Usually 465 or 587 for sending, 993 or 143 for reading.</param>
/// <param name="Protection">How what is said is kept from others.</param>
public sealed record MailHost(string Name, int Port, Protection Protection)
{
    /// <summary>The only issuer to be trusted, for a house with an authority of its own (or with one certificate that it issued itself); null for those that the machine trusts.</summary>
    public X509Certificate2? Authority { get; init; }

    /// <summary>Whether one may sign in without TLS. It counts for this very machine only (127.0.0.0/8, ::1, localhost).</summary>
    public bool MaySignInUnprotected { get; init; }

    internal bool IsThisMachine =>
        Name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Name, out var address) && IPAddress.IsLoopback(address));
}
