using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Web.Core.Outbox;

/// <summary>A letter as a mail (RFC 5322).</summary>
public static class LetterMail
{
    /// <exception cref="ArgumentException">An address that no letter can be written to.</exception>
    public static byte[] Write(ReadyLetter letter) => MailWriter.Write(MailOf(letter));

    private static OutgoingMail MailOf(ReadyLetter letter) => new()
    {
        From = new NamedAddress(letter.FromName, letter.From),
        To = [new NamedAddress("", letter.To)],
        ReplyTo = letter.AnswersTo is { } own ? [new NamedAddress(letter.FromName, own)] : [],
        Subject = letter.Subject,
        Date = letter.At,
        MessageId = letter.MessageId,
        InReplyTo = letter.InReplyTo,
        References = letter.Thread ?? [],
        ThreadIndex = letter.Outlook?.Index,
        ThreadTopic = letter.Outlook?.Topic,
        Text = letter.Body,
        Html = letter.Html,
        Inline = letter.Inline,
        Attachments = letter.Files,
        // So that machines don't answer it: RFC 3834, 5, and what Exchange listens to instead.
        AutoSubmitted = letter.IsAutomatic ? "auto-generated" : null,
        Headers = letter.IsAutomatic ? [new("X-Auto-Response-Suppress", "All")] : [],
    };
}
