using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>How one of ours heard that it is so. What the customer presses on their page they say themselves.</summary>
public enum HeardBy { Call, Message }

public sealed record ConfirmedJson(MessageId? Message, HeardBy? How);

/// <summary>What one of ours understood and wrote back, as it stands now.</summary>
/// <param name="Message">In which it was written.</param>
/// <param name="State">Whether it waits, is confirmed or isn't quite so.</param>
/// <param name="How">How it was confirmed: by page, by call or by message.</param>
public sealed record UnderstandingJson(MessageId Message, string Text, DateTimeOffset At, UnderstandingState State, HeardHow? How, DateTimeOffset? AnsweredAt);

public enum UnderstandingState { Waiting, Confirmed, NotQuite }

public enum HeardHow { Page, Call, Message }

internal static class UnderstandingApi
{
    public static void MapUnderstandingApi(this RouteGroupBuilder api) =>
        api.MapPost("/tickets/{reference}/understanding/confirm", Confirm)
            .Told("Conversation", "The customer confirmed what was understood", "On the telephone, or in words of their own; on their page they do so themselves. `message` is the one that told it: of a newer understanding they have said nothing.")
            .Takes<ConfirmedJson>(new { message = ApiSamples.Understood, how = "call" }, "message", "how").Gives<TicketJson>().MayRefuse("ticket.closed", "understanding.none", "understanding.newer");

    private static async Task<IResult> Confirm(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, ChangeTicket change, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<ConfirmedJson>();
        var which = sent.Message.Wanted("message");
        var how = sent.How.Wanted("how") == HeardBy.Call ? UnderstoodHow.ByCall : UnderstoodHow.ByMessage;
        await change.For(id, caller.Once($"understood {which.Value}", known), (ticket, now) => ticket.ConfirmUnderstanding(which, how, by, now), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    public static UnderstandingJson Of(Understanding understanding, string? text) => new(
        understanding.ToldIn, text ?? "", understanding.At,
        understanding.IsWaiting ? UnderstandingState.Waiting : understanding.IsConfirmed ? UnderstandingState.Confirmed : UnderstandingState.NotQuite,
        understanding.Answer switch { UnderstoodHow.ByPage => HeardHow.Page, UnderstoodHow.ByCall => HeardHow.Call, UnderstoodHow.ByMessage => HeardHow.Message, _ => null },
        understanding.AnsweredAt);
}
