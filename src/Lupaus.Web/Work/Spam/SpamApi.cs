using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Spam;

/// <param name="Block">Whether the sender is blocked with it, and how much of them.</param>
public sealed record SpamJson(BlockKind? Block);

/// <param name="Sender">An address, or "@example.com" for all that comes from there.</param>
public sealed record BlockJson(string? Sender);

public sealed record BlockedJson(BlockedId Id, BlockKind Kind, string Sender, AgentId By, DateTimeOffset At);

internal static class SpamApi
{
    public static void MapSpamApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/spam", async (string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, MarkSpam mark, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var by = await caller.SomeAgent(stop);
            var sent = await context.Body<SpamJson>();
            await mark.For(id, sent.Block, by, caller.Once("spam", known), stop);
            return Api.Answer(await tickets.One(known, stop));
        });
        api.MapPost("/tickets/{reference}/not-spam", async (string reference, ApiCaller caller, IDbContextFactory<LupausDb> databases, BringBack back, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            await back.For(id, await caller.SomeAgent(stop), caller.Once("not-spam", known), stop);
            return Api.Answer(await tickets.One(known, stop));
        });
        api.MapGet("/blocked", async (BlockedSenders blocked, CancellationToken stop) => Api.Answer(await Shown(blocked, stop)));
        api.MapPost("/blocked", async (HttpContext context, ApiCaller caller, BlockSender block, BlockedSenders blocked, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            await block.For((await context.Body<BlockJson>()).Sender.Wanted("sender"), by, stop);
            return Api.Answer(await Shown(blocked, stop), StatusCodes.Status201Created);
        });
        api.MapDelete("/blocked/{id:long}", async (long id, ApiCaller caller, UnblockSender unblock, CancellationToken stop) =>
        {
            await unblock.For(BlockedId.From(id), await caller.SomeAgent(stop), stop);
            return Results.NoContent();
        });
    }

    private static async Task<object> Shown(BlockedSenders blocked, CancellationToken stop) =>
        new { blocked = (await blocked.All(stop)).Select(b => new BlockedJson(b.Id, b.Kind, b.Value, b.By, b.At)).ToArray() };
}
