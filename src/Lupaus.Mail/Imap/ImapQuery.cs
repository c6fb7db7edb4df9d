namespace Lupaus.Mail.Imap;

/// <summary>Which messages are looked for (RFC 3501, 6.4.4); what isn't said doesn't matter.</summary>
public sealed record ImapQuery
{
    /// <summary>With this UID or a higher one.</summary>
    public uint FromUid { get; init; } = 1;

    /// <summary>Not marked as deleted.</summary>
    public bool Undeleted { get; init; }

    /// <summary>Arrived on this day or later, by the server's own days.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>With this Message-ID, angle brackets included.</summary>
    public string? MessageId { get; init; }
}
