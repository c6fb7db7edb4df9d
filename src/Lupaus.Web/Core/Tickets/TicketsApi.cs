using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

public sealed record MoveJson(DateTimeOffset? Due, string? Reason);

/// <param name="Deadline">Null takes it away.</param>
public sealed record DeadlineJson(DateTimeOffset? Deadline);

/// <summary>What isn't named stays as it is.</summary>
public sealed record TicketChangeJson(string? Subject, string? Goal, LanguageCode? Language, string? Topic);

internal static class TicketsApi
{
    private const string Area = "Tickets";

    public static void MapTicketsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tickets/{reference}", async (string reference, bool? facts, ShowTickets tickets, CancellationToken stop) =>
            Api.Answer(await tickets.Whole(Known(reference), facts ?? false, stop)))
            .Told(Area, "Read a ticket", "With its conversation, the ledger of its promises, what it owes and what stands in the way of solving it. Of a merged ticket: `mergedInto` names the one that goes on.").Gives<WholeTicketJson>();
        api.MapPatch("/tickets/{reference}", Change)
            .Told(Area, "Change subject, goal, language or topic", "What isn't named stays as it is; an empty goal is taken away. The language governs what Lupaus says by itself from now on.")
            .Takes<TicketChangeJson>(new { subject = "Lippu, jota ei voi lunastaa", goal = "Ehtii perjantain junaan", language = "fi" }).Gives<TicketJson>().MayRefuse("ticket.closed", "ticket.subject", "ticket.goal", "api.topic");
        api.MapPost("/tickets/{reference}/promise/move", Move)
            .Told("Promises", "Move the promise to a later time", "The same thing later, decided before it is due. The customer is told why, in their own language. A second move is seen by the lead.")
            .Takes<MoveJson>(new { due = ApiSamples.NextWeek, reason = "odotamme vastausta asemalta" }, "due", "reason").Gives<TicketJson>()
            .MayRefuse("ticket.closed", "promise.past", "promise.notlater", "promise.far", "promise.lapsed", "promise.checkback", "promise.afterduty", "promise.reason");
        api.MapPost("/tickets/{reference}/deadline", SetDeadline)
            .Told("Promises", "Set the customer's deadline", "When it is too late for them; null takes it away. Where no agent is named, the program speaks for the customer.")
            .Takes<DeadlineJson>(new { deadline = ApiSamples.Tomorrow }).Gives<TicketJson>().ActsFor(AgentWanted.Maybe).MayRefuse("ticket.closed", "deadline.past", "deadline.far");
        api.MapOwingApi();
        api.MapUnderstandingApi();
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

    private static async Task<IResult> Change(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ChangeTicket change, OurCompany ourCompany, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<TicketChangeJson>();
        (sent.Subject is { } subject ? Ticket.WhyNotRename(subject) : null).StopIfAny("subject");
        Ticket.WhyNotAimFor(sent.Goal).StopIfAny("goal");
        var topic = (await ourCompany.Now(stop)).TopicNamed(sent.Topic);
        await change.For(id, caller.Once("change", known), (ticket, now) =>
        {
            if (sent.Subject is { } called)
                ticket.Rename(called, by, now);
            if (sent.Goal is { } goal)
                ticket.AimFor(goal, by, now);
            if (sent.Language is { } language)
                ticket.SpeakIn(language, by, now);
            if (topic is not null)
                ticket.ChangeTopic(topic.Id, by, now);
        }, stop);
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
