using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.People;
using Lupaus.Web.Core.Links;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>What letters of a later room are about: the ids that it sent, and the one matter of each. Each such room registers its own.</summary>
public sealed record RoomsPointers(Func<string[], LupausDb, CancellationToken, Task<IReadOnlyList<(string InternetMessageId, TicketId Ticket)>>> Of);

/// <summary>Finds the matters a mail points to, and what its writer is in each.</summary>
public sealed class ReadPointers(IDbContextFactory<LupausDb> databases, LinkKey key, IEnumerable<RoomsPointers> rooms)
{
    public async Task<IReadOnlyList<Pointer>> In(IncomingMail mail, CancellationToken stop)
    {
        var signer = await key.ReplySigner(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var clues = mail.Recipients.Select(signer.TicketOf).OfType<TicketId>().Select(t => (Clue.ReplyAddress, Ticket: t)).ToList();
        clues.AddRange(await Said(mail, db, stop));
        if (mail.Named is { Count: > 0 } named)
            clues.AddRange((await db.Tickets.Where(t => named.Contains(t.Reference)).Select(t => t.Id).ToListAsync(stop)).Select(t => (Clue.Subject, t)));
        return clues.Count == 0 ? [] : await WhoWrites([.. clues.Distinct()], mail.Writer, db, stop);
    }

    /// <summary>By the ids of messages that we sent or got.</summary>
    private async Task<IEnumerable<(Clue, TicketId)>> Said(IncomingMail mail, LupausDb db, CancellationToken stop)
    {
        string[] ids = [.. mail.Answers.Concat(mail.Thread).Distinct()];
        if (ids.Length == 0)
            return [];
        var sent = await db.Outbox.Where(o => ids.Contains(o.InternetMessageId) && o.TicketId != null).Select(o => new { Id = o.InternetMessageId, Ticket = o.TicketId!.Value }).ToListAsync(stop);
        var heard = await db.ReceivedMails.Where(m => ids.Contains(m.InternetMessageId!) && m.TicketId != null).Select(m => new { Id = m.InternetMessageId!, Ticket = m.TicketId!.Value }).ToListAsync(stop);
        var theirs = new List<(string Id, TicketId Ticket)>();
        foreach (var room in rooms)
            theirs.AddRange(await room.Of(ids, db, stop));
        var known = sent.Concat(heard).Select(k => (k.Id, k.Ticket)).Concat(theirs).ToLookup(k => k.Id, k => k.Ticket);
        return mail.Answers.SelectMany(id => known[id].Select(t => (Clue.InReplyTo, t))).Concat(mail.Thread.SelectMany(id => known[id].Select(t => (Clue.References, t))));
    }

    private static async Task<IReadOnlyList<Pointer>> WhoWrites((Clue Clue, TicketId Ticket)[] clues, EmailAddress? writer, LupausDb db, CancellationToken stop)
    {
        var (ids, address) = (clues.Select(c => c.Ticket).Distinct().ToArray(), writer?.Value);
        var whole = await db.Tickets.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, Whole = t.MergedIntoId ?? t.Id }).ToDictionaryAsync(t => t.Id, t => t.Whole, stop);
        TicketId[] wholes = [.. whole.Values.Distinct()];
        var theirs = db.Contacts.Where(c => c.Kind == ContactKind.Email && c.Value == address).Select(c => c.PersonId);
        var found = await db.Tickets.Where(t => wholes.Contains(t.Id)).Select(t => new
        {
            t.Id,
            IsOpen = t.Closure == null,
            IsCustomer = theirs.Contains(t.CustomerId),
            TakesPart = db.Participants.Any(p => p.TicketId == t.Id && (theirs.Contains(p.PersonId) || p.Email == writer)),
            IsColleague = db.People.Any(c => c.Id == t.CustomerId && c.OrganisationId != null && db.People.Any(w => theirs.Contains(w.Id) && w.OrganisationId == c.OrganisationId)),
        }).ToDictionaryAsync(t => t.Id, stop);
        return [.. clues.Where(c => whole.ContainsKey(c.Ticket)).Select(c => (c.Clue, Known: found[whole[c.Ticket]]))
            .Select(c => new Pointer(c.Clue, c.Known.Id,
                c.Known.IsCustomer ? Standing.Customer : c.Known.TakesPart ? Standing.Participant : c.Known.IsColleague ? Standing.Colleague : Standing.Stranger, c.Known.IsOpen))];
    }
}
