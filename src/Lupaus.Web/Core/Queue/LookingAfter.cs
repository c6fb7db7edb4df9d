using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

public static class LookingAfter
{
    /// <summary>At this moment. Leads and admins are asked before others.</summary>
    public static async Task<StandIns> StandIns(this LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var absences = await db.Absences.At(now).OrderBy(a => a.Id).Select(a => new { a.AgentId, a.StandInId }).ToListAsync(stop);
        var away = absences.GroupBy(a => a.AgentId).ToDictionary(a => a.Key, a => a.First().StandInId);
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new { a.Id, a.Role, a.StandInId, Duty = db.Companies.Select(c => c.DutyAgentId).First() }).ToListAsync(stop);
        return new StandIns(
            agents.Where(a => away.ContainsKey(a.Id)).ToDictionary(a => a.Id, a => away[a.Id] ?? a.StandInId),
            agents.Select(a => a.Duty).FirstOrDefault(),
            [.. agents.Where(a => !away.ContainsKey(a.Id)).OrderByDescending(a => a.Role).ThenBy(a => a.Id.Value).Select(a => a.Id)]);
    }

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
