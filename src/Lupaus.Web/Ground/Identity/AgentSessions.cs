using System.Collections.Concurrent;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>What a session is measured against: who the agent is now, and the stamp of what lets them in.</summary>
public sealed record AgentNow(string Stamp, string Name, Role Role, LanguageCode Language);

/// <summary>
/// Who may be signed in at this moment. Every request asks, so the answer is remembered for a few seconds; on this node
/// any news about us makes it forgotten at once.
/// </summary>
public sealed class AgentSessions
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<AgentId, Known> known = new();
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;

    public AgentSessions(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<AboutUs>(known.Clear);
    }

    /// <summary>Null when they don't work here, or when the session was begun with a stamp that no longer holds.</summary>
    public async ValueTask<AgentNow?> Of(AgentId agent, string? stamp, CancellationToken stop)
    {
        if (known.TryGetValue(agent, out var fresh) && clock.GetElapsedTime(fresh.ReadAt) < Moment && fresh.Now.Stamp == stamp)
            return fresh.Now;
        if (await Read(agent, stop) is not { } now)
        {
            known.TryRemove(agent, out _);
            return null;
        }
        known[agent] = new Known(now, clock.GetTimestamp());
        return now.Stamp == stamp ? now : null;
    }

    private async Task<AgentNow?> Read(AgentId id, CancellationToken stop)
    {
        var login = id.Value;
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Agents.AsNoTracking().Where(a => a.Id == id && a.Activity != null)
            .SelectMany(_ => db.Users.Where(l => l.Id == login), (a, l) => new AgentNow(l.SecurityStamp!, a.Name, a.Role, a.DeskLanguage))
            .FirstOrDefaultAsync(stop);
    }

    private sealed record Known(AgentNow Now, long ReadAt);
}
