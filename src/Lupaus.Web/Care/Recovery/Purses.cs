using Lupaus.Care.Recovery;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Recovery;

/// <summary>A calendar month by the company's clock: from its first moment to before the next one's.</summary>
public sealed record GoodwillMonth(DateTimeOffset From, DateTimeOffset To)
{
    public static GoodwillMonth At(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.DayAt(now);
        var first = new DateOnly(today.Year, today.Month, 1);
        return new(zone.Midnight(first), zone.Midnight(first.AddMonths(1)));
    }
}

internal static class Purses
{
    /// <summary>What was given in this time and not taken back.</summary>
    public static IQueryable<Goodwill> Standing(this LupausDb db, DateTimeOffset from, DateTimeOffset to) =>
        db.Goodwills.Where(g => g.At >= from && g.At < to && !db.GoodwillReturns.Any(r => r.GoodwillId == g.Id));

    /// <summary>What somebody has left; where it isn't enough, a lead who is here and still has, by name.</summary>
    public static async Task<Purse> PurseFor(this LupausDb db, Gift gift, Agent giver, TimeZoneInfo zone, DateTimeOffset now, CancellationToken stop)
    {
        var limit = await db.Companies.Select(c => c.GoodwillLimit).FirstAsync(stop);
        var (from, to) = GoodwillMonth.At(now, zone);
        var by = giver.Id;
        var purse = new Purse(giver.GoodwillLimit ?? limit, await db.Standing(from, to).Where(g => g.GiverId == by).SumAsync(g => g.Cents, stop));
        if (purse.WhyNotSpend(gift.Cents) is null)
            return purse;
        var away = db.Absences.At(now);
        var leads = await db.Agents.AsNoTracking().Where(a => a.Activity != null && a.Id != by && a.Role != Role.Agent && !away.Any(x => x.AgentId == a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new { a.Name, Limit = a.GoodwillLimit ?? limit, Given = db.Standing(from, to).Where(g => g.GiverId == a.Id).Sum(g => g.Cents) }).ToListAsync(stop);
        return purse with { Lead = leads.Find(l => new Purse(l.Limit, l.Given).WhyNotSpend(gift.Cents) is null)?.Name };
    }
}
