using System.Collections.Concurrent;
using Lupaus.Core.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>The alerts somebody hasn't read, by ticket: remembered for a moment, since every page shows how many.</summary>
public sealed class UnreadAlerts
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<AgentId, (IReadOnlyDictionary<TicketId, int> Unread, long ReadAt)> known = new();
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;

    public UnreadAlerts(IDbContextFactory<LupausDb> databases, AlertBell bell, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        bell.Follow(agent => known.TryRemove(agent, out _), known.Clear);
    }

    public async ValueTask<int> Of(AgentId agent, CancellationToken stop) => (await ByTicket(agent, stop)).Values.Sum();

    public async ValueTask<bool> Has(AgentId agent, TicketId ticket, CancellationToken stop) => (await ByTicket(agent, stop)).ContainsKey(ticket);

    private async ValueTask<IReadOnlyDictionary<TicketId, int>> ByTicket(AgentId agent, CancellationToken stop)
    {
        if (known.TryGetValue(agent, out var fresh) && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Unread;
        var askedAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var unread = await db.Alerts.Where(a => a.AgentId == agent && a.ReadAt == null).GroupBy(a => a.TicketId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key ?? default, g => g.Count, stop);
        known[agent] = (unread, askedAt);
        return unread;
    }
}
