using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

public static class WhoCanOwn
{
    /// <summary>The active agents, as the choice of an owner for this topic and language sees them at this moment.</summary>
    public static async Task<Roster> Roster(this LupausDb db, CompanyNow company, TopicId topic, LanguageCode language, DateTimeOffset now, CancellationToken stop)
    {
        var (team, away) = (company.Topic(topic).TeamId, db.Absences.At(now));
        var agents = await db.Agents.AsNoTracking().Where(a => a.Activity != null).Select(a => new
        {
            Agent = a,
            Hours = db.WorkingHours.Where(h => h.AgentId == a.Id).Select(h => h.Weekly).FirstOrDefault(),
            Serves = db.Set<TeamMember>().Any(m => m.TeamId == team && m.AgentId == a.Id),
            IsAway = away.Any(x => x.AgentId == a.Id),
            StandIn = away.Where(x => x.AgentId == a.Id).OrderBy(x => x.Id).Select(x => x.StandInId).FirstOrDefault(),
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

    /// <summary>The same for a ticket there is: never the one who asks it.</summary>
    public static async Task<Roster> Roster(this LupausDb db, CompanyNow company, Ticket ticket, DateTimeOffset now, CancellationToken stop) =>
        (await db.Roster(company, ticket.TopicId, ticket.Language, now, stop)).Beside(ticket.RequesterId);

    /// <summary>Who goes on with a ticket that opens again: the same owner while they are here, else their stand-in, else the duty agent.</summary>
    public static async Task<(ChosenOwner Chosen, Agent Owner)> WhoGoesOn(this LupausDb db, Ticket ticket, CompanyNow company, DateTimeOffset now, CancellationToken stop)
    {
        var roster = await db.Roster(company, ticket, now, stop);
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
/// <param name="DutyAgent">Who owns what nobody else can take.</param>
public sealed record Roster(IReadOnlyList<Agent> Agents, IReadOnlyList<Candidate> Candidates, AgentId DutyAgent)
{
    private bool dutyAgentAsks;

    public Agent Agent(AgentId id) => Agents.First(a => a.Id == id);

    /// <summary>Whether anybody else is there to answer them.</summary>
    public bool HasOthersThan(AgentId requester) => Candidates.Any(c => c.Agent != requester);

    /// <summary>Those who may answer for what one of ours asks: everybody else. Who works alone has nobody to ask.</summary>
    public Roster Beside(AgentId? requester)
    {
        if (requester is not { } asks)
            return this;
        var duty = OwnerChoice.DutyAgentBeside(asks, Candidates, DutyAgent) ?? throw new RuleBroken(Refusal.Because("request.alone"));
        return this with { Candidates = [.. Candidates.Where(c => c.Agent != asks)], DutyAgent = duty, dutyAgentAsks = duty != DutyAgent };
    }

    public ChosenOwner Choose(AgentId? presentOwner)
    {
        var chosen = OwnerChoice.For(Candidates, presentOwner, DutyAgent);
        return dutyAgentAsks && chosen.Why == OwnerReason.DutyAgent ? chosen with { Why = OwnerReason.ForDutyAgent } : chosen;
    }
}
