using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Web.Core.Queue;
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
        var here = await db.Standings(now, stop);
        var others = here.All.Where(a => a.Id != from && a.Id != requester).ToArray();
        if (others.Length == 0)
            return null;
        var heir = here.StandIns().Without(from, standIn).For(from, requester);
        return heir != from && heir != requester ? heir : others.OrderByDescending(a => a.Role).ThenBy(a => a.Id.Value).First().Id;
    }

    public static Task<int> OtherAdmins(this LupausDb db, AgentId than, CancellationToken stop) =>
        db.Agents.CountAsync(a => a.Id != than && a.Role == Role.Admin && a.Activity != null, stop);

    public static async Task<Agent> One(this DbSet<Agent> agents, AgentId id, CancellationToken stop) =>
        await agents.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("agent.unknown"));
}
