namespace Lupaus.Ground.Foundations;

public readonly record struct AgentId(long Value) : IId<AgentId>
{
    public static AgentId From(long value) => new(value);

    public static AgentId New(DateTimeOffset now) => new(Ids.Next(now));
}

public readonly record struct PersonId(long Value) : IId<PersonId>
{
    public static PersonId From(long value) => new(value);

    public static PersonId New(DateTimeOffset now) => new(Ids.Next(now));

    // Lists go on after an id, and the databases compare them too.
    public static bool operator <(PersonId one, PersonId other) => one.Value < other.Value;

    public static bool operator >(PersonId one, PersonId other) => one.Value > other.Value;
}

/// <summary>Who did it: one of our agents, a person we serve, or Lupaus itself.</summary>
public readonly record struct Actor(AgentId? Agent, PersonId? Person)
{
    public static readonly Actor Lupaus = default;

    public bool IsLupaus => Agent is null && Person is null;

    public static implicit operator Actor(AgentId agent) => new(agent, null);

    public static implicit operator Actor(PersonId person) => new(null, person);
}
