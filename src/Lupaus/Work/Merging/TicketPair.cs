namespace Lupaus.Work.Merging;

/// <summary>What somebody has said of two tickets.</summary>
public enum Pairing
{
    /// <summary>They have to do with each other.</summary>
    Related,

    /// <summary>They look alike and are not the same matter; nobody needs to be asked again.</summary>
    NotTheSame,
}

/// <summary>Two tickets beside each other; which is named first doesn't matter.</summary>
public sealed class TicketPair
{
    private TicketPair() { }

    private TicketPair(TicketId one, TicketId other, Pairing pairing, AgentId by, DateTimeOffset now)
    {
        (One, Other) = one < other ? (one, other) : (other, one);
        (Pairing, By, At) = (pairing, by, now);
    }

    public TicketId One { get; private init; }

    public TicketId Other { get; private init; }

    public Pairing Pairing { get; private init; }

    public AgentId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static TicketPair Of(TicketId one, TicketId other, Pairing pairing, AgentId by, DateTimeOffset now)
    {
        (one == other ? Refusal.Because("link.self") : null).StopIfAny();
        return new TicketPair(one, other, pairing, by, now);
    }

    /// <summary>The key under which the two stand, whichever is named first.</summary>
    public static (TicketId One, TicketId Other) KeyOf(TicketId one, TicketId other) => one < other ? (one, other) : (other, one);
}
