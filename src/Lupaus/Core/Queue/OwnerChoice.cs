using Lupaus.Core.Tickets;

namespace Lupaus.Core.Queue;

/// <summary>An active agent as the choice of an owner sees them.</summary>
/// <param name="IsAble">Serves the topic and speaks the language.</param>
/// <param name="IsOnDuty">At work, by their own hours and absences, some time in the next open span.</param>
public sealed record Candidate(AgentId Agent, bool IsAble, bool IsOnDuty, bool IsAway, int OpenTickets, AgentId? StandIn);

public sealed record ChosenOwner(AgentId Agent, OwnerReason Why);

/// <summary>
/// Who answers for a new matter: the customer's present owner; else the able agent on duty with least work ahead;
/// else the duty agent.
/// </summary>
public static class OwnerChoice
{
    public static ChosenOwner For(IReadOnlyCollection<Candidate> candidates, AgentId? presentOwner, AgentId dutyAgent)
    {
        if (presentOwner is { } present && Present(candidates, present) is { } known)
            return known;
        var least = candidates.Where(c => c.IsAble && c.IsOnDuty && !c.IsAway).OrderBy(c => c.OpenTickets).ThenBy(c => c.Agent.Value).FirstOrDefault();
        return least is not null
            ? new ChosenOwner(least.Agent, OwnerReason.LeastWork)
            : new ChosenOwner(dutyAgent, OwnerReason.DutyAgent);
    }

    /// <summary>Who goes on with a ticket whose owner can't: as <see cref="StandIns"/> says it.</summary>
    public static ChosenOwner Instead(IReadOnlyCollection<Candidate> candidates, AgentId leaving, AgentId? standIn, AgentId dutyAgent, OwnerReason why)
    {
        var standIns = new StandIns(candidates.Where(c => c.IsAway).ToDictionary(c => c.Agent, c => c.StandIn), dutyAgent, [.. candidates.Where(c => !c.IsAway).Select(c => c.Agent)]);
        return new ChosenOwner(standIns.Without(leaving, standIn).For(leaving), why);
    }

    /// <summary>
    /// Who owns what nobody else can take, where one of ours asks it: the duty agent; and where they are the one who asks,
    /// another who is here, able before others and with least work ahead. Null when nobody else works here.
    /// </summary>
    public static AgentId? DutyAgentBeside(AgentId requester, IReadOnlyCollection<Candidate> candidates, AgentId dutyAgent) =>
        requester != dutyAgent ? dutyAgent : candidates.Where(c => c.Agent != requester)
            .OrderBy(c => c.IsAway).ThenByDescending(c => c.IsAble).ThenByDescending(c => c.IsOnDuty).ThenBy(c => c.OpenTickets).ThenBy(c => c.Agent.Value)
            .Select(c => (AgentId?)c.Agent).FirstOrDefault();

    private static ChosenOwner? Present(IReadOnlyCollection<Candidate> candidates, AgentId present)
    {
        var owner = candidates.FirstOrDefault(c => c.Agent == present);
        if (owner is null)
            return null;
        if (!owner.IsAway)
            return new ChosenOwner(present, OwnerReason.KnowsCustomer);
        var standIn = candidates.FirstOrDefault(c => c.Agent == owner.StandIn && !c.IsAway);
        return standIn is null ? null : new ChosenOwner(standIn.Agent, OwnerReason.StandIn);
    }
}
