namespace Lupaus.Language.Deadlines.Pieces;

/// <summary>Which of the day's hours an hour means, and on which day.</summary>
internal static class ClockHand
{
    private const int Noon = 12 * 60;
    private const int WholeDay = 24 * 60;

    /// <summary>The day that is named, the weekday's first from today.</summary>
    public static DateOnly? DayOf(Group group, Now now) =>
        group is { Days: { } days, Weekday: { } weekday } ? now.In(days, weekday.Day) :
        group.Days is { IsOne: true } one ? one.From :
        group.Weekday is { } coming ? now.Coming(coming, isBefore: false) :
        null;

    public static DateTimeOffset? Next(ClockTime clock, Group group, bool leaves, Now now)
    {
        var day = DayOf(group, now);
        if (day is { } named && named != now.Today)
            return now.InstantOf(named, OnThatDay(clock, group.Part, leaves));
        foreach (var minutes in OnTheClock(clock, group.Part))
        {
            if (now.InstantOf(now.Today, minutes) is var at && at > now.At)
                return at;
        }
        if (day is null)
            return leaves || group.Limit is not null || group.Part is not null ? now.InstantOf(now.Today.AddDays(1), OnThatDay(clock, group.Part, leaves)) : null;
        return group.Weekday is not null && group.Days is null ? now.InstantOf(now.Today.AddDays(7), OnThatDay(clock, group.Part, leaves)) : null;
    }

    /// <summary>What it may be today, the sooner first.</summary>
    private static IEnumerable<int> OnTheClock(ClockTime clock, DayPart? part)
    {
        if (part is not null || clock.Form == HourForm.Exact)
            return [OnThatDay(clock, part, leaves: false)];
        var mayBeLater = clock.Minutes < (clock.Form == HourForm.Spoken ? Noon : 8 * 60);
        return mayBeLater ? [clock.Minutes, clock.Minutes + Noon] : [clock.Minutes];
    }

    private static int OnThatDay(ClockTime clock, DayPart? part, bool leaves)
    {
        if (part is not null)
            return InPart(clock.Minutes, part);
        var isAfternoon = clock.Minutes is >= 60 and < 6 * 60 && (clock.Form == HourForm.Spoken || (clock.Form == HourForm.Bare && !leaves));
        return isAfternoon ? clock.Minutes + Noon : clock.Minutes;
    }

    private static int InPart(int minutes, DayPart part)
    {
        if (part.Part.IsAfterNoon(minutes / 60))
            return minutes + Noon;
        if (part.Part == PartOfDay.Night && minutes / 60 == 12)
            return WholeDay;
        return part.IsNightAfter && minutes < Noon ? minutes + WholeDay : minutes;
    }
}
