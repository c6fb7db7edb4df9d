namespace Lupaus.Core.Queue;

/// <summary>
/// Who looks after what those who are away answer for: their stand-in, and the stand-in's; else the duty agent, and
/// whoever stands in for them; else another who is here.
/// </summary>
/// <param name="away">All who are away, and who stands in for each.</param>
/// <param name="here">Who is here, in the order in which they are asked.</param>
public sealed class StandIns(IReadOnlyDictionary<AgentId, AgentId?> away, AgentId duty, IReadOnlyCollection<AgentId> here)
{
    public IEnumerable<AgentId> Away => away.Keys;

    public bool IsAway(AgentId agent) => away.ContainsKey(agent);

    /// <summary>Themselves while they are here. Where nobody is, the duty agent finds it first when they come back.</summary>
    /// <param name="requester">One of ours who asks the very matter: they look after it for nobody.</param>
    public AgentId For(AgentId owner, AgentId? requester = null) =>
        !IsAway(owner) ? owner :
        Along(owner, requester) ?? Duty(owner, requester) ?? Another(owner, requester) ?? (duty == requester ? owner : duty);

    /// <summary>As it would be without one more.</summary>
    public StandIns Without(AgentId agent, AgentId? standIn) =>
        new(new Dictionary<AgentId, AgentId?>(away) { [agent] = standIn }, duty, [.. here.Where(a => a != agent)]);

    /// <summary>A chain of stand-ins that comes round to its beginning leads to nobody.</summary>
    private AgentId? Along(AgentId from, AgentId? requester)
    {
        var seen = new HashSet<AgentId> { from };
        for (var next = away.GetValueOrDefault(from); next is { } standIn && seen.Add(standIn); next = away.GetValueOrDefault(standIn))
        {
            if (here.Contains(standIn) && standIn != requester)
                return standIn;
        }
        return null;
    }

    private AgentId? Duty(AgentId owner, AgentId? requester) =>
        IsAway(duty) ? Along(duty, requester) :
        duty != owner && duty != requester ? duty :
        null;

    private AgentId? Another(AgentId owner, AgentId? requester) =>
        here.Where(a => a != owner && a != requester).Select(a => (AgentId?)a).FirstOrDefault();
}
