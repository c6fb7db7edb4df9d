using System.Net;
using System.Net.Security;

namespace Lupaus.Mail.Smtp;

/// <summary>Where and within which limits mail is received.</summary>
public sealed record ReceiverSettings
{
    /// <summary>Where to listen; port 0 for any that is free.</summary>
    public required IPEndPoint At { get; init; }

    /// <summary>Our own name, in the greeting and the trace.</summary>
    public required string HostName { get; init; }

    /// <summary>LMTP (RFC 2033) and no SMTP: an own mail server hands over, and hears of each recipient apart.</summary>
    public bool IsLmtp { get; init; }

    /// <summary>The certificate of this moment, asked for at each STARTTLS (RFC 3207); without one it isn't offered.</summary>
    public Func<SslStreamCertificateContext>? Certificate { get; init; }

    /// <summary>Bytes of one message.</summary>
    public int BiggestMessage { get; init; } = 50 * 1024 * 1024;

    /// <summary>Bytes of all messages that are coming in at once; past it senders are asked to come again.</summary>
    public long MostMemory { get; init; } = 256L * 1024 * 1024;

    /// <summary>Connections at once.</summary>
    public int MostConnections { get; init; } = 100;

    /// <summary>Connections at once from one address, but for this very machine.</summary>
    public int MostConnectionsPerClient { get; init; } = 20;

    /// <summary>Recipients of one message.</summary>
    public int MostRecipients { get; init; } = 100;

    /// <summary>Commands of one connection.</summary>
    public int MostCommands { get; init; } = 2000;

    /// <summary>Commands of one connection that came to nothing.</summary>
    public int MostErrors { get; init; } = 20;

    /// <summary>How long a connection may be silent (RFC 5321, 4.5.3.2.7 asks for five minutes).</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a connection may last.</summary>
    public TimeSpan LongestConnection { get; init; } = TimeSpan.FromHours(1);
}
