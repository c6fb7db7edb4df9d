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

public sealed record BlockedListJson(IReadOnlyList<BlockedJson> Blocked);

internal static class SpamApi
{
    private const string Area = "Spam";

    public static void MapSpamApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/spam", async (string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, MarkSpam mark, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var by = await caller.SomeAgent(stop);
            var sent = await context.Body<SpamJson>();
            await mark.For(id, sent.Block, by, caller.Once("spam", known), stop);
            return Api.Answer(await tickets.One(known, stop));
        }).Told(Area, "It is spam", "No matter of a customer's: it is closed, and nobody is told. With `block` its sender is blocked too: what they send from now on is kept aside, unacknowledged.")
            .Takes<SpamJson>(new { block = "address" }).Gives<TicketJson>().MayRefuse("ticket.closed", "solve.duty", "block.noaddress", "block.ours", "block.everybodys");
        api.MapPost("/tickets/{reference}/not-spam", async (string reference, ApiCaller caller, IDbContextFactory<LupausDb> databases, BringBack back, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            await back.For(id, await caller.SomeAgent(stop), caller.Once("not-spam", known), stop);
            return Api.Answer(await tickets.One(known, stop));
        }).Told(Area, "It is no spam after all", "It has an owner and a promise as if it came now, and the customer is acknowledged. A blocked sender stays blocked.").Gives<TicketJson>().MayRefuse("aside.not");
        api.MapGet("/blocked", async (BlockedSenders blocked, CancellationToken stop) => Api.Answer(await Shown(blocked, stop)))
            .Told(Area, "List blocked senders", "Newest first. Nothing of what they send is lost: it waits aside for somebody to judge it.").Gives<BlockedListJson>();
        api.MapPost("/blocked", async (HttpContext context, ApiCaller caller, BlockSender block, BlockedSenders blocked, CancellationToken stop) =>
        {
            var by = await caller.SomeAgent(stop);
            var sender = (await context.Body<BlockJson>()).Sender.Wanted("sender");
            await block.For(sender, by, stop, caller.Once("block"));
            return Api.Answer(await Shown(blocked, stop), StatusCodes.Status201Created);
        }).Told(Area, "Block a sender", "An e-mail address, or all that comes from a domain; not our own, and no domain where anybody may have an address. Answers the whole list.")
            .Takes<BlockJson>(new { sender = "@roskaposti.example" }, "sender").Gives<BlockedListJson>(201).MayRefuse("block.shape", "block.ours", "block.everybodys", "block.many");
        api.MapDelete("/blocked/{id}", async (string id, ApiCaller caller, UnblockSender unblock, CancellationToken stop) =>
        {
            var which = OwingApi.Ids<BlockedId>(id, "api.status.404");
            await unblock.For(which, await caller.SomeAgent(stop), stop);
            return Results.NoContent();
        }).Told(Area, "Listen to a sender again", "What came meanwhile stays where it is.").GivesNothing();
    }

    private static async Task<BlockedListJson> Shown(BlockedSenders blocked, CancellationToken stop) =>
        new([.. (await blocked.All(stop)).Select(b => new BlockedJson(b.Id, b.Kind, b.Value, b.By, b.At))]);
}
