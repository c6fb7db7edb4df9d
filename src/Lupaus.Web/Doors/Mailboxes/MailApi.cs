using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <param name="Because">What in the mail pointed to its ticket; null when nothing did.</param>
/// <param name="Ticket">Null as long as nobody has found out where it belongs.</param>
public sealed record ReceivedMailJson(string Id, Fate Fate, Clue? Because, TicketJson? Ticket);

internal static class MailApi
{
    public static void MapMailApi(this RouteGroupBuilder api) => api.MapPost("/mail", Take)
        .Told("Tickets", "Hand over an e-mail", "The body is the raw message as a mail server has it (RFC 5322). It joins the ticket it belongs to when its writer takes part there, or becomes a new one; `fate` and `because` tell which, and why. A machine's mail is written down and never answered. The same mail handed over again is the same one.")
        .Accepts<Stream>("message/rfc822").Gives<ReceivedMailJson>(201).ActsFor(AgentWanted.Never).MayRefuse("api.type")
        .WithMetadata(new RequestSizeLimitAttribute(MailDoor.MostBytes));

    private static async Task<IResult> Take(HttpContext context, ReceiveMail receive, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop)
    {
        var received = await receive.Take(await context.Bytes(MailDoor.MostBytes), new MailDoor("api"), stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var ticket = received.Ticket is { } id ? await tickets.One(await db.Tickets.Where(t => t.Id == id).Select(t => t.Reference).FirstAsync(stop), stop) : null;
        return Api.Answer(new ReceivedMailJson($"{received.Id.Value}", received.Fate, received.Because, ticket), StatusCodes.Status201Created);
    }
}
