using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

internal static class Heirs
{
    /// <summary>
    /// Who goes on when somebody can't: their stand-in, else the duty agent; and when they are the duty agent
    /// themselves, another who is here, admins first. Null when there is nobody else.
    /// </summary>
    /// <param name="requester">Who asks it, where one of ours does: another than they goes on.</param>
    public static async Task<AgentId?> HeirOf(this LupausDb db, AgentId from, AgentId? standIn, DateTimeOffset now, CancellationToken stop, AgentId? requester = null)
    {
        var others = await db.Agents.AsNoTracking().Where(a => a.Activity != null && a.Id != from && a.Id != requester).Select(a => new
        {
            a.Id,
            a.Role,
            a.StandInId,
            IsAway = db.Absences.Any(away => away.AgentId == a.Id && away.From <= now && (away.Until == null || away.Until > now)),
            Duty = db.Companies.Select(c => c.DutyAgentId).First(),
        }).ToListAsync(stop);
        if (others.Count == 0)
            return null;
        var candidates = others.Select(a => new Candidate(a.Id, IsAble: true, IsOnDuty: true, a.IsAway, OpenTickets: 0, a.StandInId)).ToArray();

        var heir = OwnerChoice.Instead(candidates, from, standIn, others[0].Duty, OwnerReason.OwnerLeft).Agent;
        return heir != from && heir != requester ? heir : others.OrderBy(a => a.IsAway).ThenByDescending(a => a.Role).ThenBy(a => a.Id.Value).First().Id;
    }

    public static Task<int> OtherAdmins(this LupausDb db, AgentId than, CancellationToken stop) =>
        db.Agents.CountAsync(a => a.Id != than && a.Role == Role.Admin && a.Activity != null, stop);

    public static async Task<Agent> One(this DbSet<Agent> agents, AgentId id, CancellationToken stop) =>
        await agents.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("agent.unknown"));
}
