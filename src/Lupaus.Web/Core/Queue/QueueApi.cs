using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>Why a ticket is taken before its turn.</summary>
public sealed record TakeJson(OvertakeReason? Reason);

/// <summary>What an agent looks after, in the order it comes up.</summary>
public sealed record QueueJson(IReadOnlyList<TicketJson> Tickets);

internal static class QueueApi
{
    private const string Area = "Queue";
    private const int Most = 200;

    public static void MapQueueApi(this RouteGroupBuilder api)
    {
        api.MapGet("/queue", async (ApiCaller caller, ShowTickets tickets, TimeProvider clock, CancellationToken stop) =>
        {
            var (agent, now) = (await caller.SomeAgent(stop), clock.Now());
            return Api.Answer(new QueueJson(await tickets.These(async db => (await db.LookedAfterBy(agent, now, stop)).InDueOrder().Take(Most), stop)));
        }).Told(Area, "What the agent looks after", "Their own open tickets, and those of colleagues in whose stead they are; what comes up first stands first. At most two hundred.").Gives<QueueJson>().ActsFor(AgentWanted.Always);
        api.MapPost("/queue/next", async (ApiCaller caller, TakeNext next, ShowTickets tickets, CancellationToken stop) =>
            await next.For(await caller.SomeAgent(stop), caller.Once("next"), stop) is { } reference
                ? Api.Answer(await tickets.One(reference, stop))
                : Results.NoContent())
            .Told(Area, "Take the next ticket", "The next right ticket for the agent, who now answers for it; 204 when there is nothing to do.").Gives<TicketJson>().GivesNothing().MayRefuse("agent.inactive");
        api.MapPost("/tickets/{reference}/take", async (string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, TakeUntouched take, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var by = await caller.SomeAgent(stop);
            var sent = await context.Body<TakeJson>();
            await take.For(id, by, sent.Reason.Wanted("reason"), caller.Once("take", known), stop);
            return Api.Answer(await tickets.One(known, stop));
        }).Told(Area, "Take this one", "A ticket that nobody has touched becomes the agent's before its turn, for a reason that stays in its history; the promise stands.").Takes<TakeJson>(new { reason = "customerIsHere" }, "reason").Gives<TicketJson>().MayRefuse("ticket.closed", "ticket.taken", "ticket.touched", "request.owner");
    }
}
