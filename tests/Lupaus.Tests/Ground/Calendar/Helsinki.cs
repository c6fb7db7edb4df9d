using System.Globalization;
using Lupaus.Ground.Calendar;

namespace Lupaus.Tests.Ground.Calendar;

/// <summary>The place where the calendar's tests happen.</summary>
internal static class Helsinki
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");

    public static readonly OpeningHours Office = new(WeeklyHours.Office, Zone);

    /// <summary>The instant at which clocks in Helsinki show it; where they show it twice, the later.</summary>
    public static DateTimeOffset At(string clock)
    {
        var local = DateTime.ParseExact(clock, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static OpeningHours Open(string weekly) => new(WeeklyHours.Parse(weekly), Zone);
}
