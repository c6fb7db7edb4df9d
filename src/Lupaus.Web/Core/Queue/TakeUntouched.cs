using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Core.Queue;

/// <summary>An agent takes one particular ticket that nobody has touched, before its turn and for a reason; its first reply will introduce them.</summary>
public sealed class TakeUntouched(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, AgentId by, OvertakeReason? reason, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Tickets.One(id, stop)).TakeBeforeItsTurn(by, reason, now);
        db.Remember(source, id, now);
    }, stop);
}
