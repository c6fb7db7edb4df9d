using Lupaus.Care.Discrepancies;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Discrepancies;

/// <summary>Which settled discrepancies are meant: from the first moment to before the last, and of what kind.</summary>
public sealed record Among(DateTimeOffset From, DateTimeOffset To, DiscrepancyCause? Cause = null, string? System = null, WhichHolds? Holds = null);

/// <summary>What has been settled, and how many wait to be.</summary>
public sealed record CausesNow(Causes Causes, int Open);

/// <summary>A ticket behind a number.</summary>
/// <param name="At">When it was settled; when it was recorded, where it is open.</param>
public sealed record DiscrepancyRow(ObstacleId Id, Reference Reference, string Customer, string Subject, AgentId Owner, DateTimeOffset At, string? System, DiscrepancyCause? Cause, WhichHolds? Holds);

/// <summary>Newest first; and after which one the list goes on, null at its end.</summary>
public sealed record DiscrepancyPart(IReadOnlyList<DiscrepancyRow> Rows, ObstacleId? After);

/// <summary>Why the customer's word and the record differed, counted; and the tickets behind each number.</summary>
public sealed class CountCauses(IDbContextFactory<LupausDb> databases)
{
    public const int PartLength = 50;

    public async Task<CausesNow> Of(DateTimeOffset from, DateTimeOffset to, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var alike = await Settled(new Among(from, to), db)
            .GroupBy(o => new { o.RecordSource, o.RecordSourceKey, o.Cause, o.Holds })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var open = await db.Obstacles.CountAsync(o => o.Kind == ObstacleKind.Discrepancy && o.SettledAt == null, stop);
        return new CausesNow(Causes.Of([.. alike.Select(a => new Alike(a.Key.RecordSource!, a.Key.RecordSourceKey!, a.Key.Cause!.Value, a.Key.Holds!.Value, a.Count))]), open);
    }

    public async Task<DiscrepancyPart> Behind(Among among, long? after, int limit, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Part(Settled(among, db), after, limit, db, stop);
    }

    /// <summary>Those that nobody has settled yet.</summary>
    public async Task<DiscrepancyPart> Open(long? after, int limit, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Part(db.Obstacles.Where(o => o.Kind == ObstacleKind.Discrepancy && o.SettledAt == null), after, limit, db, stop);
    }

    private static IQueryable<Obstacle> Settled(Among among, LupausDb db)
    {
        var (from, to, key) = (among.From, among.To, among.System is { } system ? Obstacle.KeyOf(system) : null);
        var settled = db.Obstacles.AsNoTracking().Where(o => o.Kind == ObstacleKind.Discrepancy && o.SettledAt != null && o.SettledAt >= from && o.SettledAt < to);
        if (among.Cause is { } cause)
            settled = settled.Where(o => o.Cause == cause);
        if (key is not null)
            settled = settled.Where(o => o.RecordSourceKey == key);
        return among.Holds is { } holds ? settled.Where(o => o.Holds == holds) : settled;
    }

    /// <summary>In the order they were recorded, newest first: that order never changes under the reader.</summary>
    private static async Task<DiscrepancyPart> Part(IQueryable<Obstacle> those, long? after, int limit, LupausDb db, CancellationToken stop)
    {
        if (after is { } id)
        {
            var last = new ObstacleId(id);
            those = those.Where(o => o.Id < last);
        }
        // A join keeps no order, so it is put in order again here.
        var found = await those.OrderByDescending(o => o.Id).Take(limit + 1).Join(db.Tickets.IgnoreAutoIncludes(), o => o.TicketId, t => t.Id, (o, t) => new DiscrepancyRow(
            o.Id, t.Reference, db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(), t.Subject, t.OwnerId, o.SettledAt ?? o.RaisedAt, o.RecordSource, o.Cause, o.Holds)).ToListAsync(stop);
        DiscrepancyRow[] rows = [.. found.OrderByDescending(r => r.Id.Value).Take(limit)];
        return new DiscrepancyPart(rows, found.Count > limit ? rows[^1].Id : null);
    }
}
