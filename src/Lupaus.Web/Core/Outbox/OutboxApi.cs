using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

internal static class OutboxApi
{
    public static void MapOutboxApi(this RouteGroupBuilder api) =>
        api.MapPost("/tickets/{reference}/told/{message}", async (string reference, string message, ApiCaller caller, IDbContextFactory<LupausDb> databases, MarkCalled called, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var which = OwingApi.Ids<MessageId>(message, "desk.call.unknown");
            await called.For(id, which, await caller.SomeAgent(stop), caller.Once($"told {which.Value}", known), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told("Conversation", "The customer was told by telephone", "For a customer who left only a number: this message, and what had been waiting before it, has been told. `callsToMake` of the ticket names them.")
            .Gives<WholeTicketJson>().MayRefuse("desk.call.unknown");
}
