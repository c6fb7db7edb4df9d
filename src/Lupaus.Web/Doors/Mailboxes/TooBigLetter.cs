using System.Globalization;
using Lupaus.Core.Outbox;
using Lupaus.Ground.Files;
using Lupaus.Ground.People;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>The letter to whoever sent a mail that is too big for us: that we have not seen it, how much we can take, and how their matter gets here all the same.</summary>
public sealed class TooBigLetter(Words words, OurCompany ourCompany, Settings settings, IMailServers servers)
{
    public async Task<ReadyLetter> Write(OutboxEntry entry, LupausDb db, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var received = await db.ReceivedMails.AsNoTracking().FirstAsync(m => m.ToldIn == entry.Id, stop);
        var mail = IncomingMail.Read(await db.RawOf(received, stop), new MailDoor(received.Door));
        var about = await db.Tickets.AsNoTracking().IgnoreAutoIncludes().FirstOrDefaultAsync(t => t.Id == entry.TicketId, stop);
        var spoken = await db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == entry.Address).Join(db.People, c => c.PersonId, p => p.Id, (_, p) => (LanguageCode?)p.Language).FirstOrDefaultAsync(stop);
        var language = about?.Language ?? spoken ?? mail.Language ?? company.Language;
        var say = words.In(language);
        var from = await servers.From(about?.Id, language, db, stop);

        var body = say.Say("mail.toobig.letter",
            ("named", Named(mail, say)),
            ("size", FileSize.ForPeople(received.Length, language)), ("limit", Megabytes(MailDoor.MostBytes)), ("file", Megabytes(Attachment.MaxBytes)), ("together", Megabytes(Attachment.MaxBytesTogether)),
            ("link", settings.PublicAddress.ToString()));
        var subject = mail.Subject.Length == 0 ? say["mail.toobig.subject"] : $"Re: {mail.Subject}";
        return new ReadyLetter(
            entry.Address!, company.MailName, (from?.Address ?? company.Email).Value, about is null ? subject : $"{subject} [{about.Reference}]", $"{body}\n\n{from?.Signature ?? company.Name}",
            entry.InternetMessageId, entry.MadeAt, IsAutomatic: true, received.InternetMessageId, received.InternetMessageId is { } theirs ? [theirs] : null);
    }

    /// <summary>Which mail it was, where it is called something.</summary>
    public static string Named(IncomingMail mail, Phrases say) => mail.Subject.Length > 0 ? $" {say.Say("mail.toobig.named", ("subject", mail.Subject))}" : "";

    private static string Megabytes(long bytes) => (bytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture);
}
