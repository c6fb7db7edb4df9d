namespace Lupaus.Ground.People;

public readonly record struct GivenWordId(long Value) : IId<GivenWordId>
{
    public static GivenWordId From(long value) => new(value);
}

public enum HowWordEnded { Done, Lapsed }

/// <summary>What a customer promised us: to send the papers, to pay, to ask at home. One of ours says how it ended.</summary>
public sealed class GivenWord
{
    private GivenWord() { }

    internal GivenWord(PersonId person, string what, DateTimeOffset due, TicketId? ticket, AgentId by, DateTimeOffset now)
    {
        Id = new GivenWordId(Ids.Next(now));
        (PersonId, What, Due, TicketId, HeardBy, HeardAt) = (person, what.OneLine(), due.Whole(), ticket, by, now);
    }

    public GivenWordId Id { get; private init; }

    public PersonId PersonId { get; private init; }

    public string What { get; private init; } = "";

    public DateTimeOffset Due { get; private init; }

    public TicketId? TicketId { get; private init; }

    public AgentId HeardBy { get; private init; }

    public DateTimeOffset HeardAt { get; private init; }

    public HowWordEnded? Ended { get; private set; }

    public AgentId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsOpen => Ended is null;

    internal void Settle(HowWordEnded how, AgentId by, DateTimeOffset now) => (Ended, SettledBy, SettledAt) = (how, by, now);
}
