using Lupaus.Mail.Quoting;
using Lupaus.Web.Ground.Files;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>A customer's mail that one of ours passed on.</summary>
/// <param name="Own">What our colleague wrote above it; empty when nothing.</param>
public sealed record ForwardedMail(EmailAddress From, string? Name, string Subject, string Body, string Own, IReadOnlyList<Upload> Files)
{
    /// <summary>Null where none is forwarded, or nobody one could answer.</summary>
    public static ForwardedMail? In(IncomingMail mail)
    {
        if (ForwardedMessage(mail) is not { } forwarded || EmailAddress.Read(forwarded.From.Address) is not { } from)
            return null;
        var name = forwarded.From.Name.OneLine();
        var text = forwarded.Text.Cleaned();
        var files = forwarded.Whole is { } whole ? IncomingMail.FilesIn(whole).Files : mail.Files;
        return new ForwardedMail(
            from, name.Length == 0 || name.Contains('@') ? null : name.CutTo(Limits.Name), forwarded.Whole is { } inner ? IncomingMail.SubjectOf(inner) : mail.Subject,
            IncomingMail.Whole(text.Length > 0 ? text : mail.Body), QuotedText.Read(forwarded.Own).Own, files);
    }

    private static ForwardedMessage? ForwardedMessage(IncomingMail mail) => ForwardedSender.Read(mail.Message);
}
