using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Search;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Search;

/// <summary>
/// Entries that another analyser made are made anew, and what has none gets one: after an upgrade, a restored backup, a new dictionary. In
/// small parts, newest first, while people go on working; what is being made anew is found as before meanwhile.
/// </summary>
public sealed class IndexAnew(Changes changes, IndexWords index, WordsForSearch words)
{
    private const int Part = 100;

    /// <summary>How many entries it made.</summary>
    public async Task<int> All(CancellationToken stop)
    {
        var made = 0;
        made += await Parts(Messages, stop);
        made += await Parts(Tickets, stop);
        return made + await Parts(Old, stop);
    }

    private async Task<int> Parts(Func<LupausDb, long, CancellationToken, Task<(int Made, long Next)>> part, CancellationToken stop)
    {
        var (all, next) = (0, long.MaxValue);
        while (true)
        {
            var (made, from) = await changes.Make(db => part(db, next, stop), stop);
            if (made == 0)
                return all;
            (all, next) = (all + made, from);
        }
    }

    private async Task<(int, long)> Messages(LupausDb db, long before, CancellationToken stop)
    {
        var below = MessageId.From(before);
        var missing = await db.Messages.Include(m => m.Attachments).Where(m => m.Id < below && !db.SearchEntries.Any(e => e.MessageId == m.Id)).OrderByDescending(m => m.Id).Take(Part).ToListAsync(stop);
        foreach (var message in missing)
            db.SearchEntries.Add(await index.Entry(message, db, stop));
        return (missing.Count, missing.Count == 0 ? 0 : missing[^1].Id.Value);
    }

    private async Task<(int, long)> Tickets(LupausDb db, long before, CancellationToken stop)
    {
        var below = TicketId.From(before);
        var missing = await db.Tickets.Where(t => t.Id < below && !db.SearchEntries.Any(e => e.TicketId == t.Id && e.MessageId == null)).OrderByDescending(t => t.Id).Take(Part).ToListAsync(stop);
        foreach (var ticket in missing)
            db.SearchEntries.Add(SearchEntry.Of(ticket.Id, await index.Tokens(ticket, db, stop), words.MadeBy));
        return (missing.Count, missing.Count == 0 ? 0 : missing[^1].Id.Value);
    }

    private async Task<(int, long)> Old(LupausDb db, long before, CancellationToken stop)
    {
        var old = await db.SearchEntries.Where(e => e.MadeBy != words.MadeBy).OrderByDescending(e => e.Id).Take(Part).ToListAsync(stop);
        var messages = old.Select(e => e.MessageId).OfType<MessageId>().ToArray();
        var texts = await db.Messages.Include(m => m.Attachments).Where(m => messages.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        foreach (var entry in old)
            entry.Renew(entry.MessageId is { } id ? await index.Tokens(texts[id], db, stop) : await index.Tokens((await db.Tickets.FindAsync([entry.TicketId], stop))!, db, stop), words.MadeBy);
        return (old.Count, before);
    }
}
