namespace Lupaus.Ground.Calendar;

/// <summary>
/// From a day and a time on the wall, as people give them, to the instant, and back to the day. A time that the clocks
/// skip is the first moment after the gap; of a time they show twice, the earlier one is meant.
/// </summary>
public static class WallClock
{
    public static DateTimeOffset InstantOf(this TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var minute = (time.Hour * 60) + time.Minute;
        return zone.SpanOf(day, new DaySpan(minute, minute + 1)).From;
    }

    /// <summary>When the day begins there.</summary>
    public static DateTimeOffset Midnight(this TimeZoneInfo zone, DateOnly day) => zone.InstantOf(day, TimeOnly.MinValue);

    public static DateOnly DayAt(this TimeZoneInfo zone, DateTimeOffset at) => zone.DayOf(at);

    public static TimeOnly TimeAt(this TimeZoneInfo zone, DateTimeOffset at) => TimeOnly.FromDateTime(zone.LocalOf(at));
}
