namespace Lupaus.Mail.Machines;

/// <summary>What a mail server says of a message of ours that it could not deliver (RFC 3464, or older words).</summary>
/// <param name="Recipient">The address it was for; null when the report doesn't say.</param>
/// <param name="Status">Enhanced status code, "5.1.1" (RFC 3463); null when the report doesn't say.</param>
/// <param name="Permanent">Whether the address or the message is refused for good (class 5), so that trying again is useless.</param>
/// <param name="GaveUp">Whether this message won't arrive any more; false when the server goes on trying ("delayed").</param>
/// <param name="OriginalMessageId">The id of our message, without angle brackets; null when the report doesn't carry it.</param>
public sealed record Bounce(string? Recipient, string? Status, bool Permanent, bool GaveUp, string? OriginalMessageId)
{
    /// <summary>The server's own words about it, on one line (Diagnostic-Code, RFC 3464, 2.3.6); null when the report has none.</summary>
    public string? Said { get; init; }
}
