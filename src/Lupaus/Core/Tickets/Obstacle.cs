namespace Lupaus.Core.Tickets;

public readonly record struct ObstacleId(long Value) : IId<ObstacleId>
{
    public static ObstacleId From(long value) => new(value);
}

public enum ObstacleKind
{
    /// <summary>The customer's word and the record disagree.</summary>
    Discrepancy,

    /// <summary>We made a mistake.</summary>
    Failure,
}

/// <summary>What stands between a ticket and "solved" until a person has settled it.</summary>
public sealed class Obstacle
{
    private Obstacle() { }

    internal Obstacle(TicketId ticket, ObstacleKind kind, string text, AgentId? by, DateTimeOffset now)
    {
        Id = new ObstacleId(Ids.Next(now));
        (TicketId, Kind, Text, RaisedBy, RaisedAt) = (ticket, kind, text.Cleaned(), by, now);
    }

    public ObstacleId Id { get; private init; }

    public TicketId TicketId { get; private set; }

    /// <summary>The merged ticket it came from; it goes back when that one is parted again.</summary>
    public TicketId? CameFromId { get; private set; }

    public ObstacleKind Kind { get; private init; }

    public string Text { get; private init; } = "";

    /// <summary>Null when the customer told us of it themselves.</summary>
    public AgentId? RaisedBy { get; private init; }

    public DateTimeOffset RaisedAt { get; private init; }

    public AgentId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>How it was settled: what was done to mend it, or which word holds and why.</summary>
    public string? Settlement { get; private set; }

    public bool IsOpen => SettledAt is null;

    public bool IsToldByCustomer => RaisedBy is null;

    internal void GoTo(TicketId ticket, TicketId? from) => (TicketId, CameFromId) = (ticket, from);

    internal void Settle(string how, AgentId by, DateTimeOffset now) => (Settlement, SettledBy, SettledAt) = (how.Cleaned(), by, now);

    public static Refusal? WhyNotRaise(string text) =>
        text.Cleaned().Length is 0 or > Limits.Reason ? Refusal.Because("obstacle.text").With("limit", Limits.Reason) : null;
}
