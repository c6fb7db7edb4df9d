using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

internal static class RepliesApi
{
    private const string Area = "Conversation";

    /// <summary>What may keep a reply from going.</summary>
    public static readonly string[] MayStop =
    [
        "ticket.closed", "ticket.newer", "ticket.merged", "message.empty", "message.long", "promise.past", "promise.far", "promise.kind", "promise.lapsed", "promise.answered", "promise.missing",
        "promise.afterduty", "promise.words.long", "understanding.long", "understanding.closes", "api.field.needless", "request.own",
    ];

    public static void MapRepliesApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/replies", Reply)
            .Told(Area, "Answer the customer", "Sent at once. `next` says what happens now, and the customer reads it: `solves`, `cannotHelp`, `promises` (with `promise` and `due`), `waits` (with `askAgainAt` and `reminder`) or `stands`.")
            .Takes<ReplyJson>(new { text = "Hei Aino, selvitän asian asemalta.", next = new { kind = "promises", promise = "findOut", due = ApiSamples.Tomorrow, words = "miksi lippu ei kelpaa" } }, "text", "next").Gives<TicketJson>(201).MayRefuse(MayStop);
        api.MapPost("/tickets/{reference}/notes", Note)
            .Told(Area, "Write a note", "A word among ourselves; the customer never sees it.").Takes<NoteJson>(new { text = "Soitin asemalle, he tarkistavat." }, "text").Gives<TicketJson>(201)
            .MayRefuse("message.empty", "message.long", "ticket.merged", "request.own");
        api.MapPost("/tickets/{reference}/close", Close)
            .Told(Area, "Close the ticket", "`solved` and `cannotHelp` carry a reply; `withdrawn` and `notService` go without a word. An open mistake or discrepancy keeps it from being solved.")
            .Takes<CloseJson>(new { how = "solved", text = "Rahat ovat tilillä. Pahoittelut vaivasta!" }, "how").Gives<TicketJson>().MayRefuse([.. MayStop, "api.close.text"]);
        api.MapPost("/tickets/{reference}/reopen", Reopen)
            .Told(Area, "Open it again", "The owner goes on, with a new promise that the customer hears of.").Gives<TicketJson>().MayRefuse("ticket.open", "ticket.notservice", "ticket.closedlongago", "ticket.merged");
        api.MapSavedRepliesApi();
        api.MapJargonApi();
    }

    private static async Task<IResult> Reply(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, SendReply send, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<ReplyJson>();
        await send.For(id, sent.Read(), [], by, caller.Once("reply", known), stop, ReplyJson.Files(sent.FileIds));
        return Api.Answer(await tickets.One(known, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Note(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, WriteNote write, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<NoteJson>();
        Message.WhyNotSay(sent.Text.Wanted("text")).StopIfAny("text");
        await write.For(id, sent.Text!, [], by, caller.Once("note", known), stop, ReplyJson.Files(sent.Files));
        return Api.Answer(await tickets.One(known, stop), StatusCodes.Status201Created);
    }

    /// <summary>Solved, or can't help: a reply that says so. Withdrawn, or no service at all: without a word.</summary>
    private static async Task<IResult> Close(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, SendReply send, ChangeTicket change, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<CloseJson>();
        var once = caller.Once("close", known);
        var how = sent.How.Wanted("how");
        if (how is Closing.Solved or Closing.CannotHelp)
            await send.For(id, sent.Reply(how), [], by, once, stop);
        else if (sent.Text is not null)
            throw ApiChecks.Wrong("text", Refusal.Because("api.close.text"));
        else
            await change.For(id, once, (ticket, now) => CloseSilently(ticket, how, by, now), stop);
        return Api.Answer(await tickets.One(known, stop));
    }

    private static void CloseSilently(Ticket ticket, Closing how, AgentId by, DateTimeOffset now)
    {
        if (how == Closing.Withdrawn)
            ticket.Withdraw(by, now);
        else
            ticket.SetAside(by, now);
    }

    private static async Task<IResult> Reopen(string reference, ApiCaller caller, IDbContextFactory<LupausDb> databases, ReopenTicket reopen, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        await reopen.For(id, await caller.SomeAgent(stop), caller.Once("reopen", known), stop);
        return Api.Answer(await tickets.One(known, stop));
    }
}
