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

public sealed record LinkJson(string? To);

internal static class MergingApi
{
    private const int MostMessages = 500;

    public static void MapMergingApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/merge", Merge);
        api.MapPost("/tickets/{reference}/unmerge", Part);
        api.MapPost("/tickets/{reference}/split", Split);
        api.MapPost("/tickets/{reference}/links", Link);
        api.MapDelete("/tickets/{reference}/links/{other}", Unlink);
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

    private static async Task<IResult> Link(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, PairTickets pair, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var other = await databases.Other((await context.Body<LinkJson>()).To, "to", stop);
        await pair.Say(id, other, Pairing.Related, by, stop);
        return Api.Answer(await tickets.One(known, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Unlink(string reference, string other, ApiCaller caller, IDbContextFactory<LupausDb> databases, PairTickets pair, CancellationToken stop)
    {
        var (id, _) = await databases.Known(reference, stop);
        var (otherId, _) = await databases.Known(other, stop);
        await pair.TakeBack(id, otherId, await caller.SomeAgent(stop), stop);
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
