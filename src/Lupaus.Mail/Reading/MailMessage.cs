using Lupaus.Mail.Machines;

namespace Lupaus.Mail.Reading;

/// <summary>A message as people think of it (RFC 5322). Everything is decoded; nothing is checked: anybody can write anything into a From.</summary>
public sealed record MailMessage
{
    /// <summary>The header's fields as they came.</summary>
    public required HeaderFields Headers { get; init; }

    /// <summary>Who wrote it; usually one.</summary>
    public required IReadOnlyList<NamedAddress> From { get; init; }

    /// <summary>Who it is written to.</summary>
    public required IReadOnlyList<NamedAddress> To { get; init; }

    /// <summary>Who gets a copy.</summary>
    public required IReadOnlyList<NamedAddress> Cc { get; init; }

    /// <summary>Where answers are wanted; empty means From.</summary>
    public required IReadOnlyList<NamedAddress> ReplyTo { get; init; }

    /// <summary>Who handed it over for somebody else (RFC 5322, 3.6.2); null when that was From.</summary>
    public required NamedAddress? Sender { get; init; }

    /// <summary>Who sent it on unchanged (RFC 5322, 3.6.6).</summary>
    public required IReadOnlyList<NamedAddress> ResentFrom { get; init; }

    /// <summary>Whom it was sent on to.</summary>
    public required IReadOnlyList<NamedAddress> ResentTo { get; init; }

    /// <summary>The Return-Path our own server wrote: empty for the null path of machines (RFC 5321, 4.5.5), null when there is none.</summary>
    public required string? ReturnPath { get; init; }

    /// <summary>On one line; empty when there is none.</summary>
    public required string Subject { get; init; }

    /// <summary>When it was written, by the sender's clock and in the sender's zone; without a Date, when it was first received. Null when neither says.</summary>
    public required DateTimeOffset? Date { get; init; }

    /// <summary>Without angle brackets; null when there is none.</summary>
    public required string? MessageId { get; init; }

    /// <summary>The messages this answers; usually one.</summary>
    public required IReadOnlyList<string> InReplyTo { get; init; }

    /// <summary>The thread, oldest first.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The text, lines ended by \n; made from the HTML where no plain text came.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML exactly as sent, so not safe to show; null when there is none.</summary>
    public required string? Html { get; init; }

    /// <summary>Everything that isn't the text, in the order it came.</summary>
    public required IReadOnlyList<Attachment> Attachments { get; init; }

    /// <summary>What had to be repaired: words of <see cref="Repair"/>.</summary>
    public required IReadOnlyList<string> Repairs { get; init; }

    /// <summary>Why it seems to come from a machine; null when a person seems to have written it.</summary>
    public Automatic? Automatic { get; init; }

    /// <summary>What it says of a message of ours that didn't arrive; null when it is no such report.</summary>
    public Bounce? Bounce { get; init; }

    internal string ContentType { get; init; } = "text/plain";

    internal string? ReportType { get; init; }
}
