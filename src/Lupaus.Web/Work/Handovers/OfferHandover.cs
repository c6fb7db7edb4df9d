using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>A colleague is asked to go on with a ticket. Until they accept, its owner and its promise stay as they are.</summary>
public sealed class OfferHandover(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, AgentId to, Briefing words, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        (await db.WhyNotReceive(to, now, stop)).StopIfAny();
        db.Handovers.Add(ticket.Offer(to, words, by, await db.IsLead(by, stop), now));
        db.Remember(source, id, now);
    }, stop);
}
