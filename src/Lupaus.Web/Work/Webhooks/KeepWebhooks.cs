using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>Makes and changes webhooks. A secret is shown when it is made, and nobody can show it again.</summary>
public sealed class KeepWebhooks(Changes changes, IDataProtectionProvider protection, SendWebhooksBell bell, Settings settings, TimeProvider clock)
{
    internal const string Purpose = "webhooks";

    public async Task<(WebhookId Id, WebhookSecret Secret)> Make(WishedWebhook wish, Actor by, CancellationToken stop)
    {
        var (id, secret) = await Make(wish, by, null, stop);
        return (id, secret!);
    }

    /// <summary>Without the secret where it was made under this source before.</summary>
    public Task<(WebhookId Id, WebhookSecret? Secret)> Make(WishedWebhook wish, Actor by, Source? source, CancellationToken stop) => changes.Make<(WebhookId Id, WebhookSecret? Secret)>(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return (await Made(wish, db, stop), null);
        var now = clock.Now();
        (await db.Webhooks.CountAsync(w => w.DroppedAt == null, stop) >= Webhook.Most ? Refusal.Because("webhook.many").With("limit", Webhook.Most) : null).StopIfAny();
        var (secret, hidden) = NewSecret();
        var webhook = Webhook.Make(wish, hidden, settings.PrivateWebhooks, by, now);
        db.Webhooks.Add(webhook);
        db.Remember(source, null, now);
        return (webhook.Id, secret);
    }, stop);

    public Task Change(WebhookId id, WishedWebhook wish, Actor by, CancellationToken stop, Source? source = null) =>
        With(id, (webhook, now) => webhook.Become(wish, settings.PrivateWebhooks, by, now), source, stop);

    /// <summary>The old one goes on signing beside the new one for a day.</summary>
    public async Task<WebhookSecret> ChangeSecret(WebhookId id, Actor by, CancellationToken stop) => (await ChangeSecret(id, by, null, stop))!;

    /// <summary>Null where it was changed under this source before.</summary>
    public async Task<WebhookSecret?> ChangeSecret(WebhookId id, Actor by, Source? source, CancellationToken stop)
    {
        var (secret, hidden) = NewSecret();
        return await With(id, (webhook, now) => webhook.ChangeSecret(hidden, by, now), source, stop) ? secret : null;
    }

    public Task Stop(WebhookId id, Actor by, CancellationToken stop, Source? source = null) => With(id, (webhook, now) => webhook.Stop(WhyStopped.ByUs, by, now), source, stop);

    /// <summary>What had been waiting goes out now.</summary>
    public Task Resume(WebhookId id, Actor by, CancellationToken stop, Source? source = null) => With(id, (webhook, now) => webhook.Resume(by, now), source, stop);

    public Task Drop(WebhookId id, Actor by, CancellationToken stop, Source? source = null) => With(id, (webhook, now) => webhook.Drop(by, now), source, stop);

    /// <summary>Sends something that is about nothing, to see whether it arrives.</summary>
    public async Task Test(WebhookId id, CancellationToken stop, Source? source = null)
    {
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            WhyNotCall(await db.Webhooks.One(id, stop)).StopIfAny();
            db.WebhookDeliveries.Add(WebhookDelivery.Of(id, null, WebhooksRoom.Test, now));
            db.Remember(source, null, now);
        }, stop);
        bell.Ring();
    }

    public async Task SendAgain(WebhookId id, DeliveryId delivery, CancellationToken stop, Source? source = null)
    {
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            WhyNotCall(await db.Webhooks.One(id, stop)).StopIfAny();
            var again = await db.WebhookDeliveries.FirstOrDefaultAsync(d => d.Id == delivery && d.WebhookId == id, stop) ?? throw new RuleBroken(Refusal.Because("webhook.delivery.unknown"));
            again.SendAgain(now);
            db.Remember(source, null, now);
        }, stop);
        bell.Ring();
    }

    private static Refusal? WhyNotCall(Webhook webhook) => webhook.WhyNotUse() ?? (webhook.IsOn ? null : Refusal.Because("webhook.stopped"));

    /// <summary>Whether it was done now, and not before under the same source.</summary>
    private async Task<bool> With(WebhookId id, Action<Webhook, DateTimeOffset> change, Source? source, CancellationToken stop)
    {
        var isNew = await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return false;
            var now = clock.Now();
            change(await db.Webhooks.One(id, stop), now);
            db.Remember(source, null, now);
            return true;
        }, stop);
        bell.Ring();
        return isNew;
    }

    private static async Task<WebhookId> Made(WishedWebhook wish, LupausDb db, CancellationToken stop)
    {
        var (name, url) = (wish.Name.OneLine(), wish.Url.Trim());
        return await db.Webhooks.Where(w => w.Name == name && w.Url == url && w.DroppedAt == null).OrderByDescending(w => w.Id).Select(w => (WebhookId?)w.Id).FirstOrDefaultAsync(stop)
            ?? throw new RuleBroken(Refusal.Because("webhook.unknown"));
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
