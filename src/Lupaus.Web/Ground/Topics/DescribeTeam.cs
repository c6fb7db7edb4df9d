using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Topics;

/// <summary>Another name, other hours or other members for a team. Promises that are made already stand as they are.</summary>
public sealed class DescribeTeam(Changes changes, TimeProvider clock)
{
    /// <param name="name">As it is when nothing is given.</param>
    /// <param name="hours">As they are when nothing is given.</param>
    /// <param name="members">As they are when nothing is given.</param>
    public Task As(TeamId id, string? name, WeeklyHours? hours, IReadOnlyCollection<AgentId>? members, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var team = await db.Teams.FirstOrDefaultAsync(t => t.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("team.unknown"));
        team.Become(name ?? team.Name, hours ?? team.Hours, by, clock.Now());
        if (members is null)
            return;
        foreach (var left in team.Members.Select(m => m.AgentId).Except(members).ToArray())
            team.Leaves(left);
        foreach (var joins in await db.Agents.Where(a => members.Contains(a.Id)).Select(a => a.Id).ToListAsync(stop))
            team.Joins(joins);
    }, stop);
}
