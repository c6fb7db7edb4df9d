using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>
/// All open tickets of one agent become another's; what that one asks themselves, somebody else's. Promises stand; customers
/// who have heard from us hear who goes on.
/// </summary>
public sealed class PassOn(Telling telling)
{
    public async Task All(AgentId from, Agent heir, AgentId? standIn, OwnerReason why, CompanyNow company, LupausDb db, Actor by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var ticket in await db.Tickets.OwnedBy(from).ToListAsync(stop))
            if (await HeirTo(ticket, heir, standIn, why, db, now, stop) is { } to)
                ticket.PassTo(to.Id, why, ticket.IsUntouched ? null : telling.TakesOver(company, ticket.Language, to, ticket.Promise!, now), by, now);
    }

    /// <summary>Their word and their tasks on colleagues' tickets: the owners answer for them from now on; what an owner asked of them, their heir does.</summary>
    public static async Task Elsewhere(AgentId from, AgentId heir, LupausDb db, Actor by, DateTimeOffset now, CancellationToken stop)
    {
        var owing = await db.Tickets.Where(t => t.Closure == null && t.OwnerId != from)
            .Where(t => t.Promise!.Promiser == from || t.Duties.Any(d => d.Doer == from && d.DoneAt == null)).ToListAsync(stop);
        foreach (var ticket in owing)
        {
            ticket.PromiserLeaves(from, by, now);
            ticket.DoerLeaves(from, heir, by, now);
        }
    }

    /// <summary>Where nobody is left but the one who asks: whoever is away keeps it, and nobody leaves before it is answered.</summary>
    private static async Task<Agent?> HeirTo(Ticket ticket, Agent heir, AgentId? standIn, OwnerReason why, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (ticket.WhyNotOwn(heir.Id) is null)
            return heir;
        if (await db.HeirOf(ticket.OwnerId, standIn, now, stop, ticket.RequesterId) is { } another)
            return await db.Agents.One(another, stop);
        (why == OwnerReason.OwnerLeft ? Refusal.Because("people.request").With("reference", ticket.Reference.Value) : null).StopIfAny();
        return null;
    }
}
