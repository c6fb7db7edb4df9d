using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>
/// Somebody leaves. In one change their tickets, promises, tasks and duty go to others, and their sessions end. A
/// ticket that reaches them in the same moment makes the database refuse, and the whole of it runs again.
/// </summary>
public sealed class LetGo(Changes changes, OurCompany ourCompany, PassOn passOn, TimeProvider clock)
{
    public async Task For(AgentId id, AgentId by, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(db => Leave(id, by, company, db, stop), stop);
    }

    private async Task Leave(AgentId id, AgentId by, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        var leaving = await db.Agents.One(id, stop);
        var others = await db.ActiveAgents.CountAsync(a => a.AgentId != id, stop);
        (leaving.WhyNotDeactivate(others) ?? WhyNotLetGo(id, by)).StopIfAny();

        var heir = await db.Agents.One((await db.HeirOf(id, leaving.StandInId, now, stop))!.Value, stop);
        await PassDuty(id, heir, db, by, now, stop);
        await passOn.All(id, heir, leaving.StandInId, OwnerReason.OwnerLeft, company, db, by, now, stop);
        await PassOn.Elsewhere(id, heir.Id, db, by, now, stop);
        await EndTheirRequests(id, db, by, now, stop);
        await EndOffersTo(id, db, by, now, stop);
        await NameOtherStandIns(leaving, db, by, now, stop);
        await CloseTheirDoors(id, by, db, now, stop);
        if (leaving.Role == Role.Admin)
            await KeepAnAdmin(leaving, db, by, now, stop);
        leaving.Deactivate(others, by, now);
    }

    /// <summary>Somebody has to stay who can open the door again.</summary>
    private static Refusal? WhyNotLetGo(AgentId id, AgentId by) => id == by ? Refusal.Because("people.self") : null;

    private static async Task KeepAnAdmin(Agent leaving, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        // In this order, as where a role is changed.
        var company = await db.Companies.FirstAsync(stop);
        leaving.WhyNotBecome(Role.Agent, await db.OtherAdmins(leaving.Id, stop)).StopIfAny();
        company.LosesAdmin(leaving.Id, by, now);
    }

    private static async Task PassDuty(AgentId id, Agent heir, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        var company = await db.Companies.FirstAsync(stop);
        if (company.DutyAgentId == id)
            company.GiveDutyTo(heir, by, now);
    }

    /// <summary>What they ask of us as colleagues ends with that, and so does reading it.</summary>
    private static async Task EndTheirRequests(AgentId id, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var asked in await db.Tickets.Where(t => t.RequesterId == id && t.Closure == null).ToListAsync(stop))
            asked.Withdraw(by, now);
        foreach (var link in await db.CustomerLinks.Where(l => l.RevokedAt == null && db.Tickets.Any(t => t.Id == l.TicketId && t.RequesterId == id)).ToListAsync(stop))
            link.Revoke(now);
    }

    /// <summary>What was offered to them they can't accept any more.</summary>
    private static async Task EndOffersTo(AgentId id, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var ticket in await db.Tickets.Where(t => t.OfferedTo == id).ToListAsync(stop))
            ticket.OfferedIsAway(id, by, now);
    }

    private static async Task NameOtherStandIns(Agent leaving, LupausDb db, AgentId by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var colleague in await db.Agents.Where(a => a.StandInId == leaving.Id).ToListAsync(stop))
            colleague.NameStandIn(leaving.StandInId == colleague.Id ? null : leaving.StandInId, by, now);
    }

    private static async Task CloseTheirDoors(AgentId id, AgentId by, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.Users.FirstOrDefaultAsync(l => l.Id == id.Value, stop) is { } login)
            login.EndSessions();
        foreach (var session in await db.Sessions.Where(s => s.AgentId == id && s.EndedAt == null).ToListAsync(stop))
            session.End(by, now);
        foreach (var link in await db.SignInLinks.Where(l => l.AgentId == id && l.UsedAt == null).ToListAsync(stop))
            link.Retire(now);
    }
}
