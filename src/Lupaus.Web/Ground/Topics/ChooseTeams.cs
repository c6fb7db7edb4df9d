using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Topics;

/// <summary>Which teams somebody works in, and so which topics they are given.</summary>
public sealed class ChooseTeams(Changes changes, TimeProvider clock)
{
    public Task For(AgentId id, IReadOnlyCollection<TeamId> wished, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var agent = await db.Agents.FirstOrDefaultAsync(a => a.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("agent.unknown"));
        foreach (var team in await db.Teams.ToListAsync(stop))
        {
            if (wished.Contains(team.Id))
                team.Joins(id);
            else
                team.Leaves(id);
        }
        agent.ChoosesTeams(by, clock.Now());
    }, stop);
}
