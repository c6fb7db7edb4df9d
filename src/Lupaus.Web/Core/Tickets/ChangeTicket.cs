using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Core.Tickets;

/// <summary>One small change of one ticket, said to it in its own verbs: set the deadline, name the goal, take on a duty.</summary>
public sealed class ChangeTicket(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, Source? source, Action<Ticket, DateTimeOffset> change, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        change(await db.Tickets.One(id, stop), now);
        db.Remember(source, id, now);
    }, stop);

    public Task For(TicketId id, Action<Ticket, DateTimeOffset> change, CancellationToken stop) => For(id, null, change, stop);
}
