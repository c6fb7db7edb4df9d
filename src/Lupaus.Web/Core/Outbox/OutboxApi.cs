using Lupaus.Core.Outbox;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>Messages of the ticket that the customer, who left only a number, has still to be told.</summary>
public sealed record ToldLaterJson(IReadOnlyList<MessageId> CallsToMake);

/// <param name="Message">What it carries: the message itself, or that which it is a copy of.</param>
/// <param name="Trouble">What a mail server said, where it didn't arrive.</param>
public sealed record LetterJson(MessageId Id, MessageId Message, bool IsCopy, Way Way, Dispatch State, string? Trouble);

internal static class OutboxApi
{
    private const string Area = "Conversation";

    public static void MapOutboxApi(this RouteGroupBuilder api)
    {
        api.MapGet("/tickets/{reference}/told", async (string reference, IDbContextFactory<LupausDb> databases, TimeProvider clock, CancellationToken stop) =>
        {
            var (id, _) = await databases.Known(reference, stop);
            var now = clock.Now();
            await using var db = await databases.CreateDbContextAsync(stop);
            return Api.Answer(new ToldLaterJson(await db.Outbox.Where(o => o.TicketId == id && o.Way == Way.Call && o.State == Dispatch.Waiting && o.NotBefore <= now).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(stop)));
        }).Told(Area, "What has still to be told by telephone", "For a customer who left only a number: the messages that nobody has told them yet.").Gives<ToldLaterJson>();
        api.MapPost("/tickets/{reference}/told/{message}", async (string reference, string message, ApiCaller caller, IDbContextFactory<LupausDb> databases, MarkCalled called, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var which = OwingApi.Ids<MessageId>(message, "desk.call.unknown");
            await called.For(id, which, await caller.SomeAgent(stop), caller.Once($"told {which.Value}", known), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "The customer was told by telephone", "This message, and what had been waiting before it, has been told.").Gives<WholeTicketJson>().MayRefuse("desk.call.unknown");
        api.MapGet("/tickets/{reference}/letters", async (string reference, IDbContextFactory<LupausDb> databases, CancellationToken stop) =>
        {
            var (id, _) = await databases.Known(reference, stop);
            await using var db = await databases.CreateDbContextAsync(stop);
            return Api.Answer(await db.Outbox.Where(o => o.TicketId == id && (o.Letter == Letter.Message || o.Letter == Letter.Copy)).OrderBy(o => o.Id)
                .Select(o => new LetterJson(o.Id, o.CopyOf ?? o.Id, o.CopyOf != null, o.Way, o.State, o.Trouble)).ToListAsync(stop));
        }).Told(Area, "What became of each letter", "Every word to the customer and every copy, and whether it was sent: `notReached` where a mail server said that it won't arrive, `unknown` where its answer was lost.").Gives<IReadOnlyList<LetterJson>>();
        api.MapPost("/tickets/{reference}/letters/{message}/again", async (string reference, string message, ApiCaller caller, IDbContextFactory<LupausDb> databases, SendAgain again, ShowTickets tickets, CancellationToken stop) =>
        {
            var (id, known) = await databases.Known(reference, stop);
            var which = OwingApi.Ids<MessageId>(message, "letter.unknown");
            await again.For(id, which, await caller.SomeAgent(stop), caller.Once($"again {which.Value}", known), stop);
            return Api.Answer(await tickets.Whole(known, withFacts: false, stop));
        }).Told(Area, "Send a letter again", "Where nobody knows whether it left (its `state` is `unknown`): the same letter, by the same Message-ID.").Gives<WholeTicketJson>().MayRefuse("letter.unknown", "letter.notunknown");
    }
}
