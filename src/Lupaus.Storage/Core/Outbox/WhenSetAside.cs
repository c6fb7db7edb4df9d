using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Outbox;

/// <summary>Spam gets no word from us: what is still held back for it is needless.</summary>
public sealed class WhenSetAside : IListener<TicketClosed>
{
    public async Task Hear(TicketClosed fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        if (fact.How != HowClosed.NotService)
            return;
        var aside = db.ChangeTracker.Entries<Ticket>().Select(e => e.Entity).Where(t => t.Closure?.How == HowClosed.NotService && t.Closure.At == happening.At).Select(t => (TicketId?)t.Id).ToArray();
        var held = await db.Outbox.Where(o => aside.Contains(o.TicketId) && o.IsReceipt && o.State == Dispatch.Waiting).ToListAsync(stop);
        foreach (var receipt in held.Where(r => r.State == Dispatch.Waiting))
            receipt.Supersede(happening.At);
    }
}
