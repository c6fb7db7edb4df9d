using Lupaus.Care.Recovery;
using Lupaus.Ground.Identity;
using Lupaus.Storage;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Recovery;

/// <summary>Goodwill as it is read.</summary>
/// <param name="BackAt">When it was taken back; null while it stands.</param>
public sealed record GoodwillRow(GoodwillId Id, Reference Reference, string Subject, AgentId Giver, string What, int Cents, string Reason, DateTimeOffset At, DateTimeOffset? BackAt, AgentId? BackBy, string? BackReason)
{
    public bool Stands => BackAt is null;

    public Refusal? WhyNotTakeBack(AgentId by, Role role, DateTimeOffset now) => GoodwillReturn.WhyNotTakeBack(Giver, At, by, role, now);
}

/// <summary>What one customer's matter got.</summary>
public sealed record GoodwillOfTicket(Reference Reference, string Customer, string Subject, int Cents);

/// <summary>A month's goodwill by ticket, the newest first. Nobody's is counted beside a colleague's.</summary>
public sealed record GoodwillOfMonth(IReadOnlyList<GoodwillOfTicket> Tickets, long Cents, int Others);

/// <summary>A page of a list, newest first; and after which one it goes on, null at its end.</summary>
public sealed record GoodwillPart(IReadOnlyList<GoodwillRow> Rows, GoodwillId? After);

public sealed class GoodwillSeen(IDbContextFactory<LupausDb> databases, OurCompany ourCompany)
{
    private const int MostTickets = 50;

    /// <summary>In a ticket and all that goes on in it, the oldest first.</summary>
    public async Task<IReadOnlyList<GoodwillRow>> In(TicketId ticket, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.GoodwillIn(ticket, stop);
    }

    /// <summary>What one of us may still give in this month.</summary>
    public async Task<Purse> Of(AgentId agent, DateTimeOffset now, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        var (from, to) = GoodwillMonth.At(now, company.Zone);
        await using var db = await databases.CreateDbContextAsync(stop);
        var mine = await db.Agents.Where(a => a.Id == agent).Select(a => new { a.GoodwillLimit, Given = db.Standing(from, to).Where(g => g.GiverId == agent).Sum(g => g.Cents) }).FirstAsync(stop);
        return new Purse(mine.GoodwillLimit ?? company.GoodwillLimit, mine.Given);
    }

    public async Task<GoodwillOfMonth> Month(DateTimeOffset now, CancellationToken stop)
    {
        var (from, to) = GoodwillMonth.At(now, (await ourCompany.Now(stop)).Zone);
        await using var db = await databases.CreateDbContextAsync(stop);
        var tickets = await db.Standing(from, to).GroupBy(g => g.TicketId).Select(g => new
        {
            Reference = db.Tickets.Where(t => t.Id == g.Key).Select(t => t.Reference).First(),
            Subject = db.Tickets.Where(t => t.Id == g.Key).Select(t => t.Subject).First(),
            Customer = db.Tickets.Where(t => t.Id == g.Key).Select(t => db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First()).First(),
            Cents = g.Sum(x => x.Cents),
            Last = g.Max(x => x.At),
        }).ToListAsync(stop);
        return new GoodwillOfMonth(
            [.. tickets.OrderByDescending(t => t.Last).Take(MostTickets).Select(t => new GoodwillOfTicket(t.Reference, t.Customer, t.Subject, t.Cents))],
            tickets.Sum(t => (long)t.Cents), Math.Max(0, tickets.Count - MostTickets));
    }

    public async Task<GoodwillPart> Among(DateTimeOffset from, DateTimeOffset to, long? after, int limit, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var those = db.Goodwills.Where(g => g.At >= from && g.At < to);
        // Ids grow with time, so the list goes on before the one it ended with.
        if (after is { } id)
            those = those.Where(g => g.Id < GoodwillId.From(id));
        var found = await those.OrderByDescending(g => g.Id).Take(limit + 1).AsRows(db).ToListAsync(stop);
        GoodwillRow[] rows = [.. found.OrderByDescending(g => g.Id.Value).Take(limit)];
        return new GoodwillPart(rows, found.Count > limit ? rows[^1].Id : null);
    }
}

internal static class GoodwillRows
{
    public static async Task<IReadOnlyList<GoodwillRow>> GoodwillIn(this LupausDb db, TicketId ticket, CancellationToken stop) =>
        [.. (await db.Goodwills.Where(g => g.TicketId == ticket || db.Tickets.Any(t => t.Id == g.TicketId && t.MergedIntoId == ticket)).AsRows(db).ToListAsync(stop)).OrderBy(g => g.Id.Value)];

    public static IQueryable<GoodwillRow> AsRows(this IQueryable<Goodwill> those, LupausDb db) =>
        from g in those
        join t in db.Tickets.IgnoreAutoIncludes() on g.TicketId equals t.Id
        join r in db.GoodwillReturns on g.Id equals r.GoodwillId into returned
        from r in returned.DefaultIfEmpty()
        select new GoodwillRow(g.Id, t.Reference, t.Subject, g.GiverId, g.What, g.Cents, g.Reason, g.At, r == null ? null : r.At, r == null ? null : r.ById, r == null ? null : r.Reason);
}
