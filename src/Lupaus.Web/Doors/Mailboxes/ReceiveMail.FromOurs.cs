using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Files;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

// One of ours writes by mail: what answers a matter is a note there, and what they forward is its writer's own matter. Both
// only where our mail server vouches for the sender; else it waits until a person has looked.
public sealed partial class ReceiveMail
{
    /// <summary>Null where it is to be placed as anybody's: they are the customer there, or write in a matter of their own.</summary>
    private async Task<Received?> FromOneOfOurs(IncomingMail mail, EmailAddress writer, IReadOnlyCollection<Pointer> found, CancellationToken stop)
    {
        if (await OneOfOurs(writer, stop) is not { } agent || found.Any(p => p.Writer is Standing.Customer or Standing.Participant))
            return null;
        if (found.Where(p => p.Clue != Clue.Subject).MinBy(p => p.Clue) is { } pointer)
            return mail.Machine is not null ? await Keep(mail, (m, _) => NeedsNothing(m), stop)
                : mail.IsVouchedFor ? await Note(mail, agent, pointer.Ticket, pointer.Clue, stop)
                : pointer.IsOpen ? await WaitOn(mail, new Placement.WaitsOn(pointer.Ticket, pointer.Clue), stop)
                : await Keep(mail, (m, _) => Quarantine(m, "mail.agent"), stop);
        if (mail.Machine is not null)
            return null;
        if (await AnswersOurs(mail, stop))
            return await Keep(mail, (m, _) => Quarantine(m, "mail.which"), stop);
        if (await Forwarded(mail, stop) is not { } forwarded)
            return null;
        return mail.IsVouchedFor ? await OpenForwarded(mail, forwarded, agent, agent, stop) : await Keep(mail, (m, _) => Quarantine(m, "mail.forwarded"), stop);
    }

    internal async Task<AgentId?> OneOfOurs(EmailAddress address, CancellationToken stop)
    {
        if (!(await ours.Now(stop)).People.Contains(address.Value))
            return null;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Agents.Where(a => a.Email == address && a.Activity != null).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>What one of ours passes on of somebody else's, who isn't us.</summary>
    internal async Task<ForwardedMail?> Forwarded(IncomingMail mail, CancellationToken stop) =>
        ForwardedMail.In(mail) is { } forwarded && forwarded.From != mail.Writer && !(await ours.Now(stop)).AreCompanys(forwarded.From.Value) ? forwarded : null;

    /// <summary>It becomes a note by that colleague: the customer never sees it, for what they are told carries a promise and is written at the desk.</summary>
    internal Task<Received> Note(IncomingMail mail, AgentId by, TicketId id, Clue because, CancellationToken stop, bool isTheirs = true) => Keep(mail, async (received, db) =>
    {
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        var note = ticket.Note(isTheirs ? mail.OwnWords : await Told(mail, mail.OwnWords, by, db, stop), by, now);
        note.Attach(await db.Keep(mail.Files, now, stop), now);
        received.Became(Fate.Joined, ticket.Id, note.Id, because);
    }, stop);

    /// <param name="colleague">Who passed it on, where that is certain.</param>
    /// <param name="by">In whose name the words above it are noted.</param>
    internal async Task<Received> OpenForwarded(IncomingMail mail, ForwardedMail forwarded, AgentId? colleague, AgentId by, CancellationToken stop)
    {
        var matter = await MatterOf(mail, forwarded.Name, forwarded.From, forwarded.Body, forwarded.Subject, stop);
        string? above = null;
        if (forwarded.Own.Length > 0)
        {
            await using var db = await databases.CreateDbContextAsync(stop);
            above = colleague is null ? await Told(mail, forwarded.Own, by, db, stop) : IncomingMail.Whole(forwarded.Own);
        }
        return await Open(mail, matter with { Files = forwarded.Files, BroughtBy = colleague }, (ticket, _) =>
        {
            if (above is not null)
                ticket.Note(above, by, clock.Now());
            return Task.CompletedTask;
        }, stop);
    }

    /// <summary>Whoever takes the words over says whose they seem to be.</summary>
    private async Task<string> Told(IncomingMail mail, string text, AgentId by, LupausDb db, CancellationToken stop)
    {
        var desk = await db.Agents.Where(a => a.Id == by).Select(a => a.DeskLanguage).FirstAsync(stop);
        return IncomingMail.Whole($"{words.In(desk).Say("mail.note.from", ("address", mail.Writer!.Value.Value))}\n\n{text}");
    }

    /// <summary>A letter of ours that tells of several matters, or of none.</summary>
    private async Task<bool> AnswersOurs(IncomingMail mail, CancellationToken stop)
    {
        string[] ids = [.. mail.Answers];
        await using var db = await databases.CreateDbContextAsync(stop);
        return ids.Length > 0 && await db.Outbox.AnyAsync(o => ids.Contains(o.InternetMessageId), stop);
    }

    private static Task NeedsNothing(ReceivedMail mail)
    {
        mail.NeedsNothing();
        return Task.CompletedTask;
    }
}
