using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Whom a question is for: one of ours, or whoever of a team has least to do.</summary>
public readonly record struct Asked(AgentId? Agent, TeamId? Team);

/// <summary>One of ours asks a colleague in a ticket; answers it, or passes the question on. The customer stays where they are.</summary>
public sealed class AskColleague(Changes changes, TimeProvider clock)
{
    public Task For(TicketId id, Asked whom, string question, DateTimeOffset due, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        ticket.Ask(question, await Doer(whom, ticket, by, db, now, stop), due, by, now);
        db.Remember(source, id, now);
    }, stop);

    public Task Answer(DutyId id, string answer, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await TicketOf(id, db, stop);
        ticket.AnswerQuestion(id, answer, by, now);
        db.Remember(source, ticket.Id, now);
    }, stop);

    public Task Pass(DutyId id, AgentId to, string reason, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await TicketOf(id, db, stop);
        (await db.WhyNotReceive(to, now, stop)).StopIfAny();
        ticket.PassQuestion(id, to, reason, by, await db.IsLead(by, stop), now);
        db.Remember(source, ticket.Id, now);
    }, stop);

    /// <summary>There is always one who owes the answer: of a team, the one present with least work ahead.</summary>
    private static async Task<AgentId> Doer(Asked whom, Ticket ticket, AgentId by, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (whom.Agent is { } agent)
        {
            (await db.WhyNotReceive(agent, now, stop)).StopIfAny();
            return agent;
        }
        var team = whom.Team ?? throw new RuleBroken(Refusal.Because("consult.nobody"));
        var (owner, requester, away) = (ticket.OwnerId, ticket.RequesterId, db.Absences.At(now));
        var present = await db.Set<TeamMember>().Where(m => m.TeamId == team && m.AgentId != by && m.AgentId != owner && m.AgentId != requester)
            .Where(m => db.ActiveAgents.Any(a => a.AgentId == m.AgentId) && !away.Any(a => a.AgentId == m.AgentId))
            .Select(m => new
            {
                m.AgentId,
                Open = db.Tickets.Count(t => EF.Property<AgentId?>(t, TicketsStored.OpenOwner) == m.AgentId) + db.Duties.Count(d => d.Doer == m.AgentId && d.DoneAt == null && d.AskedBy != null),
            }).ToListAsync(stop);
        return present.OrderBy(p => p.Open).ThenBy(p => p.AgentId.Value).Select(p => (AgentId?)p.AgentId).FirstOrDefault() ?? throw new RuleBroken(Refusal.Because("consult.nobody"));
    }

    private static async Task<Ticket> TicketOf(DutyId id, LupausDb db, CancellationToken stop)
    {
        var ticket = await db.Duties.Where(d => d.Id == id && d.AskedBy != null).Select(d => (TicketId?)d.TicketId).FirstOrDefaultAsync(stop) ?? throw new RuleBroken(Refusal.Because("consult.unknown"));
        return await db.Tickets.One(ticket, stop);
    }
}
