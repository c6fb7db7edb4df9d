using Lupaus.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Back from an absence, or it is called off. Tickets that have moved meanwhile stay with who knows them now.</summary>
public sealed class ComeBack(Changes changes, OurCompany ourCompany, CloseForAbsence closing, TimeProvider clock)
{
    public async Task From(AbsenceId id, AgentId agent, AgentId by, CancellationToken stop, Source? source = null)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var absence = await db.Absences.FirstOrDefaultAsync(a => a.Id == id && a.AgentId == agent, stop) ?? throw new RuleBroken(Refusal.Because("absence.past"));
            if (absence.Until <= now)
                return;
            if (!await db.ActiveAgents.AnyAsync(a => a.AgentId != agent, stop))
                await closing.Reopen(absence, company, db, now, stop);
            absence.ComeBack(now);
            (await db.Agents.One(agent, stop)).IsBack(by, now);
            db.Remember(source, null, now);
        }, stop);
    }
}
