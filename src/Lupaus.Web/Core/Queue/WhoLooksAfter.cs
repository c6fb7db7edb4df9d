using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

public static class LookingAfter
{
    /// <summary>The owner; while they are away their stand-in, and where nobody is there to stand in the duty agent.</summary>
    public static async Task<Func<AgentId, AgentId>> WhoLooksAfter(this LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var away = await db.Absences.AsNoTracking().Where(a => a.From <= now && (a.Until == null || a.Until > now))
            .Join(db.Agents, a => a.AgentId, owner => owner.Id, (a, owner) => new { a.AgentId, StandIn = a.StandInId ?? owner.StandInId })
            .Select(a => new { a.AgentId, StandIn = db.Agents.Where(s => s.Id == a.StandIn && s.Activity != null).Select(s => (AgentId?)s.Id).FirstOrDefault() }).ToListAsync(stop);
        if (away.Count == 0)
            return owner => owner;
        var standIns = away.GroupBy(a => a.AgentId).ToDictionary(a => a.Key, a => a.First().StandIn);
        var duty = await db.DutyAgent(stop);
        return owner => !standIns.TryGetValue(owner, out var found) ? owner : found is { } standIn && !standIns.ContainsKey(standIn) ? standIn : duty;
    }

    /// <summary>Who hears what happens to a ticket. Who asks it doesn't stand in for its owner there.</summary>
    public static AgentId Of(this Func<AgentId, AgentId> looksAfter, Ticket ticket) =>
        looksAfter(ticket.OwnerId) is var agent && ticket.WhyNotOwn(agent) is null ? agent : ticket.OwnerId;

    public static Task<AgentId> DutyAgent(this LupausDb db, CancellationToken stop) => db.Companies.Select(c => c.DutyAgentId).FirstAsync(stop);
}
