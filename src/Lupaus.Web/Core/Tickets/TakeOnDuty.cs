using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>What a ticket is to owe: what, by whom, by when, and whether the customer has been told.</summary>
public sealed record NewDuty(string What, AgentId Doer, DateTimeOffset Due, bool IsTold);

/// <summary>The ticket owes something more; its doer is somebody who works here.</summary>
public sealed class TakeOnDuty(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, NewDuty duty, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        (await db.ActiveAgents.AnyAsync(a => a.AgentId == duty.Doer, stop) ? null : Refusal.Because("duty.doer")).StopIfAny();
        var now = clock.Now();
        (await db.Tickets.One(id, stop)).TakeOn(duty.What, duty.Doer, duty.Due, duty.IsTold, by, now);
        db.Remember(source, id, now);
    }, stop);
}
