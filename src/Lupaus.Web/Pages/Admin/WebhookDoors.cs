using System.Globalization;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Webhooks;

namespace Lupaus.Web.Pages.Admin;

/// <summary>What was typed into a webhook's form, and why it could not be kept.</summary>
public sealed record WebhookDraft(IFormCollection? Typed, Refusal Refusal);

internal static class WebhookDoors
{
    public static void MapWebhooks(this IEndpointRouteBuilder admin)
    {
        var webhooks = admin.MapGroup("/webhooks");
        webhooks.MapGet("", (string? saved, WebhookLog log, CancellationToken stop) => List(log, null, saved, stop));
        webhooks.MapPost("", async (IFormCollection form, HttpContext context, KeepWebhooks keep, WebhookLog log, CancellationToken stop) =>
        {
            try
            {
                var (id, secret) = await keep.Make(Wish(form), context.User.AgentId(), stop);
                return await One(context, id, log, null, null, stop, secret);
            }
            catch (RuleBroken broken)
            {
                return await List(log, new WebhookDraft(form, broken.Refusal), null, stop);
            }
        });
        webhooks.MapGet("/{id:long}", (long id, string? saved, HttpContext context, WebhookLog log, CancellationToken stop) => One(context, WebhookId.From(id), log, null, saved, stop));
        webhooks.MapPost("/{id:long}", ([AsParameters] WebhookFormPost post) => post.Try("settings", () => post.Keep.Change(post.Webhook, Wish(post.Form), post.Me, post.Stop)));
        webhooks.MapPost("/{id:long}/test", ([AsParameters] WebhookFormPost post) => post.Try("test", () => post.Keep.Test(post.Webhook, post.Stop)));
        webhooks.MapPost("/{id:long}/stop", ([AsParameters] WebhookFormPost post) => post.Try("state", () => post.Keep.Stop(post.Webhook, post.Me, post.Stop)));
        webhooks.MapPost("/{id:long}/resume", ([AsParameters] WebhookFormPost post) => post.Try("state", () => post.Keep.Resume(post.Webhook, post.Me, post.Stop)));
        webhooks.MapPost("/{id:long}/again", ([AsParameters] WebhookFormPost post) => post.Try("again", () =>
            post.Keep.SendAgain(post.Webhook, DeliveryId.From(long.TryParse(post.Form["delivery"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0), post.Stop)));
        webhooks.MapPost("/{id:long}/secret", async ([AsParameters] WebhookFormPost post) =>
        {
            try
            {
                var secret = await post.Keep.ChangeSecret(post.Webhook, post.Me, post.Stop);
                return await One(post.Context, post.Webhook, post.Log, null, null, post.Stop, secret);
            }
            catch (RuleBroken broken)
            {
                return await One(post.Context, post.Webhook, post.Log, new WebhookDraft(null, broken.Refusal), null, post.Stop);
            }
        });
        webhooks.MapPost("/{id:long}/drop", async ([AsParameters] WebhookFormPost post) =>
        {
            try
            {
                await post.Keep.Drop(post.Webhook, post.Me, post.Stop);
            }
            catch (RuleBroken)
            {
                // It is gone already, and that was the wish.
            }
            return Results.LocalRedirect("/admin/webhooks?saved=dropped");
        });
    }

    internal static async Task<IResult> One(HttpContext context, WebhookId id, WebhookLog log, WebhookDraft? draft, string? saved, CancellationToken stop, WebhookSecret? secret = null)
    {
        if (await log.Of(id, stop) is not { } one)
            return Results.LocalRedirect("/admin/webhooks");
        if (secret is not null)
            context.Response.Headers.CacheControl = "no-store"; // it is shown this once
        return PageResults.Page<WebhookPage>(
            new { one.Webhook, one.Deliveries, Draft = draft, Saved = saved, Secret = secret?.Value }, draft is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> List(WebhookLog log, WebhookDraft? draft, string? saved, CancellationToken stop) =>
        PageResults.Page<WebhooksPage>(new { Webhooks = await log.All(stop), Draft = draft, Saved = saved }, draft is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static WishedWebhook Wish(IFormCollection form) => new(
        form["name"].ToString(), form["url"].ToString(), [.. form["events"].Select(e => Enum.TryParse<TicketEvent>(e, out var what) && Enum.IsDefined(what) ? what : (TicketEvent?)null).OfType<TicketEvent>()]);
}

/// <summary>A form of the webhook's page, sent.</summary>
public sealed record WebhookFormPost(long Id, HttpContext Context, IFormCollection Form, KeepWebhooks Keep, WebhookLog Log, CancellationToken Stop)
{
    public WebhookId Webhook => WebhookId.From(Id);

    public AgentId Me => Context.User.AgentId();

    public async Task<IResult> Try(string saved, Func<Task> act)
    {
        try
        {
            await act();
            return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/webhooks/{Id}?saved={saved}"));
        }
        catch (RuleBroken broken)
        {
            return await WebhookDoors.One(Context, Webhook, Log, new WebhookDraft(Form.ContainsKey("url") ? Form : null, broken.Refusal), null, Stop);
        }
    }
}
