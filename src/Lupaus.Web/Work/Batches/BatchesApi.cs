using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Batches;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Batches;

/// <param name="Tickets">References, at most a hundred.</param>
/// <param name="To">The e-mail address of the agent they are given to.</param>
public sealed record NewBatchJson(IReadOnlyList<string>? Tickets, BatchAct? Act, string? To, string? Tag, TopicId? Topic, BlockKind? Block, string? Text);

public sealed record BatchLineJson(string Ticket, BatchOutcome Outcome, string? WhyNot);

public sealed record BatchJson(BatchId Id, BatchAct Act, AgentId By, DateTimeOffset At, DateTimeOffset? UndoneAt, PlaybookId? Playbook, IReadOnlyList<BatchLineJson> Tickets);

internal static class BatchesApi
{
    private const string Area = "Batches";

    public static void MapBatchesApi(this RouteGroupBuilder api)
    {
        api.MapPost("/batches", Do)
            .Told(Area, "Do one thing to many tickets", "`give` them (with `to`), `tag` or `untag` them (with `tag`), change their `topic`, mark them as `spam` (with `block` or without), `withdraw` them, or `solve` them (with `text`, which each customer reads). `firstAid` is given at `/playbooks`. Each goes by its own rules: what one refuses stands in its line as `whyNot`, and keeps no other from being done. Where one of `tickets` isn't known, nothing is done (`ticket.unknown`).")
            .Takes<NewBatchJson>(new { tickets = new[] { ApiSamples.Ticket, ApiSamples.Other }, act = "tag", tag = ApiSamples.Tag }, "tickets", "act").Gives<BatchJson>(201)
            .MayRefuse("batch.none", "batch.many", "batch.act", "batch.owner", "batch.away", "batch.topic", "tag.empty", "tag.long", "tag.comma", "tags.full", "tag.unknown", "message.empty", "message.long");
        api.MapGet("/batches/{id}", async (string id, ReadBatches read, CancellationToken stop) => Api.Answer(await Shown(Read(id), read, stop)))
            .Told(Area, "Read what came of a batch", "For each ticket: done, the same already, refused, or undone.").Gives<BatchJson>().MayRefuse("batch.unknown");
        api.MapPost("/batches/{id}/undo", async (string id, ApiCaller caller, UndoBatch undo, ReadBatches read, CancellationToken stop) =>
        {
            var which = Read(id);
            await undo.For(which, await caller.SomeAgent(stop), stop);
            return Api.Answer(await Shown(which, read, stop));
        }).Told(Area, "Undo a batch", "Each ticket that nothing has happened to since is as it was; the others stay as they are, and say why. By whoever did it, or a lead. What customers have been told can't be unsaid.").Gives<BatchJson>()
            .MayRefuse("batch.unknown", "batch.others", "batch.nothing", "undo.said");
    }

    private static async Task<IResult> Do(HttpContext context, ApiCaller caller, DoBatch batch, ReadBatches read, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NewBatchJson>();
        var ids = await databases.KnownAll(sent.Tickets.Wanted("tickets"), stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var to = string.IsNullOrWhiteSpace(sent.To) ? null : EmailAddress.Read(sent.To) is { } email ? await db.Agents.Where(a => a.Email == email).Select(a => (AgentId?)a.Id).FirstOrDefaultAsync(stop) : null;
        var wish = new BatchWish(sent.Act.Wanted("act"), to, sent.Tag, sent.Topic, sent.Block, sent.Text);
        var id = await batch.For(ids, wish, by, caller.Once("batch"), stop);
        context.Response.Headers.Location = $"{Api.Root}/batches/{id.Value}";
        return Api.Answer(await Shown(id, read, stop), StatusCodes.Status201Created);
    }

    /// <summary>All of these tickets; where one of them isn't known, none.</summary>
    internal static async Task<IReadOnlyList<TicketId>> KnownAll(this IDbContextFactory<LupausDb> databases, IReadOnlyList<string> tickets, CancellationToken stop)
    {
        Batch.WhyNotDo(tickets.Count).StopIfAny("tickets");
        Reference[] references = [.. tickets.Select(t => Reference.Read(t) ?? throw ApiChecks.Wrong("tickets", Refusal.Because("ticket.unknown")))];
        await using var db = await databases.CreateDbContextAsync(stop);
        var ids = await db.Tickets.Where(t => references.Contains(t.Reference)).Select(t => t.Id).ToListAsync(stop);
        return ids.Count < references.Distinct().Count() ? throw ApiChecks.Wrong("tickets", Refusal.Because("ticket.unknown")) : ids;
    }

    private static BatchId Read(string id) => OwingApi.Ids<BatchId>(id, "batch.unknown");

    internal static async Task<BatchJson> Shown(BatchId id, ReadBatches read, CancellationToken stop)
    {
        var (batch, tickets) = await read.One(id, stop) ?? throw new ApiRefused(StatusCodes.Status404NotFound, Refusal.Because("batch.unknown"));
        return new BatchJson(batch.Id, batch.Act, batch.By, batch.At, batch.UndoneAt, batch.Playbook, [.. batch.Lines.Select(l => new BatchLineJson(tickets[l.TicketId].Reference.Value, l.Outcome, l.WhyNot))]);
    }
}
