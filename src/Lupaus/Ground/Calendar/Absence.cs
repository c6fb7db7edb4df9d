namespace Lupaus.Ground.Calendar;

public readonly record struct AbsenceId(long Value) : IId<AbsenceId>
{
    public static AbsenceId From(long value) => new(value);

    public static AbsenceId New(DateTimeOffset now) => new(Ids.Next(now));
}

/// <summary>
/// Time when one of ours is away, planned or sudden. Up to three working days a stand-in answers and the owner stays;
/// a longer absence moves the tickets.
/// </summary>
public sealed class Absence
{
    /// <summary>An absence of more working days than this is long.</summary>
    public const int ShortInWorkingDays = 3;

    /// <summary>What began longer ago, or begins later than this, is a slip of the hand.</summary>
    public static readonly TimeSpan BeganWithin = TimeSpan.FromDays(31), BeginsWithin = TimeSpan.FromDays(400);

    private Absence() { }

    public AbsenceId Id { get; private init; }

    public AgentId AgentId { get; private init; }

    public DateTimeOffset From { get; private init; }

    /// <summary>When they are back, no longer away at that instant; null while nobody knows.</summary>
    public DateTimeOffset? Until { get; private set; }

    public AgentId? StandInId { get; private init; }

    /// <summary>When their open tickets got new owners; null when they kept them.</summary>
    public DateTimeOffset? TicketsMovedAt { get; private set; }

    /// <exception cref="RuleBroken">What <see cref="WhyNotPlan"/> says.</exception>
    public static Absence Plan(AgentId agent, DateTimeOffset from, DateTimeOffset? until, AgentId? standIn, DateTimeOffset now)
    {
        WhyNotPlan(agent, from, until, standIn, now).StopIfAny();
        return new Absence { Id = AbsenceId.New(now), AgentId = agent, From = from.Whole(), Until = until?.Whole(), StandInId = standIn };
    }

    /// <summary>"absence.order", "absence.past", "absence.begin" or "absence.standin.self". It may have begun already: illness isn't planned.</summary>
    public static Refusal? WhyNotPlan(AgentId agent, DateTimeOffset from, DateTimeOffset? until, AgentId? standIn, DateTimeOffset now) =>
        until?.Whole() <= from.Whole() ? Refusal.Because("absence.order") :
        until <= now ? Refusal.Because("absence.past") :
        from < now - BeganWithin || from > now + BeginsWithin ? Refusal.Because("absence.begin") :
        standIn == agent ? Refusal.Because("absence.standin.self") :
        null;

    public bool Covers(DateTimeOffset at) => From <= at && (Until is null || at < Until);

    /// <summary>
    /// True when its open time touches more than three working days, by the calendar given. One without a known end
    /// is as long as it has lasted until now.
    /// </summary>
    public bool IsLong(OpeningHours hours, DateTimeOffset now) =>
        hours.WorkingDays(From, Until ?? now).Skip(ShortInWorkingDays).Any();

    /// <summary>Ends it. Coming back before it began calls it off: it then covers no time at all.</summary>
    public void ComeBack(DateTimeOffset now)
    {
        if (Until <= now)
            return;
        Until = now < From ? From : now.Whole();
    }

    public void TicketsMoved(DateTimeOffset now) => TicketsMovedAt ??= now.Whole();
}
