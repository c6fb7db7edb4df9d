using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Lead;

/// <summary>Reads what the lead's page shows, in as many statements however much there is.</summary>
public sealed class WatchOver(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, TightPromises tight, GoodwillSeen goodwill, TimeProvider clock)
{
    /// <summary>More than this in one part isn't read line by line; the lists of the desk have the rest.</summary>
    public const int Most = 100;

    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<LeadNow> Look(CancellationToken stop)
    {
        var now = clock.Now();
        var company = await ourCompany.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var risky = await db.Tickets.AtRisk(db.Obstacles, now + Promise.Warning).InDueOrder().Take(Most).AsRows(db).ToListAsync(stop);
        var dontFit = await DontFit([.. (await tight.Now(stop)).Except(risky.Select(r => r.Id))], db, stop);
        var broken = await BrokenSince(company.Zone.Midnight(company.Zone.DayAt(now)), db, stop);
        var (threatened, rest) = Split(risky.Concat(dontFit), r => r.StateAt(now).IsAtRisk());
        var (wentWrong, lapsed) = Split(rest, r => r.WentWrong);
        var today = broken.Select(b => b.Reference).ToHashSet();
        var (pool, week) = await PoolAndLedger(now, db, stop);
        return new LeadNow(
            now, threatened, broken, [.. lapsed.Where(r => !today.Contains(r.Reference))],
            [.. wentWrong.Concat(threatened.Where(r => r.WentWrong))],
            await Again(now, db, stop), await Offered(now, db, stop), await Unadvised(now, db, stop), await Load(company, now, db, stop), pool, week)
        {
            Goodwill = await goodwill.Month(now, stop),
        };
    }

    /// <summary>For which there is too little time to work, though they aren't due soon.</summary>
    private static async Task<IReadOnlyList<DeskRow>> DontFit(TicketId[] tickets, LupausDb db, CancellationToken stop) =>
        tickets.Length == 0 ? [] : (await db.Tickets.Where(t => tickets.Contains(t.Id)).InDueOrder().Take(Most).AsRows(db).ToListAsync(stop)).Marked(tickets.ToHashSet());

    private static (List<DeskRow> Those, List<DeskRow> Others) Split(IEnumerable<DeskRow> rows, Func<DeskRow, bool> which)
    {
        var parts = rows.ToLookup(which);
        return ([.. parts[true]], [.. parts[false]]);
    }

    private static async Task<IReadOnlyList<BrokenRow>> BrokenSince(DateTimeOffset then, LupausDb db, CancellationToken stop) =>
        [.. (await db.PromiseEnds.Where(e => e.At >= then && e.How == HowItEnded.Broken).OrderByDescending(e => e.At).Take(Most).AsBroken(db).ToListAsync(stop)).OrderByDescending(b => b.Due)];

    private static async Task<IReadOnlyList<OfferedRow>> Offered(DateTimeOffset now, LupausDb db, CancellationToken stop) => await db.Tickets.IgnoreAutoIncludes().Where(t => t.OfferedUntil > now).OrderBy(t => t.OfferedUntil).Take(Most)
        .Select(t => new OfferedRow(t.Reference, db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(), t.Subject, t.OwnerId, t.OfferedTo!.Value, t.OfferedUntil!.Value, t.Bounces)).ToListAsync(stop);

    private static async Task<IReadOnlyList<UnansweredRow>> Unadvised(DateTimeOffset now, LupausDb db, CancellationToken stop) => [.. (await db.Duties
        .Where(d => d.DoneAt == null && d.AskedBy != null && d.Due < now).OrderBy(d => d.Due).Take(Most).Join(db.Tickets.IgnoreAutoIncludes(), d => d.TicketId, t => t.Id, (d, t) => new UnansweredRow(
            t.Reference, db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(), d.What, d.AskedBy!.Value, d.Doer, d.Due)).ToListAsync(stop)).OrderBy(r => r.Due)];

