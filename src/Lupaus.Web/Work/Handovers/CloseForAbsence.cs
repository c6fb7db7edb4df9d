using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>
/// In a company of one an absence is a closure of the calendar. Promises that would fall due inside are moved first,
/// by as much open time as they had left, and each customer is told when we open again.
/// </summary>
public sealed class CloseForAbsence(Telling telling, Words words)
{
    public async Task During(Absence absence, CompanyNow company, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        if (absence.Until is not { } until)
            throw new RuleBroken(Refusal.Because("absence.alone.end"));
        var days = company.HoursOf(company.DefaultTopic.Id).WorkingDays(absence.From, until).ToArray();
        var closed = await db.ClosedDays.Select(d => d.Day).ToListAsync(stop);
        foreach (var day in days.Except(closed))
            db.ClosedDays.Add(ClosedDay.On(day, NameIn(company), now));

        var eves = await db.Companies.Select(c => c.ClosesOnEves).FirstAsync(stop);
        var teams = await db.Teams.AsNoTracking().IgnoreAutoIncludes().ToDictionaryAsync(t => t.Id, t => t.Hours, stop);
        var inside = await db.Tickets.Open()
            .Where(t => t.Promise!.Kind != PromiseKind.CheckBack && t.Promise.Due > now && t.Promise.Due >= absence.From && t.Promise.Due < until).ToListAsync(stop);
        foreach (var ticket in inside)
            Move(ticket, new OpeningHours(teams[company.Topic(ticket.TopicId).TeamId], company.Zone, eves, closed.Concat(days)), absence.From, until, company, by, now);
    }

    /// <summary>Home sooner than planned: the days not yet begun are open again.</summary>
    public async Task Reopen(Absence absence, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, company.Zone).DateTime);
        var last = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(absence.Until ?? now, company.Zone).DateTime);
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(absence.From, company.Zone).DateTime);
        var name = NameIn(company);
        db.ClosedDays.RemoveRange(await db.ClosedDays.Where(d => d.Day >= today && d.Day >= first && d.Day <= last && d.Name == name).ToListAsync(stop));
    }

    private void Move(Ticket ticket, OpeningHours then, DateTimeOffset from, DateTimeOffset until, CompanyNow company, AgentId by, DateTimeOffset now)
    {
        var left = company.HoursOf(ticket.TopicId).Between(from, ticket.Promise!.Due);
        var due = new PromiseMaker(then).InOpenHours(until, left);
        ticket.PutOff(due, telling.MovedByClosure(company, ticket.Language, then.NextOpening(until) ?? until, due, now), by, now);
    }

    private string NameIn(CompanyNow company) => words.In(company.Language)["handovers.closed"];
}
