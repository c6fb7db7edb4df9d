using Lupaus.Core.Outbox;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>Wakes the sender: something new is waiting.</summary>
public sealed class SendWebhooksBell : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);

    public void Ring()
    {
        lock (bell)
        {
            if (bell.CurrentCount == 0)
                bell.Release();
        }
    }

    public Task Wait(TimeSpan atMost, CancellationToken stop) => bell.WaitAsync(atMost, stop);

    public void Dispose() => bell.Dispose();
}

/// <summary>
/// Sends what waits for programs outside. Each delivery is claimed before it goes, so that two nodes don't both send it;
/// where one dies after sending, it goes once more under the same id, by which the receiver knows it.
/// </summary>
public sealed class SendWebhooks(
    IDbContextFactory<LupausDb> databases, Changes changes, WebhookPost post, WebhookLetter letter, IDataProtectionProvider protection, TimeProvider clock, ILogger<SendWebhooks> log)
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>What has been settled is kept so long, to be looked at and sent again.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>How many were tried. One slow receiver keeps only its own waiting.</summary>
    public async Task<int> Now(CancellationToken stop)
    {
        var ready = await Ready(stop);
        await Task.WhenAll(ready.GroupBy(r => r.Webhook).Select(async line =>
        {
            foreach (var (id, _) in line)
                await Try(id, stop);
        }));
        return ready.Count;
    }

    public Task<int> Forget(CancellationToken stop) => changes.Make(async db =>
    {
        var before = clock.Now() - Kept;
        var old = await db.WebhookDeliveries.Where(d => d.State != DeliveryState.Waiting && d.SettledAt < before).OrderBy(d => d.Id).Take(AtOnce * 5).ToListAsync(stop);
        var ids = old.Select(d => d.Id).ToArray();
        db.WebhookAttempts.RemoveRange(await db.WebhookAttempts.Where(a => ids.Contains(a.DeliveryId)).ToListAsync(stop));
        db.WebhookDeliveries.RemoveRange(old);
        return old.Count;
    }, stop);

    private async Task<List<(DeliveryId Id, WebhookId Webhook)>> Ready(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var ready = await db.WebhookDeliveries
            .Where(d => d.State == DeliveryState.Waiting && d.NotBefore <= now && (d.ClaimedUntil == null || d.ClaimedUntil <= now))
            .Where(d => db.Webhooks.Any(w => w.Id == d.WebhookId && w.StoppedAt == null && w.DroppedAt == null))
            .OrderBy(d => d.NotBefore).Take(AtOnce).Select(d => new { d.Id, d.WebhookId }).ToListAsync(stop);
        return [.. ready.Select(r => (r.Id, r.WebhookId))];
    }

    /// <summary>One that can't be sent for a reason of our own must not keep the others waiting; its claim runs out.</summary>
    private async Task Try(DeliveryId id, CancellationToken stop)
    {
        try
        {
            if (await Take(id, stop) is { } parcel)
                await Settle(id, await post.Carry(parcel, clock.Now(), stop), stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Webhook delivery {Delivery} could not be sent; it is tried again soon.", id.Value);
        }
    }

    private Task<WebhookParcel?> Take(DeliveryId id, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var delivery = await db.WebhookDeliveries.FirstAsync(d => d.Id == id, stop);
        var webhook = await db.Webhooks.AsNoTracking().FirstAsync(w => w.Id == delivery.WebhookId, stop);
        if (!delivery.MayBeTaken(now) || !webhook.IsOn)
            return null;
        delivery.Claim(now + Claim);
        if (delivery.Body is null)
            delivery.Says(await letter.Write(delivery, db, stop));
        var protector = protection.CreateProtector(KeepWebhooks.Purpose);
        return new WebhookParcel(id, webhook.Url, delivery.MessageId, delivery.Body!, [.. webhook.SecretsAt(now).Select(s => new WebhookSecret(protector.Unprotect(s)))]);
    }, stop);

    private Task Settle(DeliveryId id, WebhookAnswer answer, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var delivery = await db.WebhookDeliveries.FirstAsync(d => d.Id == id, stop);
        var webhook = await db.Webhooks.FirstAsync(w => w.Id == delivery.WebhookId, stop);
        var attempt = new WebhookAttempt(id, now, answer.Status, answer.Took, answer.Words);
        db.WebhookAttempts.Add(attempt);
        if (attempt.HasArrived)
        {
            delivery.Arrived(now);
            webhook.Arrived();
            return;
        }
        delivery.Failed(Random.Shared.NextDouble(), now);
        var isLost = webhook.Failed(now);
        if (!webhook.IsOn || !(isLost || answer.Status == StatusCodes.Status410Gone))
            return;
        webhook.Stop(isLost ? WhyStopped.Failing : WhyStopped.Gone, Actor.Lupaus, now);
        var domain = (await db.Companies.AsNoTracking().FirstAsync(stop)).Email.Value.Split('@')[1];
        foreach (var admin in await db.Agents.AsNoTracking().Where(a => a.Activity != null && a.Role == Role.Admin).Select(a => new { a.Id, a.Email }).ToListAsync(stop))
            db.Outbox.Add(OutboxEntry.OfAlert(Letter.WebhookStopped, admin.Id, admin.Email, null, webhook.Name, domain, now));
    }, stop);
}
