using Lupaus.Ground.Files;

namespace Lupaus.Core.Tickets;

public readonly record struct ObstacleId(long Value) : IId<ObstacleId>
{
    public static ObstacleId From(long value) => new(value);

    // Lists go on after an id, and the databases compare them too.
    public static bool operator <(ObstacleId one, ObstacleId other) => one.Value < other.Value;

    public static bool operator >(ObstacleId one, ObstacleId other) => one.Value > other.Value;
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

    internal Obstacle(TicketId ticket, Disagreement words, AgentId by, DateTimeOffset now) : this(ticket, ObstacleKind.Discrepancy, words.Says, by, now)
    {
        (Record, RecordShown) = (words.Record.Says.Cleaned(), words.Record.Shown?.Id);
        if (words.Record.Where.Cleaned() is { Length: > 0 } where)
            RecordWhere = where;
        IsAbout(words.Record.Source);
        SaidIn = words.SaidIn?.Id;
        Said = words.SaidIn is null ? words.How : words.SaidIn.Channel == Channel.Call ? SaidHow.ByPhone : SaidHow.Written;
    }

    public ObstacleId Id { get; private init; }

    public TicketId TicketId { get; private set; }

    /// <summary>The merged ticket it came from; it goes back when that one is parted again.</summary>
    public TicketId? CameFromId { get; private set; }

    public ObstacleKind Kind { get; private init; }

    /// <summary>What went wrong; of a discrepancy, what the customer says.</summary>
    public string Text { get; private init; } = "";

    /// <summary>How we know what the customer says, and the message that has it.</summary>
    public SaidHow? Said { get; private init; }

    public MessageId? SaidIn { get; private init; }

    /// <summary>Of a discrepancy, what the record says.</summary>
    public string? Record { get; private init; }

    /// <summary>The system or document that says so.</summary>
    public string? RecordSource { get; private set; }

    /// <summary>The same however it is written: causes are counted by it.</summary>
    public string? RecordSourceKey { get; private set; }

    /// <summary>Where in it: a date, a row, a link.</summary>
    public string? RecordWhere { get; private init; }

    public AttachmentId? RecordShown { get; private init; }

    /// <summary>Null when the customer told us of it themselves.</summary>
    public AgentId? RaisedBy { get; private init; }

    public DateTimeOffset RaisedAt { get; private init; }

    public AgentId? SettledBy { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>How it was settled: what was done to mend it, or which word holds and why.</summary>
    public string? Settlement { get; private set; }

    public WhichHolds? Holds { get; private set; }

    public DiscrepancyCause? Cause { get; private set; }

    /// <summary>Where the customer can take it from here.</summary>
    public string? NextOutside { get; private set; }

    public bool IsOpen => SettledAt is null;

    public bool IsToldByCustomer => RaisedBy is null;

    internal void GoTo(TicketId ticket, TicketId? from) => (TicketId, CameFromId) = (ticket, from);

    internal void Settle(string how, AgentId by, DateTimeOffset now) => (Settlement, SettledBy, SettledAt) = (how.Cleaned(), by, now);

    internal void Settle(Verdict verdict, AgentId by, DateTimeOffset now)
    {
        (Holds, Cause) = (verdict.Holds, verdict.Cause);
        if (verdict.NextOutside.Cleaned() is { Length: > 0 } next)
            NextOutside = next;
        IsAbout(verdict.Source);
        Settle(verdict.Why, by, now);
    }

    private void IsAbout(string? source)
    {
        if (source.OneLine() is { Length: > 0 } named)
            (RecordSource, RecordSourceKey) = (named, KeyOf(named));
    }

    public static string KeyOf(string source) => source.OneLine().ToLowerInvariant();

    public static Refusal? WhyNotRaise(string text) =>
        text.Cleaned().Length is 0 or > Limits.Reason ? Refusal.Because("obstacle.text").With("limit", Limits.Reason) : null;
}
