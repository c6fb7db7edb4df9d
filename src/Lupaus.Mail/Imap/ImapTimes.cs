namespace Lupaus.Mail.Imap;

/// <summary>How long each step of a talk may take.</summary>
public sealed record ImapTimes
{
    /// <summary>Reaching the server and agreeing on TLS.</summary>
    public TimeSpan Connecting { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Each answer, and each piece of a message. Big folders are slow to search.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>After how long waiting for news is begun anew: servers hang up after 30 minutes (RFC 2177, 3).</summary>
    public TimeSpan IdleRenewal { get; init; } = TimeSpan.FromMinutes(28);

    /// <summary>How often a server that can't tell news is asked.</summary>
    public TimeSpan Polling { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a goodbye is waited for.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(1);
}
