using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>A webhook with how it goes.</summary>
public sealed record WebhookRow(Webhook Webhook, DateTimeOffset? LastArrivedAt, int Waiting);

public sealed record DeliveryRow(WebhookDelivery Delivery, Reference? Ticket, IReadOnlyList<WebhookAttempt> Attempts);

/// <summary>What was sent where, and how it went.</summary>
public sealed class WebhookLog(IDbContextFactory<LupausDb> databases)
{
    public const int Shown = 50;

    public async Task<IReadOnlyList<WebhookRow>> All(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.Webhooks.AsNoTracking().Where(w => w.DroppedAt == null).OrderBy(w => w.Id).Take(Webhook.Most).Select(w => new
        {
            Webhook = w,
            Last = db.WebhookDeliveries.Where(d => d.WebhookId == w.Id && d.State == DeliveryState.Arrived).Max(d => d.SettledAt),
            Waiting = db.WebhookDeliveries.Count(d => d.WebhookId == w.Id && d.State == DeliveryState.Waiting),
        }).ToListAsync(stop);
        return [.. rows.Select(r => new WebhookRow(r.Webhook, r.Last, r.Waiting))];
    }

    /// <summary>Null when there is no such webhook.</summary>
    public async Task<(Webhook Webhook, IReadOnlyList<DeliveryRow> Deliveries)?> Of(WebhookId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Webhooks.AsNoTracking().FirstOrDefaultAsync(w => w.Id == id && w.DroppedAt == null, stop) is not { } webhook)
            return null;
        var deliveries = await db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == id).OrderByDescending(d => d.Id).Take(Shown)
            .Select(d => new { Delivery = d, Ticket = db.Tickets.Where(t => t.Id == d.TicketId).Select(t => (Reference?)t.Reference).FirstOrDefault() }).ToListAsync(stop);
        var ids = deliveries.Select(d => d.Delivery.Id).ToArray();
        var attempts = (await db.WebhookAttempts.AsNoTracking().Where(a => ids.Contains(a.DeliveryId)).OrderByDescending(a => a.Id).Take(Shown * 10).ToListAsync(stop)).ToLookup(a => a.DeliveryId);
        return (webhook, [.. deliveries.Select(d => new DeliveryRow(d.Delivery, d.Ticket, [.. attempts[d.Delivery.Id]]))]);
    }
}
