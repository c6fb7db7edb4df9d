using System.Globalization;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Lupaus.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

public sealed record MergeJson(string? Into);

/// <param name="Messages">The ids of what goes; the customer's messages and notes.</param>
public sealed record SplitJson(IReadOnlyList<string>? Messages, string? Subject);

public sealed record MoveMessagesJson(IReadOnlyList<string>? Messages, string? To);

/// <param name="Kind">Related, unless it is said that they only look alike.</param>
public sealed record LinkJson(string? To, Pairing? Kind);

internal static class MergingApi
{
    private const int MostMessages = 500;
    private const string Area = "Merging";

    public static void MapMergingApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/merge", Merge)
            .Told(Area, "Merge it into another", "Two matters of one customer go on as one, with the earlier promise; the customer is told once. It can be undone.").Takes<MergeJson>(new { into = ApiSamples.Other }, "into").Gives<TicketJson>()
            .MayRefuse("merge.self", "merge.already", "merge.customer", "merge.held", "ticket.closed");
        api.MapPost("/tickets/{reference}/unmerge", Part)
            .Told(Area, "Undo a merge", "It is a matter of its own again, with an owner and a promise; the customer is told once.").Gives<TicketJson>().MayRefuse("merge.not");
        api.MapPost("/tickets/{reference}/split", Split)
            .Told(Area, "Split off a matter of its own", "Some of what was written gets its own ticket, owner and promise. Something the customer wrote has to stay.").Takes<SplitJson>(new { messages = new[] { ApiSamples.Message }, subject = "Toinen asia: kuitti" }, "messages", "subject")
            .Gives<TicketJson>(201).MayRefuse("split.nothing", "split.all", "split.ours", "split.othermatter", "ticket.subject", "ticket.closed");
        api.MapPost("/tickets/{reference}/messages/move", Move)
            .Told(Area, "Move messages to another ticket", "What the customer wrote in the wrong matter goes to the right one of theirs.").Takes<MoveMessagesJson>(new { messages = new[] { ApiSamples.Message }, to = ApiSamples.Other }, "messages", "to")
            .Gives<TicketJson>().MayRefuse("split.nothing", "split.all", "split.ours", "split.othermatter", "merge.customer", "ticket.closed");
        api.MapPost("/tickets/{reference}/messages/{message}/keep", Keep)
            .Told(Area, "It belongs here", "A mail joined this ticket under a new subject (`newSubject`), and it is no matter of its own. What came and comes under the same subject belongs here too, and our next letter bears it. To split it off, send its id and `newSubject` to `split`.")
            .Gives<TicketJson>().MayRefuse("letter.unknown", "split.samesubject");
        api.MapPost("/tickets/{reference}/links", Link)
            .Told(Area, "Say that two tickets are related, or only look alike", "`related` unless `kind` says `notTheSame`: then nobody is asked again whether they are the same.").Takes<LinkJson>(new { to = ApiSamples.Other, kind = "related" }, "to").Gives<TicketJson>(201).MayRefuse("link.self");
        api.MapDelete("/tickets/{reference}/links/{other}", Unlink)
            .Told(Area, "They aren't related after all", "").GivesNothing().MayRefuse("ticket.unknown");
    }

    private static async Task<IResult> Merge(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, MergeTickets merge, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var into = await databases.Other((await context.Body<MergeJson>()).Into, "into", stop);
        await merge.For(into, id, by, caller.Once("merge", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static async Task<IResult> Part(string reference, ApiCaller caller, IDbContextFactory<LupausDb> databases, PartTicket part, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        await part.For(id, await caller.SomeAgent(stop), caller.Once("unmerge", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static async Task<IResult> Split(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, SplitTicket split, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<SplitJson>();
        var part = await split.For(id, Read(sent.Messages), sent.Subject.Wanted("subject"), by, caller.Once("split", known), stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var its = await db.Tickets.Where(t => t.Id == part).Select(t => t.Reference).FirstAsync(stop);
        context.Response.Headers.Location = $"{Api.Root}/tickets/{its}";
        return Api.Answer(await tickets.One(its, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Move(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, MoveMessages move, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<MoveMessagesJson>();
        await move.For(id, Read(sent.Messages), await databases.Other(sent.To, "to", stop), by, caller.Once("messages", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static async Task<IResult> Keep(string reference, string message, ApiCaller caller, IDbContextFactory<LupausDb> databases, KeepHere keep, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var which = OwingApi.Ids<MessageId>(message, "letter.unknown");
        await keep.For(id, which, await caller.SomeAgent(stop), caller.Once($"keep {which.Value}", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static async Task<IResult> Link(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, PairTickets pair, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<LinkJson>();
        await pair.Say(id, await databases.Other(sent.To, "to", stop), sent.Kind ?? Pairing.Related, by, caller.Once("link", known), stop);
        return Api.Answer(await tickets.One(known, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Unlink(string reference, string other, ApiCaller caller, IDbContextFactory<LupausDb> databases, PairTickets pair, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var (otherId, _) = await databases.Known(other, stop);
        await pair.TakeBack(id, otherId, await caller.SomeAgent(stop), caller.Once($"unlink {otherId.Value}", known), stop);
        return Results.NoContent();
    }

    private static async Task<TicketId> Other(this IDbContextFactory<LupausDb> databases, string? named, string field, CancellationToken stop)
    {
        var known = Reference.Read(named.Wanted(field)) ?? throw ApiChecks.Wrong(field, Refusal.Because("ticket.unknown"));
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => t.Reference == known).Select(t => (TicketId?)t.Id).FirstOrDefaultAsync(stop) ?? throw ApiChecks.Wrong(field, Refusal.Because("ticket.unknown"));
    }

    private static MessageId[] Read(IReadOnlyList<string>? messages) =>
        messages is not { Count: > 0 and <= MostMessages } ? throw ApiChecks.Wrong("messages", Refusal.Because("split.nothing")) :
        [.. messages.Select(m => long.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? MessageId.From(id) : throw ApiChecks.Wrong("messages", Refusal.Because("split.nothing"))).Distinct()];
}
