using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>
/// A long absence has begun, or a sudden one has grown long: the tickets get a new owner, the customers hear who goes
/// on, and the promises stand. A duty agent's duty moves with them.
/// </summary>
public sealed class MoveTicketsOfTheAbsent(IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, PassOn passOn, TimeProvider clock, ILogger<MoveTicketsOfTheAbsent> log)
{
    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        foreach (var absence in await Begun(stop))
        {
            try
            {
                await changes.Make(db => Move(absence, company, db, stop), stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The tickets of somebody who is away could not be moved; the watch tries again soon.");
            }
        }
    }

    private async Task<List<AbsenceId>> Begun(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await Unmoved(db, now).Select(a => a.Id).ToListAsync(stop);
    }

    private async Task Move(AbsenceId id, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        if (await Unmoved(db, now).FirstOrDefaultAsync(a => a.Id == id, stop) is not { } absence || !absence.IsLong(await HoursOf(absence.AgentId, company, db, stop), now))
            return;
        var agent = await db.Agents.One(absence.AgentId, stop);
        if (!agent.IsActive || await db.HeirOf(agent.Id, absence.StandInId ?? agent.StandInId, now, stop) is not { } chosen)
            return;
        var heir = await db.Agents.One(chosen, stop);
        var ours = await db.Companies.FirstAsync(stop);
        if (ours.DutyAgentId == agent.Id)
            ours.GiveDutyTo(heir, Actor.Lupaus, now);
        await passOn.All(agent.Id, heir, absence.StandInId ?? agent.StandInId, OwnerReason.LongAbsence, company, db, Actor.Lupaus, now, stop);
        await PassOn.Elsewhere(agent.Id, heir.Id, db, Actor.Lupaus, now, stop);
        absence.TicketsMoved(now);
    }

    private static IQueryable<Absence> Unmoved(LupausDb db, DateTimeOffset now) =>
        db.Absences.At(now).Where(a => a.TicketsMovedAt == null);

    /// <summary>Working days are those of their team.</summary>
    private static async Task<OpeningHours> HoursOf(AgentId agent, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var team = await db.Set<TeamMember>().Where(m => m.AgentId == agent).OrderBy(m => m.TeamId).Select(m => (TeamId?)m.TeamId).FirstOrDefaultAsync(stop);
        return company.HoursOf(team);
    }
}
