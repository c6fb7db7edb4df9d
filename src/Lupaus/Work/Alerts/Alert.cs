namespace Lupaus.Work.Alerts;

public readonly record struct AlertId(long Value) : IId<AlertId>
{
    public static AlertId From(long value) => new(value);
}

public enum AlertKind
{
    /// <summary>The customer's own clock has less than an hour left.</summary>
    Urgent,

    /// <summary>A promise comes up and isn't kept yet.</summary>
    Threatened,

    /// <summary>A promise has been broken and renewed.</summary>
    Broken,

    /// <summary>A colleague asks for them in a note.</summary>
    Mentioned,
}

/// <summary>
/// Something one of ours has to hear of at once. The same thing alerts the same person once: <see cref="What"/> tells one
/// thing of a kind from the next (the deadline, the promise's number, the note).
/// </summary>
public sealed class Alert
{
    /// <summary>So long an open desk has to take it, before it goes by mail.</summary>
    public static readonly TimeSpan DeskFirst = TimeSpan.FromSeconds(60);

    /// <summary>Older than this it is no news to anybody.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    private Alert() { }

    public Alert(AgentId agent, TicketId ticket, AlertKind kind, long what, DateTimeOffset now) =>
        (Id, AgentId, TicketId, Kind, What, At) = (new(Ids.Next(now)), agent, ticket, kind, what, now);

    public AlertId Id { get; private init; }

    public AgentId AgentId { get; private init; }

    public TicketId TicketId { get; private init; }

    public AlertKind Kind { get; private init; }

    public long What { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>An open desk has shown it, it went by mail, or its hour had passed.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public AlertEnd? End { get; private set; }

    public bool IsForMail(DateTimeOffset now) => SettledAt is null && now >= At + DeskFirst;

    public void Settle(AlertEnd end, DateTimeOffset now)
    {
        if (SettledAt is null)
            (SettledAt, End) = (now, end);
    }
}

/// <summary>How an alert reached its agent, or why it needn't.</summary>
public enum AlertEnd { Shown, Mailed, NotWished, Outdated }
