using Lupaus.Mail.Writing;

namespace Lupaus.Web.Core.Outbox;

/// <summary>A letter ready to go.</summary>
/// <param name="Thread">The ids of what was said before, oldest first.</param>
/// <param name="AnswersTo">The ticket's own address; null where answers go to the company's.</param>
public sealed record ReadyLetter(string To, string FromName, string From, string Subject, string Body, string MessageId, DateTimeOffset At, bool IsAutomatic, string? InReplyTo, IReadOnlyList<string>? Thread = null, string? AnswersTo = null)
{
    /// <summary>The same as the body, as mail programs show it; null where the text goes alone.</summary>
    public string? Html { get; init; }

    /// <summary>The pictures within the HTML.</summary>
    public IReadOnlyList<OutgoingFile> Inline { get; init; } = [];

    public IReadOnlyList<OutgoingFile> Files { get; init; } = [];

    public OutlookThread? Outlook { get; init; }
}

/// <summary>A message of a mail thread.</summary>
/// <param name="RawHash">It among the files, as it came.</param>
public sealed record Threaded(string InternetMessageId, DateTimeOffset At, bool IsTheirs, string? RawHash = null);
