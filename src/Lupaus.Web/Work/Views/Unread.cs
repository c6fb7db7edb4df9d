using System.Linq.Expressions;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Views;

public static class Unread
{
    /// <summary>
    /// What has come from somebody else since they looked; and what is theirs to answer and they have never opened.
    /// </summary>
    public static Expression<Func<Ticket, bool>> To(AgentId me, LupausDb db) => t =>
        db.LastLooks.Any(l => l.TicketId == t.Id && l.AgentId == me && (l.IsUnread || db.Messages.Any(m =>
            m.TicketId == t.Id && m.Id > l.Seen && m.AgentId != me && m.Nature == Nature.Human)))
        || (t.OwnerId == me && t.Closure == null && !db.LastLooks.Any(l => l.TicketId == t.Id && l.AgentId == me));

    /// <summary>As the query says it, of one message.</summary>
    public static bool IsNews(this Message message, AgentId to) =>
        message.AgentId != to && message.Nature == Nature.Human;
}

/// <summary>An agent has opened a ticket: what stands in it now is no longer new to them.</summary>
public sealed class LookAt(Changes changes, TimeProvider clock)
{
    /// <param name="newest">What stands last; null for whatever does.</param>
    public Task For(TicketId ticket, MessageId? newest, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var seen = newest ?? await db.NewestWord(ticket, stop);
        if (await db.LastLooks.FirstOrDefaultAsync(l => l.TicketId == ticket && l.AgentId == by, stop) is { } last)
            last.Look(seen, now);
        else
            db.LastLooks.Add(new LastLook(by, ticket, seen, now));
    }, stop);
}

/// <summary>They want to come back to it: it is new to them until they open it again.</summary>
public sealed class MarkUnread(Changes changes, TimeProvider clock)
{
    public Task For(TicketId ticket, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        await db.Tickets.One(ticket, stop);
        var last = await db.LastLooks.FirstOrDefaultAsync(l => l.TicketId == ticket && l.AgentId == by, stop);
        if (last is null)
            db.LastLooks.Add(last = new LastLook(by, ticket, await db.NewestWord(ticket, stop), clock.Now()));
        last.MarkUnread();
    }, stop);
}

internal static class WordsStored
{
    public static Task<MessageId> NewestWord(this LupausDb db, TicketId ticket, CancellationToken stop) =>
        db.Messages.Where(m => m.TicketId == ticket || db.Tickets.Any(t => t.Id == m.TicketId && t.MergedIntoId == ticket)).OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync(stop);
}
