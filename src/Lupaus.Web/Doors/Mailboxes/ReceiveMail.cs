using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Files;
using Lupaus.Ground.People;
using Lupaus.Mail.Machines;
using Lupaus.Mail.Trust;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>What became of a mail, and where it is.</summary>
/// <param name="IsAgain">It had come before.</param>
public sealed record Received(ReceivedMailId Id, Fate Fate, Clue? Because, TicketId? Ticket, bool IsAgain = false);

/// <summary>
/// A mail comes in, by whichever door. It is read before anything is asked of the database; then it joins its matter,
/// opens a new one, or waits to be looked at. The same mail sent again finds itself done, so whoever hands it over may try
/// until they hear that it is here. The word and the mail it came as are stored in one change.
/// </summary>
public sealed partial class ReceiveMail(
    IDbContextFactory<LupausDb> databases, Changes changes, ReadPointers pointers, OpenTicket open, HearCustomer hear, Letters letters, OurAddresses ours, OurMailboxes mailboxes, OurCompany ourCompany, Words words, TimeProvider clock)
{
    public async Task<Received> Take(ReadOnlyMemory<byte> raw, MailDoor door, CancellationToken stop)
    {
        var mail = IncomingMail.Read(raw, await mailboxes.Trusting(door, stop));
        if (await Before(mail, stop) is { } before)
            return before;
        try
        {
            return await Place(mail, stop);
        }
        catch (RuleBroken broken)
        {
            return await Keep(mail, (m, _) => Quarantine(m, broken.Refusal.Key), stop);
        }
    }

    /// <summary>It can't be taken in, and an admin looks at it.</summary>
    public Task<Received> PutAside(ReadOnlyMemory<byte> raw, MailDoor door, string why, CancellationToken stop) =>
        Keep(IncomingMail.Read(raw, door), (m, _) => Quarantine(m, why), stop);

    private async Task<Received> Place(IncomingMail mail, CancellationToken stop)
    {
        if (mail.Bounce is { } bounce && await HearOf(mail, bounce, stop) is { } heard)
            return heard;
        if (mail.Writer is not { } writer || (await ours.Now(stop)).AreCompanys(writer.Value))
            return await Keep(mail, (m, _) => Quarantine(m, mail.Bounce is not null ? "mail.report" : mail.Writer is null ? "mail.nobody" : "mail.ours"), stop);
        var found = await pointers.In(mail, stop);
        if (await FromOneOfOurs(mail, writer, found, stop) is { } colleagues)
            return colleagues;
        if (mail.Machine is not null && Placement.WhereRecorded(found) is { } pointer)
            return await Record(mail, pointer, stop);
        if (mail.Bounce is not null)
            return await Keep(mail, (m, _) => Quarantine(m, "mail.report"), stop);
        return Placement.Of(found) switch
        {
            Placement.Joins joins => await Join(mail, writer, joins.Ticket, joins.Because, stop),
            Placement.WaitsOn waits => await WaitOn(mail, waits, stop),
            _ => await Open(mail, writer, stop),
        };
    }

    /// <summary>It becomes a word in the ticket, its writer takes part there, and so does whom they wrote to besides us.</summary>
    internal async Task<Received> Join(IncomingMail mail, EmailAddress writer, TicketId ticket, Clue because, CancellationToken stop)
    {
        var (company, our) = (await ourCompany.Now(stop), await ours.Now(stop));
        return await Keep(mail, async (received, db) =>
        {
            var by = await db.Writes(await db.Tickets.One(ticket, stop), writer, mail.Name, clock.Now(), stop);
            var heardIn = await hear.Say(new CustomerWord(ticket, mail.Body, Channel.Mail, mail.Source) { Files = mail.Files, By = by, Subject = mail.Subject }, company, db, stop);
            await Became(received, heardIn.Id == ticket ? Fate.Joined : Fate.Opened, because, mail, heardIn, db, stop);
            await Welcome(mail, heardIn, our, db, stop);
        }, stop);
    }

    internal async Task<Received> Open(IncomingMail mail, EmailAddress writer, CancellationToken stop)
    {
        var matter = await MatterOf(mail, mail.Name, writer, mail.Body, mail.Subject, stop);
        var our = await ours.Now(stop);
        // What one of ours writes to us on their own is asked of colleagues; what their machine writes is nobody's request.
        var colleague = mail.Machine is null ? await OneOfOurs(writer, stop) : null;
        return await Open(mail, matter with { Files = mail.Files, Reception = ReceptionOf(mail), RequestedBy = colleague }, (ticket, db) => Welcome(mail, ticket, our, db, stop), stop);
    }

    private async Task<Received> Open(IncomingMail mail, NewMatter matter, Func<Ticket, LupausDb, Task> then, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        return await Keep(mail, async (received, db) =>
        {
            var ticket = await open.From(matter, company, db, stop);
            await Became(received, Fate.Opened, null, mail, ticket, db, stop);
            await then(ticket, db);
        }, stop);
    }

    /// <summary>In the language that its words tell, or else its header; about what its mailbox is for.</summary>
    private async Task<NewMatter> MatterOf(IncomingMail mail, string? name, EmailAddress customer, string body, string subject, CancellationToken stop) =>
        new(name, customer, null, body, null, Channel.Mail, mail.Source, subject, Topic: (await mailboxes.Addressed(mail, stop))?.TopicId) { Likely = mail.Language };

    /// <summary>What a filter took for spam, or a machine sends in bulk or for somebody who is away, waits aside; what one sends on its own may be a matter, and needs no receipt.</summary>
    private static Reception ReceptionOf(IncomingMail mail) => mail.Machine?.Why switch
    {
        _ when SpamMarks.In(mail.Message.Headers) => Reception.Aside,
        null => Reception.Acknowledged,
        Automatic.AutoSubmitted or Automatic.Suppress or Automatic.NoReply => Reception.Silent,
        _ => Reception.Aside,
    };

    private async Task Became(ReceivedMail received, Fate fate, Clue? because, IncomingMail mail, Ticket ticket, LupausDb db, CancellationToken stop)
    {
        var (name, key) = (mail.Source.Name, mail.Source.Key);
        var said = ticket.Messages.FirstOrDefault(m => m.SourceName == name && m.SourceKey == key) ?? await db.Messages.FirstAsync(m => m.SourceName == name && m.SourceKey == key, stop);
        received.Became(fate, ticket.Id, said.Id, because);
        if (mail.LeftOut > 0)
        {
            var desk = await db.Agents.Where(a => a.Id == ticket.OwnerId).Select(a => a.DeskLanguage).FirstAsync(stop);
            ticket.NoteByLupaus(words.In(desk).Say("mail.leftout", ("count", $"{mail.LeftOut}")), clock.Now());
        }
    }

    /// <summary>Who writes from an address can be reached there again, and whom they wrote to takes part. Nothing of that follows from a machine's mail.</summary>
    private async Task Welcome(IncomingMail mail, Ticket ticket, HouseAddresses our, LupausDb db, CancellationToken stop)
    {
        if (mail.Machine is not null)
            return;
        if (mail.Writer is { } writer)
            await db.IsAlive(writer, clock.Now(), stop);
        // Who only claims to be one of ours brings nobody into what is ours alone.
        if (!ticket.IsInternal || mail.IsVouchedFor)
            await db.LetTakePart(ticket, mail.Others(our), clock.Now(), stop);
    }

    /// <summary>A machine answered something of ours: it is written down there, and nothing follows.</summary>
    private Task<Received> Record(IncomingMail mail, Pointer pointer, CancellationToken stop) => Keep(mail, async (received, db) =>
    {
        await WriteDown(mail, received, await db.Tickets.One(pointer.Ticket, stop), pointer.Clue, db, stop);
    }, stop);

    private async Task WriteDown(IncomingMail mail, ReceivedMail received, Ticket ticket, Clue because, LupausDb db, CancellationToken stop)
    {
        var message = ticket.HearMachine(mail.Body, mail.Source, mail.Writer is { } writer ? await db.PersonAt(writer, stop) : null, clock.Now());
        message.Attach(await db.Keep(mail.Files, clock.Now(), stop), clock.Now());
        received.Became(Fate.Recorded, ticket.Id, message.Id, because);
    }

    private Task<Received> WaitOn(IncomingMail mail, Placement.WaitsOn waits, CancellationToken stop) => Keep(mail, async (received, db) =>
    {
        received.WaitsOn(waits.Ticket, waits.Because);
        (await db.Tickets.One(waits.Ticket, stop)).MailWaits(received.Id, clock.Now());
    }, stop);

    private static Task Quarantine(ReceivedMail mail, string why)
    {
        mail.Quarantine(why);
        return Task.CompletedTask;
    }

    private async Task<Received?> Before(IncomingMail mail, CancellationToken stop)
    {
        var key = mail.Signs.Key;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.ReceivedMails.Where(m => m.SourceKey == key && m.Fate != Fate.Quarantined).Select(m => new Received(m.Id, m.Fate, m.Because, m.TicketId, true)).FirstOrDefaultAsync(stop);
    }

    /// <summary>One that couldn't be placed before, or waited, gets another fate; any other is as it is.</summary>
    private async Task<Received> Keep(IncomingMail mail, Func<ReceivedMail, LupausDb, Task> what, CancellationToken stop)
    {
        var mailbox = (await mailboxes.Addressed(mail, stop))?.Id;
        return await changes.Make(db => Keep(mail, mailbox, what, db, stop), stop);
    }

    private async Task<Received> Keep(IncomingMail mail, MailboxId? mailbox, Func<ReceivedMail, LupausDb, Task> what, LupausDb db, CancellationToken stop)
    {
        var (key, now) = (mail.Signs.Key, clock.Now());
        var received = await db.ReceivedMails.FirstOrDefaultAsync(m => m.SourceKey == key, stop);
        if (received is { Fate: not (Fate.Waits or Fate.Quarantined) })
            return new Received(received.Id, received.Fate, received.Because, received.TicketId, true);
        if (received is null)
            db.ReceivedMails.Add(received = ReceivedMail.Arrive(mail.Signs, await db.Keep(mail.Raw.ToArray(), now, stop), mailbox, now));
        await what(received, db);
        return new Received(received.Id, received.Fate, received.Because, received.TicketId);
    }
}
