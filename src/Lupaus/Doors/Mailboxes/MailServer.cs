using System.Net;

namespace Lupaus.Doors.Mailboxes;

/// <summary>How what is said to a mail server is kept from others.</summary>
public enum MailLock
{
    /// <summary>TLS from the first byte: ports 993 and 465.</summary>
    Tls,

    /// <summary>A plain beginning, then TLS: ports 143 and 587.</summary>
    StartTls,

    /// <summary>Not at all: within one machine or one's own network, where nobody signs in.</summary>
    None,
}

/// <summary>A mail server of ours: where it is, and how it is spoken to.</summary>
public sealed record MailServer(string Host, int Port, MailLock Lock)
{
    /// <summary>A name in DNS isn't longer (RFC 1035, 2.3.4).</summary>
    public const int LongestHost = 253;

    /// <summary>Whether nobody else can listen to what is said to it.</summary>
    public bool IsThisMachine => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));

    public Refusal? WhyNotCall(bool signsIn) =>
        Host.Length > LongestHost || Uri.CheckHostName(Host) == UriHostNameType.Unknown ? Refusal.Because("mailbox.host").With("host", Host.CutTo(Limits.Name)) :
        Port is < 1 or > 65535 ? Refusal.Because("mailbox.port") :
        Lock == MailLock.None && signsIn && !IsThisMachine ? Refusal.Because("mailbox.unprotected") :
        null;
}
