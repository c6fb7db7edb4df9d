using Lupaus.Mail.Reading;
using Lupaus.Mail.Writing;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// Puts letters into a folder as .eml files (RFC 5322). A letter's file is named by its Message-ID, so one that is handed
/// over twice is there once.
/// </summary>
public sealed class FolderCarrier(Settings settings)
{
    public async Task Carry(ReadyLetter letter, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.LetterFolder);
        var file = Path.Combine(settings.LetterFolder, letter.MessageId.Split('@')[0] + ".eml");
        var unfinished = file + ".part";
        await File.WriteAllBytesAsync(unfinished, MailWriter.Write(MailOf(letter)), stop);
        File.Move(unfinished, file, overwrite: true);
    }

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
        Text = letter.Body,
        // So that machines don't answer it: RFC 3834, 5, and what Exchange listens to instead.
        AutoSubmitted = letter.IsAutomatic ? "auto-generated" : null,
        Headers = letter.IsAutomatic ? [new("X-Auto-Response-Suppress", "All")] : [],
    };
}
