using Lupaus.Core.Outbox;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// An agent has rung a customer who left only a number, and told what we had to tell: this message, and what had been
/// waiting before it. What came later has still to be told.
/// </summary>
public sealed class MarkCalled(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, MessageId message, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var calls = await db.Outbox.Where(o => o.TicketId == id && o.Way == Way.Call).ToListAsync(stop);
        var last = calls.Find(c => c.Id == message) ?? throw new RuleBroken(Refusal.Because("desk.call.unknown"));
        if (last.State != Dispatch.Waiting)
            return;
        foreach (var call in calls.Where(c => c.State == Dispatch.Waiting && c.NotBefore <= now && c.Id.Value <= message.Value))
            call.Sent(now);
        (await db.Tickets.One(id, stop)).ToldByPhone(message, by, now);
        db.Remember(source, id, now);
    }, stop);
}
