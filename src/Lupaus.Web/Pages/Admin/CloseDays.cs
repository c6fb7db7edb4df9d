using Lupaus.Core.Promises;
using Lupaus.Ground.Calendar;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Admin;

/// <param name="PromisesStand">The admin has seen how many promises fall on these days.</param>
public sealed record Closing(DateOnly First, DateOnly Last, string Name, bool PromisesStand);

/// <summary>
/// The company is closed on days of its own choice. Nothing new is promised for them; what is promised already stands,
/// and the admin is told how much that is before anything is closed.
/// </summary>
public sealed class CloseDays(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    private const int Most = 60;

    public async Task For(Closing closing, AgentId by, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        WhyNotSpan(closing).StopIfAny();
        await changes.Make(async db =>
        {
            var now = clock.Now();
            ClosedDay.WhyNotClose(closing.First, company.Zone.DayAt(now), await Inside(closing, company.Zone, db, stop), closing.PromisesStand).StopIfAny();
            var house = await db.Companies.FirstAsync(stop);
            var closed = await db.ClosedDays.Where(d => d.Day >= closing.First && d.Day <= closing.Last).Select(d => d.Day).ToListAsync(stop);
            for (var day = closing.First; day <= closing.Last; day = day.AddDays(1))
            {
                if (closed.Contains(day))
                    continue;
                db.ClosedDays.Add(ClosedDay.On(day, closing.Name, now));
                house.ClosesOn(day, by, now);
            }
        }, stop);
    }

    /// <summary>A promise to ask the customer again is ours to keep on any day.</summary>
    private static Task<int> Inside(Closing closing, TimeZoneInfo zone, LupausDb db, CancellationToken stop)
    {
        var (from, until) = (zone.Midnight(closing.First), zone.Midnight(closing.Last.AddDays(1)));
        return db.Tickets.Open().CountAsync(t => t.Promise!.Kind != PromiseKind.CheckBack && t.Promise.Due >= from && t.Promise.Due < until, stop);
    }

    private static Refusal? WhyNotSpan(Closing closing) =>
        closing.Last < closing.First ? Refusal.Because("closedday.order") :
        closing.Last.DayNumber - closing.First.DayNumber >= Most ? Refusal.Because("closedday.many").With("limit", Most) :
        null;
}

/// <summary>A closed day is open after all.</summary>
public sealed class OpenDay(Changes changes, TimeProvider clock)
{
    public Task On(DateOnly day, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.ClosedDays.FirstOrDefaultAsync(d => d.Day == day, stop) is not { } closed)
            return;
        db.ClosedDays.Remove(closed);
        (await db.Companies.FirstAsync(stop)).OpensOn(day, by, clock.Now());
    }, stop);
}

public sealed class KeepEves(Changes changes, TimeProvider clock)
{
    public Task Closed(bool closed, AgentId by, CancellationToken stop) => changes.Make(async db =>
        (await db.Companies.FirstAsync(stop)).KeepEves(closed, by, clock.Now()), stop);
}
