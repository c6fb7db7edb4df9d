using System.Globalization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Doors.Mailboxes;
using Lupaus.Web.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Pages.Desk;
using Lupaus.Web.Pages.Me;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <summary>What became of the mail that one has just decided about.</summary>
public sealed record MailDone(Fate Fate, Reference? Ticket);

/// <summary>Mails that could not be made into anything: for admins.</summary>
public static class MailsRoom
{
    public static void MapMailsRoom(this IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/admin/mails").RequireAuthorization(SignedIn.Admins);
        room.MapGet("", async (long? after, string? done, string? ticket, QuarantinedMails mails, CancellationToken stop) =>
            await Page(after, Enum.TryParse<Fate>(done, ignoreCase: true, out var fate) && Enum.IsDefined(fate) ? new MailDone(fate, Reference.Read(ticket)) : null, null, mails, stop));
        room.MapGet("/{id:long}/original", (long id, IDbContextFactory<LupausDb> databases, CancellationToken stop) => MailForms.Original(id, databases, stop));
        room.MapPost("/{id:long}/again", ([AsParameters] MailPost post, PlaceMail place) => post.Do((id, by, source) => place.ReadAgain(id, by, source, post.Stop)));
        room.MapPost("/{id:long}/open", ([AsParameters] MailPost post, PlaceMail place) => post.Do((id, by, source) => place.OpenAnyway(id, by, source, post.Stop)));
        room.MapPost("/{id:long}/dismiss", ([AsParameters] MailPost post, PlaceMail place) => post.Do((id, by, source) => place.Dismiss(id, by, source, post.Stop)));
    }

    internal static async Task<IResult> Page(long? after, MailDone? done, Refusal? refusal, QuarantinedMails mails, CancellationToken stop) =>
        PageResults.Page<MailsPage>(new { Part = await mails.List(after, QuarantinedMails.PartLength, stop), IsFirst = after is null, Done = done, Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
}

/// <summary>A decision about one mail, sent.</summary>
public sealed record MailPost(HttpContext Context, long Id, IFormCollection Form, QuarantinedMails Mails, IDbContextFactory<LupausDb> Databases, CancellationToken Stop)
{
    public async Task<IResult> Do(Func<ReceivedMailId, AgentId, Source?, Task<Received>> decide)
    {
        try
        {
            var received = await decide(ReceivedMailId.From(Id), Context.User.AgentId(), MeDoors.ReadNonce("mail", Form));
            await using var db = await Databases.CreateDbContextAsync(Stop);
            var ticket = received.Ticket is { } id ? (await db.Tickets.Where(t => t.Id == id).Select(t => t.Reference).FirstAsync(Stop)).Value : null;
            return Results.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/admin/mails?done={received.Fate.ToString().ToLowerInvariant()}{(ticket is null ? "" : $"&ticket={ticket}")}"));
        }
        catch (RuleBroken broken)
        {
            return await MailsRoom.Page(null, null, broken.Refusal, Mails, Stop);
        }
    }
}
