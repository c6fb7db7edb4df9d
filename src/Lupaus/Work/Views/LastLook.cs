namespace Lupaus.Work.Views;

/// <summary>How far an agent has read a ticket. What came later is new to them.</summary>
public sealed class LastLook
{
    /// <summary>Somebody who comes back to a page within this time is still on the same visit.</summary>
    public static readonly TimeSpan Visit = TimeSpan.FromMinutes(10);

    private LastLook() { }

    public LastLook(AgentId agent, TicketId ticket, MessageId newest, DateTimeOffset now) =>
        (AgentId, TicketId, Seen, Before, At) = (agent, ticket, newest, newest, now);

    public AgentId AgentId { get; private init; }

    public TicketId TicketId { get; private init; }

    /// <summary>The newest word that was there when they looked.</summary>
    public MessageId Seen { get; private set; }

    /// <summary>The same of the visit before, so that what is new stays marked while they read.</summary>
    public MessageId Before { get; private set; }

    /// <summary>They want to see it as unread until they open it again.</summary>
    public bool IsUnread { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Whether to look now would change anything.</summary>
    public bool IsNewsTo(MessageId newest, DateTimeOffset now) => newest > Seen || IsUnread || (Before != Seen && now - At > Visit);

    /// <summary>What they had read before the visit that goes on or begins now.</summary>
    public MessageId ReadBefore(DateTimeOffset now) => now - At > Visit ? Seen : Before;

    public void Look(MessageId newest, DateTimeOffset now)
    {
        Before = ReadBefore(now);
        (Seen, IsUnread, At) = (newest > Seen ? newest : Seen, false, now);
    }

    public void MarkUnread() => IsUnread = true;
}
