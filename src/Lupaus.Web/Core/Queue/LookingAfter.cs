using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>One of ours, as the choice of who looks after something sees them.</summary>
public sealed record Standing(AgentId Id, Role Role, bool IsAway, AgentId? StandIn)
{
    /// <param name="absences">Who stands in, in each absence that covers the moment.</param>
    public static Standing Of(AgentId id, Role role, AgentId? usual, IEnumerable<AgentId?> absences) =>
        absences.ToArray() is [var standIn, ..] ? new(id, role, IsAway: true, standIn ?? usual) : new(id, role, IsAway: false, usual);
}

/// <summary>All who work here at one moment.</summary>
public sealed record Standings(IReadOnlyList<Standing> All, AgentId DutyAgent)
{
    /// <summary>Leads and admins are asked before others.</summary>
    public StandIns StandIns() => new(
        All.Where(a => a.IsAway).ToDictionary(a => a.Id, a => a.StandIn), DutyAgent,
        [.. All.Where(a => !a.IsAway).OrderByDescending(a => a.Role).ThenBy(a => a.Id.Value).Select(a => a.Id)]);
}

public static class LookingAfter
{
    public static async Task<Standings> Standings(this LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var absences = db.Absences.At(now);
        var all = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new
        {
            a.Id,
            a.Role,
            a.StandInId,
            Away = absences.Where(x => x.AgentId == a.Id).OrderBy(x => x.Id).Select(x => new { x.StandInId }).ToList(),
            Duty = db.Companies.Select(c => c.DutyAgentId).First(),
        }).ToListAsync(stop);
        return new Standings([.. all.Select(a => Standing.Of(a.Id, a.Role, a.StandInId, a.Away.Select(x => x.StandInId)))], all.Select(a => a.Duty).FirstOrDefault());
    }

    public static async Task<StandIns> StandIns(this LupausDb db, DateTimeOffset now, CancellationToken stop) => (await db.Standings(now, stop)).StandIns();

    /// <summary>Who looks after a ticket, and hears what happens to it.</summary>
    public static AgentId For(this StandIns standIns, Ticket ticket) => standIns.For(ticket.OwnerId, ticket.RequesterId);

    /// <summary>The open tickets this agent looks after now, but for what waits aside: their own, and those of colleagues who are away. Nobody looks after what they ask themselves.</summary>
    public static async Task<IQueryable<Ticket>> LookedAfterBy(this LupausDb db, AgentId agent, DateTimeOffset now, CancellationToken stop)
    {
        var standIns = await db.StandIns(now, stop);
        AgentId?[] owners = [agent, .. standIns.Away.Where(owner => owner != agent && standIns.For(owner) == agent)];
        var besides = await AskedByStandIns(standIns, agent, db, stop);
        return besides.Length == 0
            ? db.Tickets.Where(t => owners.Contains(EF.Property<AgentId?>(t, TicketsStored.OpenOwner)) && t.AsideUntil == null && t.RequesterId != agent)
            : db.Tickets.Where(t => (owners.Contains(EF.Property<AgentId?>(t, TicketsStored.OpenOwner)) && t.AsideUntil == null && t.RequesterId != agent) || besides.Contains(t.Id));
    }

    /// <summary>What is asked by the very colleague who stands in for its owner: another looks after it.</summary>
    private static async Task<TicketId[]> AskedByStandIns(StandIns standIns, AgentId agent, LupausDb db, CancellationToken stop)
    {
        AgentId?[] away = [.. standIns.Away.Where(owner => owner != agent)];
        if (away.Length == 0)
            return [];
        var asked = await db.Tickets.Where(t => away.Contains(EF.Property<AgentId?>(t, TicketsStored.OpenOwner)) && t.RequesterId != null && t.AsideUntil == null)
            .Select(t => new { t.Id, t.OwnerId, t.RequesterId }).ToListAsync(stop);
        return [.. asked.Where(t => standIns.For(t.OwnerId) == t.RequesterId && standIns.For(t.OwnerId, t.RequesterId) == agent).Select(t => t.Id)];
    }
}
