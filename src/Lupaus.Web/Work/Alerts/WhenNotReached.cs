using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>The owner hears that words of ours didn't arrive, or that nobody knows whether they left, whoever they were for.</summary>
public sealed class WhenNotReached : IListener<NotReached>, IListener<LetterUnsure>
{
    public Task Hear(NotReached fact, Happening happening, LupausDb db, CancellationToken stop) => Tell(AlertKind.NotReached, fact.Message, _ => fact.Letter.Value, happening, db, stop);

    // By the ticket's version: the same letter may be sent again, and break off again.
    public Task Hear(LetterUnsure fact, Happening happening, LupausDb db, CancellationToken stop) => Tell(AlertKind.Unsure, fact.Message, ticket => ticket.Version, happening, db, stop);

    private static async Task Tell(AlertKind kind, MessageId message, Func<Ticket, long> what, Happening happening, LupausDb db, CancellationToken stop)
    {
        var at = await db.Messages.Where(m => m.Id == message).Join(db.Tickets, m => m.TicketId, t => t.Id, (m, t) => t.MergedIntoId ?? t.Id).FirstAsync(stop);
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == at).Entity;
        var agent = (await db.StandIns(happening.At, stop)).For(ticket);
        db.Alerts.Add(new Alert(agent, at, new Cause(kind, what(ticket), null), happening.At));
    }
}
