using System.Globalization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.Api;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <param name="Because">What in the mail pointed to its ticket; null when nothing did.</param>
/// <param name="Ticket">Null as long as nobody has found out where it belongs.</param>
public sealed record ReceivedMailJson(string Id, Fate Fate, Clue? Because, TicketJson? Ticket);

public sealed record QuarantinedJson(string Id, DateTimeOffset At, string? From, string Subject, string Why, bool HasWriter);

/// <param name="Next">Where the list goes on; null at the end.</param>
public sealed record QuarantineJson(IReadOnlyList<QuarantinedJson> Mails, string? Next);

internal static class MailApi
{
    private const string Area = "Tickets";

    public static void MapMailApi(this RouteGroupBuilder api) => api.MapPost("/mail", Take)
        .Told(Area, "Hand over an e-mail", "The body is the raw message as a mail server has it (RFC 5322). It joins the ticket it belongs to when its writer takes part there, or becomes a new one; `fate` and `because` tell which, and why. A machine's mail is written down and never answered. The same mail handed over again is the same one.")
        .Accepts<Stream>("message/rfc822").Gives<ReceivedMailJson>(201).ActsFor(AgentWanted.Never).MayRefuse("api.type")
        .WithMetadata(new RequestSizeLimitAttribute(MailDoor.MostBytes));

    /// <summary>What nobody could place, and what becomes of it: for keys that run the house.</summary>
    public static void MapQuarantineApi(this RouteGroupBuilder api)
    {
        api.MapGet("/mails", async (string? after, string? limit, QuarantinedMails mails, CancellationToken stop) =>
        {
            var part = await mails.List(Cursor.Read(after), Cursor.Limit(limit), stop);
            return Api.Answer(new QuarantineJson([.. part.Mails.Select(m => new QuarantinedJson(m.Id.Value.ToString(CultureInfo.InvariantCulture), m.At, m.From, m.Subject, m.Why, m.HasWriter))], part.After is { } last ? Cursor.After(last) : null));
        }).NeedsScope(ApiScope.Admin).Told(Area, "List mails that could not be placed", "Newest first: each is kept whole, and `why` tells what stood in its way.").Gives<QuarantineJson>();
        api.MapPost("/mails/{id}/again", async (string id, ApiCaller caller, PlaceMail place, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.Agent(stop) is { } agent ? (Actor)agent : Actor.Lupaus;
            return await Answer(await place.ReadAgain(OwingApi.Ids<ReceivedMailId>(id, "mail.unknown"), by, caller.Once($"mail {id} again"), stop), databases, tickets, 200, stop);
        }).NeedsScope(ApiScope.Admin).Told(Area, "Read a mail again", "With the eyes of today: for what a change of ours, or a sender no longer blocked, makes of it. `fate` tells what became of it.")
            .Gives<ReceivedMailJson>().ActsFor(AgentWanted.Maybe).MayRefuse("mail.unknown", "mail.placed", "mail.headeralone");
        api.MapPost("/mails/{id}/open", async (string id, ApiCaller caller, PlaceMail place, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
            await Answer(await place.OpenAnyway(OwingApi.Ids<ReceivedMailId>(id, "mail.unknown"), await caller.SomeAgent(stop), caller.Once($"mail {id} open"), stop), databases, tickets, 200, stop))
            .NeedsScope(ApiScope.Admin).Told(Area, "Open it as a ticket all the same", "It is its writer's matter, or, where one of ours forwarded it, the matter of whoever wrote what was forwarded.")
            .Gives<ReceivedMailJson>().MayRefuse("mail.unknown", "mail.placed", "mail.headeralone", "mail.nobody");
        api.MapPost("/mails/{id}/dismiss", async (string id, ApiCaller caller, PlaceMail place, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop) =>
        {
            var by = await caller.Agent(stop) is { } agent ? (Actor)agent : Actor.Lupaus;
            return await Answer(await place.Dismiss(OwingApi.Ids<ReceivedMailId>(id, "mail.unknown"), by, caller.Once($"mail {id} dismiss"), stop), databases, tickets, 200, stop);
        }).NeedsScope(ApiScope.Admin).Told(Area, "It asks nothing of us", "It leaves the list, and is kept.").Gives<ReceivedMailJson>().ActsFor(AgentWanted.Maybe).MayRefuse("mail.unknown", "mail.placed");
    }

    private static async Task<IResult> Take(HttpContext context, ReceiveMail receive, IDbContextFactory<LupausDb> databases, ShowTickets tickets, CancellationToken stop)
    {
        var received = await receive.Take(await context.Bytes(MailDoor.MostBytes), new MailDoor("api"), stop);
        return await Answer(received, databases, tickets, StatusCodes.Status201Created, stop);
    }

    private static async Task<IResult> Answer(Received received, IDbContextFactory<LupausDb> databases, ShowTickets tickets, int status, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var ticket = received.Ticket is { } id ? await tickets.One(await db.Tickets.Where(t => t.Id == id).Select(t => t.Reference).FirstAsync(stop), stop) : null;
        return Api.Answer(new ReceivedMailJson($"{received.Id.Value}", received.Fate, received.Because, ticket), status);
    }
}
