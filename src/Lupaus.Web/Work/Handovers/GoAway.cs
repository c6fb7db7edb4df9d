using Lupaus.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <param name="FirstDay">Today means from this moment on: illness isn't planned.</param>
/// <param name="LastDay">The last whole day away; null while nobody knows.</param>
public sealed record AwayPlan(AgentId Agent, DateOnly FirstDay, DateOnly? LastDay, AgentId? StandIn);

/// <summary>
/// Somebody will be, or suddenly is, away. Whoever works alone closes the company for that time: what was promised
/// inside is moved first, and the customers are told.
/// </summary>
public sealed class GoAway(Changes changes, OurCompany ourCompany, CloseForAbsence closing, TimeProvider clock)
{
    private const int LongestInDays = 400;

    public async Task As(AwayPlan plan, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var agent = await db.Agents.One(plan.Agent, stop);
            (agent.IsActive ? WhyNotPlan(plan) : Refusal.Because("agent.inactive")).StopIfAny();
            var from = plan.FirstDay == company.Zone.DayAt(now) ? now : company.Zone.Midnight(plan.FirstDay);
            DateTimeOffset? until = plan.LastDay is { } last ? company.Zone.Midnight(last.AddDays(1)) : null;
            var absence = Absence.Plan(agent.Id, from, until, plan.StandIn, now);
            await WhyNotTwice(absence, db, stop);
            if (!await db.ActiveAgents.AnyAsync(a => a.AgentId != agent.Id, stop))
                await closing.During(absence, company, db, by, now, stop);
            db.Absences.Add(absence);
            agent.GoesAway(from, until, by, now);
            db.Remember(source, null, now);
        }, stop);
    }

    private static Refusal? WhyNotPlan(AwayPlan plan) =>
        plan.FirstDay.Year is < 2000 or > 9000 ? Refusal.Because("absence.begin") :
        plan.LastDay < plan.FirstDay ? Refusal.Because("absence.order") :
        plan.LastDay?.DayNumber - plan.FirstDay.DayNumber > LongestInDays ? Refusal.Because("absence.far") :
        null;

    private static async Task WhyNotTwice(Absence absence, LupausDb db, CancellationToken stop)
    {
        var (agent, from, until) = (absence.AgentId, absence.From, absence.Until);
        var overlaps = await db.Absences.AnyAsync(a => a.AgentId == agent && (a.Until == null || (a.Until > from && a.Until > a.From)) && (until == null || a.From < until), stop);
        (overlaps ? Refusal.Because("absence.overlaps") : null).StopIfAny();
    }
}
