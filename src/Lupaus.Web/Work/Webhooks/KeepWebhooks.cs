using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>Makes and changes webhooks. A secret is shown when it is made, and nobody can show it again.</summary>
public sealed class KeepWebhooks(Changes changes, IDataProtectionProvider protection, SendWebhooksBell bell, Settings settings, TimeProvider clock)
{
    internal const string Purpose = "webhooks";

    public Task<(WebhookId Id, WebhookSecret Secret)> Make(WishedWebhook wish, Actor by, CancellationToken stop) => changes.Make(async db =>
    {
        (await db.Webhooks.CountAsync(w => w.DroppedAt == null, stop) >= Webhook.Most ? Refusal.Because("webhook.many").With("limit", Webhook.Most) : null).StopIfAny();
        var (secret, hidden) = NewSecret();
        var webhook = Webhook.Make(wish, hidden, settings.PrivateWebhooks, by, clock.Now());
        db.Webhooks.Add(webhook);
        return (webhook.Id, secret);
    }, stop);

    public Task Change(WebhookId id, WishedWebhook wish, Actor by, CancellationToken stop) => With(id, (webhook, now) => webhook.Become(wish, settings.PrivateWebhooks, by, now), stop);

    /// <summary>The old one goes on signing beside the new one for a day.</summary>
    public async Task<WebhookSecret> ChangeSecret(WebhookId id, Actor by, CancellationToken stop)
    {
        var (secret, hidden) = NewSecret();
        await With(id, (webhook, now) => webhook.ChangeSecret(hidden, by, now), stop);
        return secret;
    }

    public Task Stop(WebhookId id, Actor by, CancellationToken stop) => With(id, (webhook, now) => webhook.Stop(WhyStopped.ByUs, by, now), stop);

    /// <summary>What had been waiting goes out now.</summary>
    public Task Resume(WebhookId id, Actor by, CancellationToken stop) => With(id, (webhook, now) => webhook.Resume(by, now), stop);

    public Task Drop(WebhookId id, Actor by, CancellationToken stop) => With(id, (webhook, now) => webhook.Drop(by, now), stop);

    /// <summary>Sends something that is about nothing, to see whether it arrives.</summary>
    public async Task Test(WebhookId id, CancellationToken stop)
    {
        await changes.Make(async db =>
        {
            WhyNotCall(await db.Webhooks.One(id, stop)).StopIfAny();
            db.WebhookDeliveries.Add(WebhookDelivery.Of(id, null, WebhooksRoom.Test, clock.Now()));
        }, stop);
        bell.Ring();
    }

    public async Task SendAgain(WebhookId id, DeliveryId delivery, CancellationToken stop)
    {
        await changes.Make(async db =>
        {
            WhyNotCall(await db.Webhooks.One(id, stop)).StopIfAny();
            var again = await db.WebhookDeliveries.FirstOrDefaultAsync(d => d.Id == delivery && d.WebhookId == id, stop) ?? throw new RuleBroken(Refusal.Because("webhook.delivery.unknown"));
            again.SendAgain(clock.Now());
        }, stop);
        bell.Ring();
    }

    private static Refusal? WhyNotCall(Webhook webhook) => webhook.WhyNotUse() ?? (webhook.IsOn ? null : Refusal.Because("webhook.stopped"));

    private async Task With(WebhookId id, Action<Webhook, DateTimeOffset> change, CancellationToken stop)
    {
        await changes.Make(async db => change(await db.Webhooks.One(id, stop), clock.Now()), stop);
        bell.Ring();
    }

    private (WebhookSecret Secret, string Hidden) NewSecret()
    {
        var secret = WebhookSecret.New();
        return (secret, protection.CreateProtector(Purpose).Protect(secret.Value));
    }
}

internal static class WebhooksStored
{
    public static async Task<Webhook> One(this DbSet<Webhook> webhooks, WebhookId id, CancellationToken stop) =>
        await webhooks.FirstOrDefaultAsync(w => w.Id == id && w.DroppedAt == null, stop) ?? throw new RuleBroken(Refusal.Because("webhook.unknown"));
}
