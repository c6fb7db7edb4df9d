using Lupaus.Core.Tickets;

namespace Lupaus.Core.Queue;

/// <summary>A ticket that nobody has touched, as the order of the queue sees it.</summary>
/// <param name="Since">Since when it stands in the common line: since it came, or later where its customer brought many at once.</param>
/// <param name="Effort">How long such a matter usually takes.</param>
public readonly record struct Waiting(TicketId Id, DateTimeOffset Since, DateTimeOffset Promised, DateTimeOffset? Deadline, TimeSpan Effort)
{
    private static readonly TimeSpan ToNotice = TimeSpan.FromMinutes(15);

    /// <summary>Efforts have a long tail: half of them take about half of the usual time.</summary>
    public bool CanMeet(DateTimeOffset due, DateTimeOffset now) => now + (Effort / 2) <= due;

    /// <summary>
    /// By the customer's deadline while it can be met, else by the promise; what can't be kept any more comes after all that can, the oldest promise first.
    /// A promise can be renewed and a train can't: so a deadline counts from when one has to begin to be safe.
    /// </summary>
    public Place PlaceAt(DateTimeOffset now) =>
        Deadline is { } deadline && BeginBy(deadline) is var begin && begin < Promised && CanMeet(deadline, now) ? new Place(WhyNext.Deadline, begin, Since, Id) :
        CanMeet(Promised, now) ? new Place(WhyNext.Promise, Promised, Since, Id) :
        new Place(WhyNext.Late, Promised, Since, Id);

    /// <summary>Nine matters in ten take at most twice the usual time, and somebody has to notice it.</summary>
    private DateTimeOffset BeginBy(DateTimeOffset deadline) => deadline - (Effort * 2) - ToNotice;

    /// <summary>Whose turn it is when it is the turn of who has waited longest.</summary>
    public bool HasWaitedLongerThan(Waiting other) => Since != other.Since ? Since < other.Since : Id.Value < other.Id.Value;
}

/// <summary>Where a ticket stands in the order.</summary>
/// <param name="At">What it is ordered by: when to begin for the deadline, or the promise.</param>
public readonly record struct Place(WhyNext Why, DateTimeOffset At, DateTimeOffset Since, TicketId Ticket) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        var late = (Why == WhyNext.Late).CompareTo(other.Why == WhyNext.Late);
        var at = late != 0 ? late : At.CompareTo(other.At);
        var since = at != 0 ? at : Since.CompareTo(other.Since);
        return since != 0 ? since : Ticket.Value.CompareTo(other.Ticket.Value);
    }
}
