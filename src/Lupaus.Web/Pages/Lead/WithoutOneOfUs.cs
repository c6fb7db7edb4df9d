using Lupaus.Ground.Calendar;
using Lupaus.Order.Simulation;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Order.Simulation;
using Lupaus.Web.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Lead;

/// <summary>The next working day, if one of us were ill.</summary>
/// <param name="Due">What they look after and is promised for that day.</param>
/// <param name="Break">Promises that there would be too little time for, and that there is enough for as things stand.</param>
public sealed record MissedDay(AgentId Agent, int Due, AgentId StandIn, IReadOnlyList<DeskRow> Break);

/// <summary>How much comes to us, and how much time we have for it.</summary>
/// <param name="ADay">New matters a working day, over the last four weeks.</param>
/// <param name="Effort">What one usually takes, by its topic.</param>
/// <param name="Load">The work that comes, of a hundred parts of our working time; null while too little has come to tell.</param>
public sealed record HowBusy(double ADay, TimeSpan Effort, int? Load);

/// <param name="Load">The load that was simulated: chosen by the reader, else our own.</param>
/// <param name="Agents">How many are at work that day.</param>
public sealed record Tomorrow(DateOnly Day, IReadOnlyList<MissedDay> Missed, HowBusy Busy, int Load, int Agents, IReadOnlyList<DayWithIll> Days);

/// <summary>"What if one of us is ill tomorrow?": by what is promised already, and by days like it lived through in the simulated house.</summary>
public sealed class WithoutOneOfUs(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, LivedDays lived, TimeProvider clock)
{
    public static readonly IReadOnlyList<int> Loads = [50, 60, 70, 80, 85, 90, 95, 100, 105, 110];

    /// <summary>Until we know our own.</summary>
    private const int UsualLoad = 80;

    private const int FewestToTell = 30, Weeks = 4;

    public async Task<Tomorrow> Look(int? load, CancellationToken stop)
    {
        var (company, now) = (await ourCompany.Now(stop), clock.Now());
        var hours = company.HoursOf(company.DefaultTopic.Id);
        var midnight = company.Zone.Midnight(company.Zone.DayAt(now).AddDays(1));
        var day = company.Zone.DayAt(hours.NextOpening(midnight) ?? midnight);
        await using var db = await databases.CreateDbContextAsync(stop);
        var work = await PromisedWork.Read(company, db, company.Zone.Midnight(day), company.Zone.Midnight(day.AddDays(1)), stop);
        var atWork = work.AtWork.ToArray();
        var busy = await HowBusy(company, hours, atWork.Sum(w => w.Work.TotalMinutes), db, now, stop);
        var chosen = load is { } wished ? Loads.MinBy(l => Math.Abs(l - wished)) : busy.Load ?? UsualLoad;
        return new Tomorrow(
            day, await Missed(work, [.. atWork.Select(w => w.Agent)], db, stop), busy, chosen, atWork.Length,
            atWork.Length == 0 ? [] : await lived.Of(atWork.Length, chosen, (int)Math.Round(company.Target * 100), stop));
    }

    private static async Task<IReadOnlyList<MissedDay>> Missed(PromisedWork work, AgentId[] atWork, LupausDb db, CancellationToken stop)
    {
        var broken = atWork.ToDictionary(a => a, a => work.DontFitWithout(a));
        var ids = broken.Values.SelectMany(b => b).Distinct().ToArray();
        var rows = ids.Length == 0 ? [] : await db.Tickets.Where(t => ids.Contains(t.Id)).AsRows(db).ToDictionaryAsync(r => r.Id, stop);
        return
        [
            .. atWork.Select(a => new MissedDay(a, work.DueFor(a), work.StandInFor(a), [.. broken[a].Select(id => rows.GetValueOrDefault(id)).OfType<DeskRow>().OrderBy(r => r.ComesUp)]))
                .OrderByDescending(m => m.Break.Count).ThenByDescending(m => m.Due).ThenBy(m => m.Agent.Value),
        ];
    }

    private static async Task<HowBusy> HowBusy(CompanyNow company, OpeningHours hours, double minutesADay, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var since = now.AddDays(-7 * Weeks);
        var came = await db.Tickets.Where(t => t.LastWordAt > since && t.ArrivedAt > since && t.AsideUntil == null).GroupBy(t => t.TopicId, (topic, tickets) => new { Topic = topic, Count = tickets.Count() }).ToListAsync(stop);
        var all = came.Sum(c => c.Count);
        if (all == 0)
            return new HowBusy(0, TimeSpan.Zero, null);
        var effort = TimeSpan.FromMinutes(came.Sum(c => c.Count * company.Topic(c.Topic).FastestAnswer.TotalMinutes) / all);
        var aDay = (double)all / Math.Max(1, hours.WorkingDays(since, now).Count());
        var ofHundred = minutesADay > 0 ? (int)Math.Round(100 * aDay * effort.TotalMinutes / minutesADay) : 0;
        return new HowBusy(aDay, effort, all < FewestToTell || minutesADay == 0 ? null : Math.Clamp(ofHundred, Loads[0], Loads[^1]));
    }
}
