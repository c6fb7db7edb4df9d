using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.People;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Calls;

/// <summary>Somebody who may be on the line, with what they may ring about.</summary>
public sealed record Caller(PersonId Id, string Name, IReadOnlyList<Contact> Contacts, IReadOnlyList<CallersMatter> Matters);

public sealed record CallersMatter(TicketId Id, PersonId Customer, Reference Reference, string Subject, AgentId Owner, PromiseKind? Kind, DateTimeOffset? Due, bool IsOpen, DateTimeOffset LastWordAt);

/// <summary>A call one owes: what a customer who left only a number has to be told.</summary>
/// <param name="From">Not before; later when nobody answered and another time was set.</param>
public sealed record CallOwed(Reference Reference, string Subject, string Customer, string? Number, TopicId Topic, DateTimeOffset From, int Tried);

/// <summary>Something said lately in the matter that the call is about.</summary>
public sealed record SaidLately(Message Message, bool IsToTell);

/// <summary>What one needs to see while a telephone rings.</summary>
public sealed class WhoRang(IDbContextFactory<LupausDb> databases, WhoIsMeant meant)
{
    public const int FewestLetters = 2;
    private const int Most = 6;
    private const int MostMeant = 60;
    private const int MostMatters = 60;
    private const int MostOwed = 50;
    private const int MostSaid = 12;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>By whatever they say of themselves, the best guess first; of two who fit as well, the one who has something open.</summary>
    public async Task<IReadOnlyList<Caller>> By(string? sought, DateTimeOffset now, CancellationToken stop)
    {
        var text = sought.OneLine().CutTo(FindPeople.MostLetters);
        if (text.Length < FewestLetters)
            return [];
        await using var db = await databases.CreateDbContextAsync(stop);
        if (Reference.Read(text) is { } reference && !text.Contains(' '))
            return await WithMatters(db.People.Where(p => db.Tickets.Any(t => t.Reference == reference && t.CustomerId == p.Id)), db, now, stop, reference);
        PersonGuess[] guesses = [.. (await meant.By(text, db, stop)).Take(MostMeant)];
        PersonId[] ids = [.. guesses.Select(g => g.Id)];
        var waiting = (await db.Tickets.Where(t => ids.Contains(t.CustomerId) && t.Closure == null).Select(t => t.CustomerId).Distinct().ToListAsync(stop)).ToHashSet();
        PersonId[] first = [.. guesses.OrderByDescending(g => Math.Round(g.Score, 1)).ThenByDescending(g => waiting.Contains(g.Id)).ThenByDescending(g => g.Score).Select(g => g.Id).Take(Most)];
        var callers = await WithMatters(db.People.Where(p => first.Contains(p.Id)), db, now, stop);
        return [.. callers.OrderBy(c => Array.IndexOf(first, c.Id))];
    }

    public async Task<Caller?> WithMatter(Reference reference, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await WithMatters(db.People.Where(p => db.Tickets.Any(t => t.Reference == reference && t.CustomerId == p.Id)), db, now, stop, reference)).FirstOrDefault();
    }

    public async Task<Caller?> Of(PersonId id, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await WithMatters(db.People.Where(p => p.Id == id && p.MergedIntoId == null), db, now, stop)).FirstOrDefault();
    }

    /// <summary>Newest last: what people said and noted, and what is still to be told.</summary>
    public async Task<IReadOnlyList<SaidLately>> SaidIn(TicketId ticket, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var said = await (
            from m in db.Messages.AsNoTracking()
            join o in db.Outbox on m.Id equals o.Id into sent
            from o in sent.DefaultIfEmpty()
            where m.TicketId == ticket
            let toTell = o != null && o.Way == Way.Call && o.State == Dispatch.Waiting && o.NotBefore <= now
            where toTell || m.Direction != Direction.ToCustomer || m.Nature == Nature.Human || m.Nature == Nature.Moved || m.Nature == Nature.Tried
            orderby m.Id descending
            select new SaidLately(m, toTell)).Take(MostSaid).ToListAsync(stop);
        said.Reverse();
        return said;
    }

    /// <summary>The calls this agent owes, soonest first; those put off too.</summary>
    public async Task<IReadOnlyList<CallOwed>> Owed(AgentId agent, DateTimeOffset now, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var looksAfter = (await db.LookedAfterBy(agent, now, stop)).Select(t => t.Id);
        var rows = await (
            from o in db.Outbox
            join t in db.Tickets on o.TicketId equals t.Id
            join p in db.People on t.CustomerId equals p.Id
            where o.Way == Way.Call && o.State == Dispatch.Waiting && !o.IsReceipt && (t.OwnerId == agent || looksAfter.Contains(t.Id))
            orderby o.NotBefore
            select new { t.Id, t.Reference, t.Subject, p.Name, o.Address, t.TopicId, o.NotBefore, Tried = db.Messages.Count(m => m.TicketId == t.Id && m.Nature == Nature.Tried && m.At >= o.MadeAt) })
            .Take(MostOwed).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Id).Select(g => g.First()).Select(r => new CallOwed(r.Reference, r.Subject, r.Name, r.Address, r.TopicId, r.NotBefore, r.Tried))];
    }

    private static async Task<IReadOnlyList<Caller>> WithMatters(IQueryable<Person> which, LupausDb db, DateTimeOffset now, CancellationToken stop, Reference? also = null)
    {
        var people = await which.AsNoTracking().Include(p => p.Contacts).ToListAsync(stop);
        var since = now - Lately;
        PersonId[] ids = [.. people.Select(p => p.Id)];
        var matters = ids.Length == 0 ? [] : await db.Tickets.AsNoTracking().IgnoreAutoIncludes()
            .Where(t => ids.Contains(t.CustomerId) && t.MergedIntoId == null && (t.Closure == null || t.LastWordAt > since || t.Reference == also))
            .OrderByDescending(t => t.Closure == null).ThenByDescending(t => t.LastWordAt).Take(MostMatters)
            .Select(t => new CallersMatter(t.Id, t.CustomerId, t.Reference, t.Subject, t.OwnerId, (PromiseKind?)t.Promise!.Kind, (DateTimeOffset?)t.Promise!.Due, t.Closure == null, t.LastWordAt)).ToListAsync(stop);
        return [.. people.Select(p => new Caller(p.Id, p.Name, p.Contacts, [.. matters.Where(m => m.Customer == p.Id)]))];
    }
}
