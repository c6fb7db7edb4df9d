using Lupaus.Ground.Calendar;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Pages.Desk;

namespace Lupaus.Web.Pages.Lead;

/// <summary>What a lead sees first: what is about to break, what has broken, and who is there to mend it.</summary>
/// <param name="Threatened">The promise or the customer's deadline comes up within the warning time, or has just passed.</param>
/// <param name="Unanswered">Broken earlier, and the customer has had no word from a person since.</param>
/// <param name="WentWrong">The customer told us so, and it isn't mended.</param>
/// <param name="Offered">Handovers that wait for their answer.</param>
/// <param name="Unadvised">Questions to colleagues whose time has passed.</param>
public sealed record LeadNow(
    DateTimeOffset At,
    IReadOnlyList<DeskRow> Threatened,
    IReadOnlyList<BrokenRow> BrokenToday,
    IReadOnlyList<DeskRow> Unanswered,
    IReadOnlyList<DeskRow> WentWrong,
    IReadOnlyList<AgainRow> Again,
    IReadOnlyList<OfferedRow> Offered,
    IReadOnlyList<UnansweredRow> Unadvised,
    IReadOnlyList<LoadRow> Load,
    UntouchedPool Pool,
    Ledger Week)
{
    /// <summary>What customers were given in this month.</summary>
    public required GoodwillOfMonth Goodwill { get; init; }
}

/// <summary>A promise that broke.</summary>
/// <param name="AnsweredAt">When a person of ours wrote after it; null while the customer still waits.</param>
public sealed record BrokenRow(Reference Reference, string Customer, string Subject, AgentId Owner, DateTimeOffset Due, DateTimeOffset? AnsweredAt, bool IsOpen)
{
    public bool StillWaits => AnsweredAt is null && IsOpen;
}

/// <summary>The same thing was moved again, or broke twice in a row and went to the lead.</summary>
public sealed record AgainRow(Reference Reference, string Customer, string Subject, AgentId Owner, DateTimeOffset At, Fact What);

/// <summary>A ticket that is offered to a colleague.</summary>
public sealed record OfferedRow(Reference Reference, string Customer, string Subject, AgentId Owner, AgentId To, DateTimeOffset Until, int Bounces);

/// <summary>A question to a colleague, still unanswered when it was due.</summary>
public sealed record UnansweredRow(Reference Reference, string Customer, string Question, AgentId AskedBy, AgentId Doer, DateTimeOffset Due);

/// <summary>One of ours beside their work.</summary>
/// <param name="Works">The open span they are in, or their next one, by their own hours; null when none comes.</param>
/// <param name="AwayUntil">Only while they are away, and when that is known.</param>
public sealed record LoadRow(AgentId Agent, bool IsAway, DateTimeOffset? AwayUntil, AgentId? StandIn, int Open, int DueToday, OpenSpan? Works)
{
    public bool IsAtWork(DateTimeOffset now) => !IsAway && Works is { } span && span.From <= now;

    /// <summary>Promises due today for each hour of theirs; null where there are no hours to count with.</summary>
    public double? DueAnHour => !IsAway && Works is { } span && DueToday / Math.Max(0.25, span.Length.TotalHours) is >= 0.05 and var pace ? pace : null;
}

public sealed record UntouchedPool(int Count, Reference? Oldest, DateTimeOffset? Since);

/// <summary>How promises ended within the last seven days.</summary>
public sealed record Ledger(int Kept, int Broken)
{
    /// <summary>Whole percents, rounded down so that a hundred means all of them; null when none has ended.</summary>
    public int? KeptInHundred => Kept + Broken == 0 ? null : Kept * 100 / (Kept + Broken);
}
