namespace Lupaus.Ground.Identity;

/// <summary>
/// Being at work is a record, not a flag: an open ticket's owner refers to this row, so the database itself refuses
/// to let somebody go who still answers for an open ticket.
/// </summary>
public sealed class ActiveAgent
{
    private ActiveAgent() { }

    internal ActiveAgent(AgentId agent, DateTimeOffset since) => (AgentId, Since) = (agent, since);

    public AgentId AgentId { get; private init; }

    public DateTimeOffset Since { get; private init; }
}
