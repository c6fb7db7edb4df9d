using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Outbox;

/// <summary>
/// Two matters go on as one, and one message says so: what is still held back of the merged one's receipts is needless,
/// since its promise is told anew.
/// </summary>
public sealed class WhenTicketMerged : IListener<TicketMerged>
{
    public async Task Hear(TicketMerged fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var merged = db.ChangeTracker.Entries<Ticket>().Select(e => e.Entity).Where(t => t.MergedIntoId == fact.Into).Select(t => (TicketId?)t.Id).ToArray();
        var held = await db.Outbox.Where(o => merged.Contains(o.TicketId) && o.IsReceipt && o.State == Dispatch.Waiting).ToListAsync(stop);
        foreach (var receipt in held)
            receipt.Supersede(happening.At);
    }
}
