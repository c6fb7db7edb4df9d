using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Writing;

/// <summary>A message to be written. Names, subject and texts may hold anything; addresses and ids must be what they say they are.</summary>
public sealed record OutgoingMail
{
    /// <summary>Who writes.</summary>
    public required NamedAddress From { get; init; }

    /// <summary>Whom it is for.</summary>
    public IReadOnlyList<NamedAddress> To { get; init; } = [];

    /// <summary>Who gets a copy.</summary>
    public IReadOnlyList<NamedAddress> Cc { get; init; } = [];

    /// <summary>Where answers go; empty for From.</summary>
    public IReadOnlyList<NamedAddress> ReplyTo { get; init; } = [];

    /// <summary>Who hands it over, where that isn't From (RFC 5322, 3.6.2).</summary>
    public NamedAddress? Sender { get; init; }

    /// <summary>On one line: line ends and other control characters become spaces.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When, in the zone that is to be shown.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Unique for ever, without angle brackets (RFC 5322, 3.6.4).</summary>
    public required string MessageId { get; init; }

    /// <summary>The message this answers, without angle brackets.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread, oldest first. Of a long one the first and the last <see cref="MailWriter.LastReferences"/> are written.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Where it stands in a conversation of Outlook; null for nothing said.</summary>
    public ThreadIndex? ThreadIndex { get; init; }

    /// <summary>What that conversation is called; null for nothing said.</summary>
    public string? ThreadTopic { get; init; }

    /// <summary>The plain text; null where there is only HTML.</summary>
    public string? Text { get; init; }

    /// <summary>The same in HTML; null where there is only plain text.</summary>
    public string? Html { get; init; }

    /// <summary>Pictures within the HTML; each has a content id.</summary>
    public IReadOnlyList<OutgoingFile> Inline { get; init; } = [];

    /// <summary>Files beside the text.</summary>
    public IReadOnlyList<OutgoingFile> Attachments { get; init; } = [];

    /// <summary>"auto-replied" or "auto-generated" where no person wrote it (RFC 3834, section 5); null where one did.</summary>
    public string? AutoSubmitted { get; init; }

    /// <summary>Further header fields, by name, unstructured: X-Auto-Response-Suppress, List-Unsubscribe.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];
}
