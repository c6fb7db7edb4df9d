using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>How many alerts somebody hasn't read: remembered for a moment, since every page shows it.</summary>
public sealed class UnreadAlerts
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<AgentId, (int Count, long ReadAt)> known = new();
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;

    public UnreadAlerts(IDbContextFactory<LupausDb> databases, AlertBell bell, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        bell.Follow(agent => known.TryRemove(agent, out _), known.Clear);
    }

    public async ValueTask<int> Of(AgentId agent, CancellationToken stop)
    {
        if (known.TryGetValue(agent, out var fresh) && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Count;
        var askedAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var count = await db.Alerts.CountAsync(a => a.AgentId == agent && a.ReadAt == null, stop);
        known[agent] = (count, askedAt);
        return count;
    }
}
