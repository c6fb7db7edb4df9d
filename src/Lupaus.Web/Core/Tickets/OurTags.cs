using System.Collections.Frozen;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>All tags by id, remembered for a moment, since every list names some of them.</summary>
public sealed class OurTags
{
    /// <summary>A house that has more tags than this has none.</summary>
    public const int Most = 2000;

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public OurTags(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<TagAdded>(() => known = null);
    }

    public async Task<FrozenDictionary<TagId, string>> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.All;
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Tags.AsNoTracking().OrderBy(t => t.Id).Take(Most).ToListAsync(stop);
        known = new Known(all.ToFrozenDictionary(t => t.Id, t => t.Name), clock.GetTimestamp());
        return known.All;
    }

    private sealed record Known(FrozenDictionary<TagId, string> All, long ReadAt);
}
