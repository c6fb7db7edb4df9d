namespace Lupaus.Mail.Smtp;

/// <summary>How long each step of a sending may take: at least what RFC 5321, 4.5.3.2 asks for.</summary>
public sealed record SmtpTimes
{
    /// <summary>Reaching the server and, on a protected port, agreeing on TLS.</summary>
    public TimeSpan Connecting { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The first greeting, and any command that has no time of its own.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The answer to DATA.</summary>
    public TimeSpan DataBegins { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Each piece of the message being taken.</summary>
    public TimeSpan DataPiece { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The answer to the whole message.</summary>
    public TimeSpan DataEnds { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a goodbye is waited for.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the answer to the whole message is still waited for when we are told to stop.</summary>
    public TimeSpan AfterStop { get; init; } = TimeSpan.FromSeconds(1);
}