    /// <summary>Second moves and second breaks, each by its fact.</summary>
    private static async Task<IReadOnlyList<AgainRow>> Again(DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        var weekAgo = now - Week;
        var facts = await db.Facts.AsNoTracking()
            .Where(f => (f.Kind == nameof(PromiseMovedAgain) || f.Kind == nameof(PromiserChanged)) && f.At >= weekAgo).OrderByDescending(f => f.Id).Take(Most)
            .Join(db.Tickets.IgnoreAutoIncludes(), f => f.TicketId, t => t.Id, (f, t) => new
            {
                Row = f,
                t.Reference,
                Customer = db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(),
                t.Subject,
                t.OwnerId,
            }).ToListAsync(stop);
        return [.. facts.OrderByDescending(f => f.Row.Id).Select(f => new AgainRow(f.Reference, f.Customer, f.Subject, f.OwnerId, f.Row.At, f.Row.Fact))];
    }

    private static async Task<IReadOnlyList<LoadRow>> Load(CompanyNow company, DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        var tomorrow = company.Zone.Midnight(company.Zone.DayAt(now).AddDays(1));
        var absences = db.Absences.At(now);
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new
        {
            a.Id,
            a.Name,
            a.Role,
            a.StandInId,
            Hours = db.WorkingHours.Where(h => h.AgentId == a.Id).Select(h => h.Weekly).FirstOrDefault(),
            Team = db.Set<TeamMember>().Where(m => m.AgentId == a.Id).OrderBy(m => m.TeamId).Select(m => (TeamId?)m.TeamId).FirstOrDefault(),
            Away = absences.Where(x => x.AgentId == a.Id).OrderBy(x => x.Id).Select(x => new { x.Until, x.StandInId }).ToList(),
            Open = db.Tickets.Count(t => EF.Property<AgentId?>(t, TicketsStored.OpenOwner) == a.Id),
            DueToday = db.Tickets.Count(t => EF.Property<AgentId?>(t, TicketsStored.OpenOwner) == a.Id
                && EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) < tomorrow && t.Promise!.Kind != PromiseKind.CheckBack),
        }).ToListAsync(stop);
        var standIns = new Standings([.. agents.Select(a => Standing.Of(a.Id, a.Role, a.StandInId, a.Away.Select(x => x.StandInId)))], company.DutyAgent).StandIns();
        return
        [
            .. agents.OrderByDescending(a => a.DueToday).ThenByDescending(a => a.Open).ThenBy(a => a.Name, StringComparer.InvariantCulture).Select(a => (Agent: a, Away: a.Away.FirstOrDefault())).Select(a => new LoadRow(
                a.Agent.Id, a.Away is not null, a.Away?.Until, a.Away is null ? null : standIns.For(a.Agent.Id), a.Agent.Open, a.Agent.DueToday, NextWork.Of(a.Agent.Hours, a.Agent.Team, company, now))),
        ];
    }

    /// <summary>What is one number each comes in one answer.</summary>
    private static async Task<(UntouchedPool Pool, Ledger Week)> PoolAndLedger(DateTimeOffset now, LupausDb db, CancellationToken stop)
    {
        var weekAgo = now - Week;
        var untouched = db.Tickets.Untouched();
        var oldest = untouched.OrderBy(t => t.ArrivedAt);
        var found = await db.Companies.Where(c => c.Id == Lupaus.Ground.Identity.Company.OnlyId).Select(_ => new
        {
            Pool = new UntouchedPool(untouched.Count(), oldest.Select(t => (Reference?)t.Reference).FirstOrDefault(), oldest.Select(t => (DateTimeOffset?)t.ArrivedAt).FirstOrDefault()),
            Kept = db.PromiseEnds.Count(e => e.At >= weekAgo && e.How == HowItEnded.Kept),
            Broken = db.PromiseEnds.Count(e => e.At >= weekAgo && e.How == HowItEnded.Broken),
        }).SingleAsync(stop);
        return (found.Pool, new Ledger(found.Kept, found.Broken));
    }
}

internal static class BrokenRows
{
    public static IQueryable<BrokenRow> AsBroken(this IQueryable<PromiseEnd> ends, LupausDb db) => ends.AsNoTracking().Join(db.Tickets.IgnoreAutoIncludes(), e => e.TicketId, t => t.Id, (e, t) => new BrokenRow(
        t.Reference, db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(), t.Subject, t.OwnerId, e.Due,
        db.Messages.Where(m => m.TicketId == e.TicketId && m.Direction == Direction.ToCustomer && m.Nature == Nature.Human && m.At > e.Due).OrderBy(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
        t.Closure == null));
}
