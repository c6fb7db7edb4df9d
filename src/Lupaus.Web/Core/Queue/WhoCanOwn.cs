using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

public static class WhoCanOwn
{
    /// <summary>The active agents, as the choice of an owner for this topic and language sees them at this moment.</summary>
    public static async Task<Roster> Roster(this LupausDb db, CompanyNow company, TopicId topic, LanguageCode language, DateTimeOffset now, CancellationToken stop)
    {
        var team = company.Topic(topic).TeamId;
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new
        {
            Agent = a,
            Hours = db.WorkingHours.Where(h => h.AgentId == a.Id).Select(h => h.Weekly).FirstOrDefault(),
            Serves = db.Set<TeamMember>().Any(m => m.TeamId == team && m.AgentId == a.Id),
            IsAway = db.Absences.Any(x => x.AgentId == a.Id && x.From <= now && (x.Until == null || x.Until > now)),
            StandIn = db.Absences.Where(x => x.AgentId == a.Id && x.From <= now && (x.Until == null || x.Until > now)).OrderBy(x => x.Id).Select(x => x.StandInId).FirstOrDefault(),
            Open = db.Tickets.Count(t => EF.Property<AgentId?>(t, TicketsStored.OpenOwner) == a.Id),
        }).ToListAsync(stop);
        var next = company.HoursOf(topic).CurrentOrNext(now);
        return new Roster(
            [.. agents.Select(a => a.Agent)],
            [
                .. agents.Select(a => new Candidate(
                    a.Agent.Id,
                    IsAble: a.Serves && a.Agent.Languages.Contains(language),
                    IsOnDuty: next is { } span && (a.Hours is null || WorksIn(a.Hours, company, span)),
                    a.IsAway,
                    a.Open,
                    a.StandIn ?? a.Agent.StandInId)),
            ],
            company.DutyAgent);
    }

    /// <summary>Who goes on with a ticket that opens again: the same owner while they are here, else their stand-in, else the duty agent.</summary>
    public static async Task<(ChosenOwner Chosen, Agent Owner)> WhoGoesOn(this LupausDb db, Ticket ticket, CompanyNow company, DateTimeOffset now, CancellationToken stop)
    {
        var roster = await db.Roster(company, ticket.TopicId, ticket.Language, now, stop);
        var before = roster.Candidates.FirstOrDefault(c => c.Agent == ticket.OwnerId);
        if (before is { IsAway: false })
            return (new ChosenOwner(ticket.OwnerId, OwnerReason.OwnedBefore), roster.Agent(ticket.OwnerId));
        var standIn = before?.StandIn ?? await db.Agents.Where(a => a.Id == ticket.OwnerId).Select(a => a.StandInId).FirstOrDefaultAsync(stop);
        var chosen = OwnerChoice.Instead(roster.Candidates, ticket.OwnerId, standIn, roster.DutyAgent, OwnerReason.StandIn);
        return (chosen, roster.Agent(chosen.Agent));
    }

    private static bool WorksIn(WeeklyHours own, CompanyNow company, OpenSpan span) =>
        new OpeningHours(own, company.Zone).CurrentOrNext(span.From) is { } work && work.From < span.To;
}

/// <summary>Everybody who works here, and how the choice of an owner sees them.</summary>
public sealed record Roster(IReadOnlyList<Agent> Agents, IReadOnlyList<Candidate> Candidates, AgentId DutyAgent)
{
    public Agent Agent(AgentId id) => Agents.First(a => a.Id == id);
}
