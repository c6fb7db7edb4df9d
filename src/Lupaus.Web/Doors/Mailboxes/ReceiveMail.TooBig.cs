using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.People;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

// A mail is too big to be fetched. It stays in the mailbox; its sender is told, the matter it is about has a note, and an admin sees it.
public sealed partial class ReceiveMail
{
    private static readonly TimeSpan BrakeHour = TimeSpan.FromHours(1);

    /// <param name="header">All that was fetched of it.</param>
    /// <param name="length">Of the whole mail.</param>
    internal async Task<Received> TooBig(ReadOnlyMemory<byte> header, long length, MailDoor door, CancellationToken stop)
    {
        var mail = IncomingMail.Read(header, await mailboxes.Trusting(door, stop));
        var isOurs = mail.Writer is not { } writer || (await ours.Now(stop)).AreCompanys(writer.Value);
        var about = isOurs ? null : Placement.WhereRecorded(await pointers.In(mail, stop));
        var company = await ourCompany.Now(stop);
        return await Keep(mail, async (received, db) =>
        {
            if (received.IsHeaderAlone)
                return; // it came again
            var now = clock.Now();
            OutboxEntry? letter = null;
            if (!isOurs && await MayTell(mail, now, db, stop))
                db.Outbox.Add(letter = OutboxEntry.OfTooBig(mail.Writer!.Value, about?.Ticket, company.Email.Value.Split('@')[1], now));
            received.IsTooBig(length, letter?.Id);
            if (about is not null)
                await NoteTooBig(received, mail, await db.Tickets.One(about.Ticket, stop), db, stop);
        }, stop);
    }

    /// <summary>Not a machine, nobody whose name another may have taken, nobody we don't listen to, and nobody without end.</summary>
    private static async Task<bool> MayTell(IncomingMail mail, DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        if (mail.Machine is not null || SenderChecks.Read(mail.Signs.Checks) == SenderTrust.Doubtful || await db.IsBlocked(mail.Writer, stop))
            return false;
        var (address, since) = (mail.Writer!.Value.Value, now - BrakeHour);
        var lately = new ReceivedMailId(Ids.Before(Ids.Next(now), BrakeHour));
        return await db.ReceivedMails.CountAsync(m => m.Id > lately && m.At > since && m.ToldIn != null && db.Outbox.Any(o => o.Id == m.ToldIn && o.Address == address), stop) < OpenTicket.MostReceipts;
    }

    private async Task NoteTooBig(ReceivedMail received, IncomingMail mail, Ticket ticket, LupausDb db, CancellationToken stop)
    {
        var desk = await db.Agents.Where(a => a.Id == ticket.OwnerId).Select(a => a.DeskLanguage).FirstAsync(stop);
        var say = words.In(desk);
        ticket.NoteByLupaus(say.Say(received.ToldIn is null ? "mail.toobig.note.untold" : "mail.toobig.note",
            ("address", mail.Writer!.Value.Value), ("named", TooBigLetter.Named(mail, say)), ("size", FileSize.ForPeople(received.Length, desk))), clock.Now());
    }
}
