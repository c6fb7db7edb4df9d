using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Words;

namespace Lupaus.Language.Deadlines.Pieces;

/// <summary>From a group of pieces to the instant or the span they mean.</summary>
internal sealed class Settling
{
    private readonly Group group;
    private readonly Now now;
    private readonly bool leaves;

    private Settling(Group group, Clauses clauses, Now now)
    {
        this.group = group;
        this.now = now;
        leaves = clauses.TellsOf(Slot.Departure, group) && !clauses.TellsOf(Slot.Past, group);
    }

    /// <summary>Null when it is no deadline, or is over.</summary>
    public static Settled? Of(Group group, Clauses clauses, Now now)
    {
        if (!group.HasTime || group.IsNone || IsToldOfThePast(group, clauses) || IsOpeningHour(group, clauses))
            return null;
        var settling = new Settling(group, clauses, now);
        settling.SettleDots();
        return settling.Times() is { } times && (times.Until ?? times.At) > now.At
            ? new Settled(new FoundDeadline(times.At, times.Until, group.Words), group.Limit is not null)
            : null;
    }

    private static bool IsToldOfThePast(Group group, Clauses clauses) =>
        clauses.TellsOf(Slot.Past, group) && !clauses.TellsOf(Slot.Ahead, group) && !group.IsAhead && group.Limit is null or { Kind: LimitKind.Tensed }
        && !IsDepartureToday(group, clauses);

    /// <summary>"Lippu klo 15.30 junaan ei latautunut": the ticket is past, the train is not.</summary>
    private static bool IsDepartureToday(Group group, Clauses clauses) =>
        clauses.TellsOf(Slot.Departure, group) && group.Clock is not null && group.Days is null && group.Weekday is null;

    private static bool IsOpeningHour(Group group, Clauses clauses) =>
        clauses.TellsOf(Slot.Opening, group) && group.Days is null && group.Weekday is null && group.Later is null;

    /// <summary>"9.12" is a time beside a day and where something leaves, and else a date when a limit or a last dot says so.</summary>
    private void SettleDots()
    {
        if (group.Dotted is not { } dotted)
            return;
        var date = dotted.Second is >= 1 and <= 12 ? now.DateWithoutYear(dotted.First, dotted.Second) : null;
        var time = dotted is { HasMinutes: true, First: < 24, Second: < 60 } ? new ClockTime((dotted.First * 60) + dotted.Second, HourForm.WithMinutes) : null;
        var isTime = time is not null && group.Clock is null && (date is null || (group.Days is not null && group.Days != date)
            || (group.Weekday is { } weekday && date.From.DayOfWeek != weekday.Day) || (leaves && !dotted.EndsInDot));
        if (isTime)
            group.Clock = time;
        else if (group.IsFirm || dotted.EndsInDot)
            group.Days ??= date;
    }

    private (DateTimeOffset At, DateTimeOffset? Until)? Times()
    {
        if (group.Later is { } later)
            return (now.After(later.Time), null);
        if (!group.IsFirm && !(leaves && group.Clock is not null))
            return null;
        var mayBeOneDay = group.Weekday is not null || group.Days is null or { IsOne: true };
        if (group.Hours is { } hours)
            return OneDay() is { } day ? (now.InstantOf(day, hours.From), now.InstantOf(day, hours.To)) : null;
        if (group.Clock is { } clock && mayBeOneDay)
            return ClockHand.Next(clock, group, leaves, now) is { } at ? (at, null) : null;
        return group.Part is not null && mayBeOneDay ? PartSpan(group.Part.Part) : DaySpan();
    }

    private (DateTimeOffset, DateTimeOffset?) PartSpan(PartOfDay part)
    {
        var day = OneDay() ?? PartDay(part);
        if (group.Weekday is not null && group.Days is null && now.InstantOf(day, part.To * 60) <= now.At)
            day = day.AddDays(7);
        return Limited(now.InstantOf(day, part.From * 60), now.InstantOf(day, part.To * 60));
    }

    /// <summary>The one that is on, else the next.</summary>
    private DateOnly PartDay(PartOfDay part)
    {
        var yesterday = now.Today.AddDays(-1);
        if (part.To > 24 && now.InstantOf(yesterday, part.To * 60) > now.At)
            return yesterday;
        return now.InstantOf(now.Today, part.To * 60) > now.At ? now.Today : now.Today.AddDays(1);
    }

    private (DateTimeOffset, DateTimeOffset?)? DaySpan()
    {
        var days = group.Days;
        if (group.Weekday is { } weekday)
            days = Days.One(days is null ? now.Coming(weekday, group.Limit?.Kind == LimitKind.Before) : now.In(days, weekday.Day));
        return days is null ? null : Limited(now.Midnight(days.From), now.Midnight(days.To), days.IsEnd);
    }

    private (DateTimeOffset, DateTimeOffset?) Limited(DateTimeOffset from, DateTimeOffset to, bool isEnd = false) =>
        group.Limit?.Kind == LimitKind.Before && !isEnd ? (from, null) : (from, to);

    private DateOnly? OneDay() => ClockHand.DayOf(group, now);
}
