namespace Lupaus.Mail.Imap;

/// <summary>How much a server may say before it is left.</summary>
public sealed record ImapLimits
{
    /// <summary>Bytes of one response but for its literals. A search in a folder of a million messages answers with eight million.</summary>
    public int Response { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bytes of literals in one response, but for the message that is fetched.</summary>
    public int Literals { get; init; } = 256 * 1024;

    /// <summary>Responses to one command.</summary>
    public int Responses { get; init; } = 1_000_000;
}
