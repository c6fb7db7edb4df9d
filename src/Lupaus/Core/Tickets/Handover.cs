namespace Lupaus.Core.Tickets;

public readonly record struct HandoverId(long Value) : IId<HandoverId>
{
    public static HandoverId From(long value) => new(value);
}

/// <summary>What the colleague has to know to go on, so that the customer needn't tell it again.</summary>
public sealed record Briefing(string Done, string Promised, string Next)
{
    public Refusal? WhyNot() =>
        new[] { Done, Promised, Next }.Any(w => w.Cleaned().Length is 0 or > Limits.Reason) ? Refusal.Because("handover.words").With("limit", Limits.Reason) : null;
}

/// <summary>How an offer to go on with a ticket ended.</summary>
public enum HowOfferEnded
{
    Accepted,

    /// <summary>They said no, and why.</summary>
    Declined,

    /// <summary>It was taken back, or there was nothing left to hand over.</summary>
    Withdrawn,

    /// <summary>Half of the promise's time had passed without an answer.</summary>
    Expired,

    /// <summary>They went away or left before they answered.</summary>
    Away,
}

/// <summary>
/// The words of one offer to go on with a ticket. Whether it is open stands on the ticket itself, how it ended stands in
/// the facts; here stands what somebody has written, so that it can be erased.
/// </summary>
public sealed class Handover
{
    private Handover() { }

    internal Handover(TicketId ticket, AgentId owner, AgentId to, AgentId by, Briefing words, DateTimeOffset until, DateTimeOffset now)
    {
        Id = new HandoverId(Ids.Next(now));
        (TicketId, OwnerId, ToId, ById, At, Until) = (ticket, owner, to, by, now, until);
        (Done, Promised, Next) = (words.Done.Cleaned(), words.Promised.Cleaned(), words.Next.Cleaned());
    }

    public HandoverId Id { get; private init; }

    public TicketId TicketId { get; private init; }

    /// <summary>Who answered for the ticket when it was offered.</summary>
    public AgentId OwnerId { get; private init; }

    public AgentId ToId { get; private init; }

    public AgentId ById { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset Until { get; private init; }

    public string Done { get; private init; } = "";

    public string Promised { get; private init; } = "";

    public string Next { get; private init; } = "";

    /// <summary>Why they said no.</summary>
    public string? Reason { get; private set; }

    internal void Say(string reason) => Reason = reason.OneLine();

    public static Refusal? WhyNotDecline(string? reason) =>
        reason.OneLine().Length is 0 or > Limits.Reason ? Refusal.Because("handover.reason").With("limit", Limits.Reason) : null;
}
