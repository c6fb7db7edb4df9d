using System.Globalization;
using Lupaus.Ground.Api;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Work.Webhooks;

public sealed record WebhookWishJson(string? Name, string? Url, IReadOnlyList<TicketEvent>? Events);

/// <param name="Secret">Only in the answer that makes it, or that changes it.</param>
public sealed record WebhookJson(WebhookId Id, string Name, string Url, IReadOnlyList<TicketEvent> Events, bool IsOn, DateTimeOffset? FailingSince, string? Secret);

public sealed record DeliveryJson(DeliveryId Id, string WebhookId, string Type, string? Ticket, DateTimeOffset At, DeliveryState State, int Attempts, IReadOnlyList<AttemptJson> Log);

public sealed record AttemptJson(DateTimeOffset At, int? Status, int Milliseconds, string? Answer);

internal static class WebhooksApi
{
    private const string Area = "Webhooks";

    private static readonly string[] MayStop = ["webhook.name", "webhook.url", "webhook.https", "webhook.private"];

    private static object Example => new { name = "Kirjanpito", url = "https://hooks.example.com/lupaus", events = new[] { "arrived", "closed" } };

    public static void MapWebhooksApi(this RouteGroupBuilder api)
    {
        api.MapGet("/webhooks", async (WebhookLog webhooks, CancellationToken stop) => Api.Answer((await webhooks.All(stop)).Select(w => Json(w.Webhook)))).NeedsScope(ApiScope.Admin)
            .Told(Area, "List webhooks", "The addresses that hear what happens to tickets, the oldest first; never their secrets.").Gives<IReadOnlyList<WebhookJson>>();
        api.MapPost("/webhooks", Make).NeedsScope(ApiScope.Admin)
            .Told(Area, "Make a webhook", "What is sent to it is signed as Standard Webhooks 1.0 says. Without `events` only rules call it. `secret` is answered this once: asked for again under the same Idempotency-Key it is null, and a new one is got with `POST …/secret`.")
            .Takes<WebhookWishJson>(Example, "name", "url").Gives<WebhookJson>(201).ActsFor(AgentWanted.Maybe).MayRefuse([.. MayStop, "webhook.many"]);
        api.MapPost("/webhooks/{id}", Change).NeedsScope(ApiScope.Admin)
            .Told(Area, "Change it", "Its name, its address and all that it hears; the secret stays.").Takes<WebhookWishJson>(Example, "name", "url").Gives<WebhookJson>().ActsFor(AgentWanted.Maybe).MayRefuse([.. MayStop, "webhook.unknown"]);
        api.MapDelete("/webhooks/{id}", async (string id, ApiCaller caller, KeepWebhooks keep, CancellationToken stop) =>
        {
            await keep.Drop(Read(id), await By(caller, stop), stop, Once(caller, id, "drop"));
            return Results.NoContent();
        }).NeedsScope(ApiScope.Admin).Told(Area, "Delete it", "It hears nothing more, nor what was waiting for it.").GivesNothing().ActsFor(AgentWanted.Maybe).MayRefuse("webhook.unknown");
        api.MapPost("/webhooks/{id}/secret", async (string id, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop) =>
        {
            var secret = await keep.ChangeSecret(Read(id), await By(caller, stop), Once(caller, id, "secret"), stop);
            return Api.Answer(Json(await One(id, log, stop), secret));
        }).NeedsScope(ApiScope.Admin)
            .Told(Area, "Give it a new secret", "For a day the old one signs beside it. `secret` is answered this once: asked for again under the same Idempotency-Key it is null.").Gives<WebhookJson>().ActsFor(AgentWanted.Maybe).MayRefuse("webhook.unknown");
        api.MapPost("/webhooks/{id}/stop", (string id, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop) => Do(id, "stop", caller, keep.Stop, log, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "Stop it", "Nothing is sent to it until it is resumed.").Gives<WebhookJson>().ActsFor(AgentWanted.Maybe).MayRefuse("webhook.unknown");
        api.MapPost("/webhooks/{id}/resume", (string id, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop) => Do(id, "resume", caller, keep.Resume, log, stop)).NeedsScope(ApiScope.Admin)
            .Told(Area, "Resume it", "What had been waiting goes out now.").Gives<WebhookJson>().ActsFor(AgentWanted.Maybe).MayRefuse("webhook.unknown");
        api.MapPost("/webhooks/{id}/test", async (string id, ApiCaller caller, KeepWebhooks keep, CancellationToken stop) =>
        {
            await keep.Test(Read(id), stop, Once(caller, id, "test"));
            return Results.Accepted();
        }).NeedsScope(ApiScope.Admin)
            .Told(Area, "Send a test", "A message about nothing (`webhook.test`), to see whether it arrives: it stands among the deliveries.").GivesNothing(202).ActsFor(AgentWanted.Never).MayRefuse("webhook.unknown", "webhook.stopped");
        api.MapGet("/webhooks/{id}/deliveries", async (string id, WebhookLog log, CancellationToken stop) =>
            Api.Answer((await log.Of(Read(id), stop) ?? throw Unknown()).Deliveries.Select(Json))).NeedsScope(ApiScope.Admin)
            .Told(Area, "List deliveries", "The fifty newest, with what came of each attempt. `webhookId` is the message's own id, the same however often it is sent.").Gives<IReadOnlyList<DeliveryJson>>().MayRefuse("webhook.unknown");
        api.MapPost("/webhooks/{id}/deliveries/{delivery}/again", async (string id, string delivery, ApiCaller caller, KeepWebhooks keep, CancellationToken stop) =>
        {
            await keep.SendAgain(Read(id), DeliveryId.From(Number(delivery)), stop, Once(caller, id, $"again {Number(delivery)}"));
            return Results.Accepted();
        }).NeedsScope(ApiScope.Admin)
            .Told(Area, "Send it once more", "The very same message under the same id, whatever became of it before.").GivesNothing(202).ActsFor(AgentWanted.Never).MayRefuse("webhook.unknown", "webhook.delivery.unknown", "webhook.stopped");
    }

    private static async Task<IResult> Make(HttpContext context, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop)
    {
        var wish = await Wish(context);
        var (id, secret) = await keep.Make(wish, await By(caller, stop), caller.Once("webhook"), stop);
        return Api.Answer(Json((await log.Of(id, stop) ?? throw Unknown()).Webhook, secret), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(string id, HttpContext context, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop)
    {
        var wish = await Wish(context);
        await keep.Change(Read(id), wish, await By(caller, stop), stop, Once(caller, id, "change"));
        return Api.Answer(Json(await One(id, log, stop)));
    }

    private static async Task<IResult> Do(string id, string deed, ApiCaller caller, Func<WebhookId, Actor, CancellationToken, Source?, Task> what, WebhookLog log, CancellationToken stop)
    {
        await what(Read(id), await By(caller, stop), stop, Once(caller, id, deed));
        return Api.Answer(Json(await One(id, log, stop)));
    }

    private static Source? Once(ApiCaller caller, string id, string deed) => caller.Once($"webhook {Number(id)} {deed}");

    private static async Task<Webhook> One(string id, WebhookLog log, CancellationToken stop) => (await log.Of(Read(id), stop) ?? throw Unknown()).Webhook;

    private static async Task<WishedWebhook> Wish(HttpContext context)
    {
        var sent = await context.Body<WebhookWishJson>();
        return new WishedWebhook(sent.Name.Wanted("name"), sent.Url.Wanted("url"), sent.Events ?? []);
    }

    private static async Task<Actor> By(ApiCaller caller, CancellationToken stop) => await caller.Agent(stop) is { } agent ? agent : Actor.Lupaus;

    private static WebhookId Read(string id) => WebhookId.From(Number(id));

    private static long Number(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Unknown();

    private static ApiRefused Unknown() => new(StatusCodes.Status404NotFound, Refusal.Because("webhook.unknown"));

    private static WebhookJson Json(Webhook w) => Json(w, null);

    private static WebhookJson Json(Webhook w, WebhookSecret? secret) => new(w.Id, w.Name, w.Url, w.Events, w.IsOn, w.FailingSince, secret?.Value);

    private static DeliveryJson Json(DeliveryRow row) => new(
        row.Delivery.Id, row.Delivery.MessageId, row.Delivery.Type, row.Ticket?.Value, row.Delivery.At, row.Delivery.State, row.Delivery.Attempts,
        [.. row.Attempts.Select(a => new AttemptJson(a.At, a.Status, a.Milliseconds, a.Answer))]);
}
