using System.Globalization;
using Lupaus.Ground.Api;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Work.Webhooks;

public sealed record WebhookWishJson(string? Name, string? Url, IReadOnlyList<TicketEvent>? Events);

/// <param name="Secret">Only in the answer that makes it.</param>
public sealed record WebhookJson(WebhookId Id, string Name, string Url, IReadOnlyList<TicketEvent> Events, bool IsOn, DateTimeOffset? FailingSince, string? Secret);

public sealed record DeliveryJson(DeliveryId Id, string WebhookId, string Type, string? Ticket, DateTimeOffset At, DeliveryState State, int Attempts, IReadOnlyList<AttemptJson> Log);

public sealed record AttemptJson(DateTimeOffset At, int? Status, int Milliseconds, string? Answer);

internal static class WebhooksApi
{
    public static void MapWebhooksApi(this RouteGroupBuilder api)
    {
        api.MapGet("/webhooks", async (WebhookLog webhooks, CancellationToken stop) => Api.Answer((await webhooks.All(stop)).Select(w => Json(w.Webhook)))).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks", Make).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks/{id}", Change).NeedsScope(ApiScope.Admin);
        api.MapDelete("/webhooks/{id}", async (string id, ApiCaller caller, KeepWebhooks keep, CancellationToken stop) =>
        {
            await keep.Drop(Read(id), await By(caller, stop), stop);
            return Results.NoContent();
        }).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks/{id}/secret", async (string id, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop) =>
        {
            var secret = await keep.ChangeSecret(Read(id), await By(caller, stop), stop);
            return Api.Answer(Json((await log.Of(Read(id), stop))!.Value.Webhook, secret));
        }).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks/{id}/stop", (string id, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop) => Do(id, caller, keep.Stop, log, stop)).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks/{id}/resume", (string id, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop) => Do(id, caller, keep.Resume, log, stop)).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks/{id}/test", async (string id, KeepWebhooks keep, CancellationToken stop) =>
        {
            await keep.Test(Read(id), stop);
            return Results.Accepted();
        }).NeedsScope(ApiScope.Admin);
        api.MapGet("/webhooks/{id}/deliveries", async (string id, WebhookLog log, CancellationToken stop) =>
            Api.Answer((await log.Of(Read(id), stop) ?? throw Unknown()).Deliveries.Select(Json))).NeedsScope(ApiScope.Admin);
        api.MapPost("/webhooks/{id}/deliveries/{delivery}/again", async (string id, string delivery, KeepWebhooks keep, CancellationToken stop) =>
        {
            await keep.SendAgain(Read(id), DeliveryId.From(Number(delivery)), stop);
            return Results.Accepted();
        }).NeedsScope(ApiScope.Admin);
    }

    private static async Task<IResult> Make(HttpContext context, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop)
    {
        var (id, secret) = await keep.Make(await Wish(context), await By(caller, stop), stop);
        return Api.Answer(Json((await log.Of(id, stop))!.Value.Webhook, secret), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Change(string id, HttpContext context, ApiCaller caller, KeepWebhooks keep, WebhookLog log, CancellationToken stop)
    {
        await keep.Change(Read(id), await Wish(context), await By(caller, stop), stop);
        return Api.Answer(Json((await log.Of(Read(id), stop))!.Value.Webhook));
    }

    private static async Task<IResult> Do(string id, ApiCaller caller, Func<WebhookId, Actor, CancellationToken, Task> what, WebhookLog log, CancellationToken stop)
    {
        await what(Read(id), await By(caller, stop), stop);
        return Api.Answer(Json((await log.Of(Read(id), stop))!.Value.Webhook));
    }

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
