using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>The owner hears that words of ours didn't arrive, whoever they were for.</summary>
public sealed class WhenNotReached : IListener<NotReached>
{
    public async Task Hear(NotReached fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var at = await db.Messages.Where(m => m.Id == fact.Message).Join(db.Tickets, m => m.TicketId, t => t.Id, (m, t) => t.MergedIntoId ?? t.Id).FirstAsync(stop);
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == at).Entity;
        var agent = (await db.WhoLooksAfter(happening.At, stop))(ticket.OwnerId);
        db.Alerts.Add(new Alert(agent, at, new Cause(AlertKind.NotReached, fact.Letter.Value, null), happening.At));
    }
}
