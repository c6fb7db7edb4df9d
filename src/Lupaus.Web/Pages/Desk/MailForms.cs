using Lupaus.Doors.Mailboxes;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Doors.Mailboxes;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>What an agent decides about mails, and the mails as they came.</summary>
internal static class MailForms
{
    public static void MapMailForms(this RouteGroupBuilder ticket)
    {
        ticket.MapPost("/mails/{mail:long}/letin", ([AsParameters] TicketPost post, long mail, DecideMail decide) =>
            post.Try($"letin-{mail}", (id, _) => decide.LetIn(id, ReceivedMailId.From(mail), post.Me, post.Stop)));
        ticket.MapPost("/mails/{mail:long}/keep", ([AsParameters] TicketPost post, long mail, DecideMail decide) =>
            post.Try($"keep-{mail}", (id, _) => decide.LetIn(id, ReceivedMailId.From(mail), post.Me, post.Stop)));
        ticket.MapPost("/mails/{mail:long}/apart", ([AsParameters] TicketPost post, long mail, DecideMail decide) =>
            post.Try($"apart-{mail}", (id, _) => decide.OpenApart(id, ReceivedMailId.From(mail), post.Me, post.Stop)));
        ticket.MapPost("/mails/{mail:long}/aside", ([AsParameters] TicketPost post, long mail, DecideMail decide) =>
            post.Try($"setaside-{mail}", (id, _) => decide.SetAside(id, ReceivedMailId.From(mail), post.Me, post.Stop)));
    }

    public static void MapLetterForms(this RouteGroupBuilder ticket) =>
        ticket.MapPost("/letters/{letter:long}/again", ([AsParameters] TicketPost post, long letter, SendAgain again) =>
            post.Try($"again-{letter}", (id, source) => again.For(id, MessageId.From(letter), post.Me, source, post.Stop)));

    /// <summary>The raw message, to be saved: a browser shows nothing of it.</summary>
    public static async Task<IResult> Original(long mail, IDbContextFactory<LupausDb> databases, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.ReceivedMails.AsNoTracking().FirstOrDefaultAsync(m => m.Id == ReceivedMailId.From(mail), stop) is { } found
            ? Results.File(await db.RawOf(found, stop), "message/rfc822", $"{found.Id.Value}.eml")
            : Results.NotFound();
    }
}
