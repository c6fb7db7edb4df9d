using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Core.Outbox;

/// <summary>The live promise refers to the outbox entry that told it.</summary>
public sealed class WhenPromiseMade : IListener<PromiseMade>
{
    public Task Hear(PromiseMade fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Promise?.ToldIn == fact.ToldIn || e.Entity.PromiseEnds.Any(p => p.ToldIn == fact.ToldIn));
        ticket.Property(TicketMap.LiveToldIn).CurrentValue = ticket.Entity.Promise?.ToldIn;
        return Task.CompletedTask;
    }
}

public sealed class WhenTicketClosed : IListener<TicketClosed>
{
    public Task Hear(TicketClosed fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        foreach (var ticket in db.ChangeTracker.Entries<Ticket>().Where(e => !e.Entity.IsOpen).ToArray())
        {
            ticket.Property(TicketMap.LiveToldIn).CurrentValue = null;
            ticket.Entity.NeedsNoReaching(Actor.Lupaus, happening.At);
        }
        return Task.CompletedTask;
    }
}
