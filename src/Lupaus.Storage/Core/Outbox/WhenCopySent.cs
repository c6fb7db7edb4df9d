using Lupaus.Core.Links;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Outbox;

/// <summary>
/// Whoever takes part gets a letter of their own with a link of their own, in the transaction that decided it; and when
/// they take part no more, neither what waits is sent nor a link of theirs opens.
/// </summary>
public sealed class WhenCopySent : IListener<CopySent>, IListener<ParticipantLeft>
{
    public async Task Hear(CopySent fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var message = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message).Entity;
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == message.TicketId).Entity;
        var company = await db.Companies.Local.FirstOrDefaultOr(() => db.Companies.SingleAsync(stop));
        var link = new CustomerLink(ticket.Id, fact.Person, happening.At, takesPart: true);
        db.CustomerLinks.Add(link);
        db.Outbox.Add(OutboxEntry.OfCopy(message.Id, ticket.Id, ticket.Participating(fact.Person)!.Email, link.Id, company.Email.Value.Split('@')[1], happening.At));
    }

    public async Task Hear(ParticipantLeft fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var left = db.ChangeTracker.Entries<Participant>().Where(e => e.State == EntityState.Deleted && e.Entity.PersonId == fact.Person).Select(e => e.Entity.TicketId).ToArray();
        var links = await db.CustomerLinks.Where(l => l.PersonId == fact.Person && l.TakesPart && l.RevokedAt == null
            && (left.Contains(l.TicketId) || db.Tickets.Any(t => t.Id == l.TicketId && t.MergedIntoId != null && left.Contains(t.MergedIntoId!.Value)))).ToListAsync(stop);
        foreach (var link in links)
            link.Revoke(happening.At);
        LinkId?[] theirs = [.. links.Select(l => (LinkId?)l.Id)];
        foreach (var copy in await db.Outbox.Where(o => o.Letter == Letter.Copy && o.State == Dispatch.Waiting && theirs.Contains(o.LinkId)).ToListAsync(stop))
            copy.Supersede(happening.At);
    }
}
