namespace Lupaus.Core.Queue;

/// <summary>How many tickets an agent has taken from the common line: says whose turn the next one is.</summary>
public sealed class TurnsTaken
{
    private TurnsTaken() { }

    public TurnsTaken(AgentId agent) => AgentId = agent;

    public AgentId AgentId { get; private init; }

    public int Count { get; private set; }

    public void Take() => Count++;
}
