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
        if (await changes.Make(SomeAreMissing, stop))
            made = await Parts(Messages, stop) + await Parts(Tickets, stop);
        return made + await Parts(Older, stop) + await Parts(Newer, stop);
    }

    /// <summary>An entry is never without its message or ticket, so that numbers tell it, and a million need not be gone through each hour.</summary>
    private static async Task<bool> SomeAreMissing(LupausDb db) =>
        await db.SearchEntries.CountAsync() < await db.Messages.CountAsync() + await db.Tickets.CountAsync();

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

    private Task<(int, long)> Older(LupausDb db, long before, CancellationToken stop) =>
        Renewed(db.SearchEntries.Where(e => string.Compare(e.MadeBy, words.MadeBy) < 0), db, before, stop);

    private Task<(int, long)> Newer(LupausDb db, long before, CancellationToken stop) =>
        Renewed(db.SearchEntries.Where(e => string.Compare(e.MadeBy, words.MadeBy) > 0), db, before, stop);

    private async Task<(int, long)> Renewed(IQueryable<SearchEntry> others, LupausDb db, long before, CancellationToken stop)
    {
        var old = await others.OrderByDescending(e => e.MadeBy).ThenByDescending(e => e.Id).Take(Part).ToListAsync(stop);
        var messages = old.Select(e => e.MessageId).OfType<MessageId>().ToArray();
        var texts = await db.Messages.Include(m => m.Attachments).Where(m => messages.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        foreach (var entry in old)
            entry.Renew(entry.MessageId is { } id ? await index.Tokens(texts[id], db, stop) : await index.Tokens((await db.Tickets.FindAsync([entry.TicketId], stop))!, db, stop), words.MadeBy);
        return (old.Count, before);
    }
}
