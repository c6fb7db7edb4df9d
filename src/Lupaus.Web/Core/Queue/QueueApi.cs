using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Core.Queue;

internal static class QueueApi
{
    /// <summary>The next right ticket for the agent, who now answers for it; 204 when there is nothing to do.</summary>
    public static void MapQueueApi(this RouteGroupBuilder api) =>
        api.MapPost("/queue/next", async (ApiCaller caller, TakeNext next, ShowTickets tickets, CancellationToken stop) =>
            await next.For(await caller.SomeAgent(stop), caller.Once("next"), stop) is { } reference
                ? Api.Answer(await tickets.One(reference, stop))
                : Results.NoContent());
}
