using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

internal static class RepliesApi
{
    public static void MapRepliesApi(this RouteGroupBuilder api)
    {
        api.MapPost("/tickets/{reference}/replies", Reply);
        api.MapPost("/tickets/{reference}/notes", Note);
        api.MapPost("/tickets/{reference}/close", Close);
        api.MapPost("/tickets/{reference}/reopen", Reopen);
    }

    private static async Task<IResult> Reply(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, SendReply send, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var sent = await context.Body<ReplyJson>();
        await send.For(id, sent.Read(), [], by, caller.Once("reply", known), stop);
        return Api.Answer(await tickets.One(known, stop), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Note(string reference, HttpContext context, ApiCaller caller, IDbContextFactory<LupausDb> databases, WriteNote write, ShowTickets tickets, CancellationToken stop)
    {
        var (id, known) = await databases.Known(reference, stop);
        var by = await caller.SomeAgent(stop);
        var text = (await context.Body<NoteJson>()).Text.Wanted("text");
        Message.WhyNotSay(text).StopIfAny("text");
        await write.For(id, text, [], by, caller.Once("note", known), stop);
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
