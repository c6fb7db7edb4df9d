using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Discrepancies;

/// <summary>
/// The names by which records have been called lately: offered where one is asked for, so that the same system is
/// called the same. Remembered for a moment, since every ticket's page offers them.
/// </summary>
public sealed class KnownSystems
{
    private const int Latest = 300;
    private const int Most = 20;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(30);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public KnownSystems(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<ObstacleRaised>(() => known = null);
        news.Follow<ObstacleSettled>(() => known = null);
    }

    public async Task<IReadOnlyList<string>> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Names;
        await using var db = await databases.CreateDbContextAsync(stop);
        var latest = await db.Obstacles.Where(o => o.Kind == ObstacleKind.Discrepancy && o.RecordSource != null && o.RecordSource != "")
            .OrderByDescending(o => o.Id).Take(Latest).Select(o => new { Name = o.RecordSource!, Key = o.RecordSourceKey }).ToListAsync(stop);
        known = new Known([.. latest.GroupBy(o => o.Key).OrderByDescending(g => g.Count()).Take(Most).Select(g => g.First().Name)], clock.GetTimestamp());
        return known.Names;
    }

    private sealed record Known(IReadOnlyList<string> Names, long ReadAt);
}
