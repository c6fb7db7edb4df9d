namespace Lupaus.Core.Tickets;

public enum HowClosed
{
    Solved,
    CannotHelp,

    /// <summary>Two reminders went unanswered.</summary>
    NoAnswer,

    /// <summary>The customer no longer needs it.</summary>
    Withdrawn,
    MergedInto,

    /// <summary>Spam and the like: nobody was served.</summary>
    NotService,
}

/// <summary>How the service went, as the customer would tell it; provisional for 14 days after closing.</summary>
public enum Outcome { Flawless, FailedNotMended, FailedMended }

/// <summary>That a ticket is closed: when, by whom, how, and what came of it.</summary>
public sealed record Closure(
    DateTimeOffset At,
    HowClosed How,
    Outcome Outcome,
    AgentId? ByAgent,
    PersonId? ByPerson,
    DateTimeOffset? ConfirmedAt = null)
{
    public static readonly TimeSpan Provisional = TimeSpan.FromDays(14);
    public static readonly TimeSpan Reopenable = TimeSpan.FromDays(30);

    public bool IsConfirmed => ConfirmedAt is not null;

    public bool IsProvisional(DateTimeOffset now) => !IsConfirmed && now < At + Provisional;
}
