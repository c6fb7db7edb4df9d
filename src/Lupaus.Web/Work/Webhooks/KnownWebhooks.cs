using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>A webhook as everybody names it, dropped ones too.</summary>
public sealed record KnownWebhook(WebhookId Id, string Name, bool IsOn, bool IsDropped, IReadOnlyList<TicketEvent> Events);

/// <summary>Remembered for a moment, since every change of a ticket asks who wants to hear of it.</summary>
public sealed class KnownWebhooks
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public KnownWebhooks(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async ValueTask<IReadOnlyList<KnownWebhook>> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.All;
        var readAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var all = await db.Webhooks.AsNoTracking().OrderBy(w => w.Id).ToListAsync(stop);
        known = new Known([.. all.Select(w => new KnownWebhook(w.Id, w.Name, w.IsOn, w.DroppedAt is not null, w.Events))], readAt);
        return known.All;
    }

    /// <summary>As far as is known at this moment, without asking.</summary>
    public bool SomebodyListens => known?.All.Any(w => w.IsOn && w.Events.Count > 0) == true;

    private sealed record Known(IReadOnlyList<KnownWebhook> All, long ReadAt);
}
