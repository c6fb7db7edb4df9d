using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

public sealed record MoveJson(DateTimeOffset? Due, string? Reason);

/// <param name="Deadline">Null takes it away.</param>
public sealed record DeadlineJson(DateTimeOffset? Deadline);

internal static class TicketsApi
{
    public static void MapTicketsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tickets/{reference}", async (string reference, bool? facts, ShowTickets tickets, CancellationToken stop) =>
            Api.Answer(await tickets.Whole(Known(reference), facts ?? false, stop)));
        api.MapPost("/tickets/{reference}/promise/move", Move);
        api.MapPost("/tickets/{reference}/deadline", SetDeadline);
    }

    /// <summary>As people write references: small letters, dashes, O for 0. What is none is an unknown ticket.</summary>
    public static Reference Known(string reference) => Reference.Parse(reference);

    private static async Task<IResult> Move(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, MovePromise move, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<MoveJson>();
        var due = sent.Due.Wanted("due");
        MovePromise.WhyNotGive(sent.Reason.Wanted("reason")).StopIfAny("reason");
        await move.For(id, due, sent.Reason!, by, caller.Once("move", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static async Task<IResult> SetDeadline(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ChangeTicket change, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var agent = await caller.Agent(stop);
        var sent = await context.Body<DeadlineJson>();
        // Where no agent is named, the program speaks for the customer, whose deadline it is.
        await change.For(id, caller.Once("deadline", known), (ticket, now) => ticket.SetDeadline(sent.Deadline, agent ?? (Actor)ticket.CustomerId, now), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    public static async Task<(TicketId Id, Reference Reference)> Known(this IDbContextFactory<LupausDb> databases, string reference, CancellationToken stop)
    {
        var known = Known(reference);
        await using var db = await databases.CreateDbContextAsync(stop);
        var id = await db.Tickets.IdOf(known, stop);
        return (id ?? throw new RuleBroken(Refusal.Because("ticket.unknown")), known);
    }
}
