using System.Globalization;
using Lupaus.Ground.Calendar;

namespace Lupaus.Web.Pages.Desk;

/// <summary>The time chosen in a form: one of those offered ("when" is Unix milliseconds), or a day and a time of one's own.</summary>
internal static class PostedTime
{
    public const string Own = "own";

    public static DateTimeOffset? TimeIn(this IFormCollection form, TimeZoneInfo zone, DateTimeOffset now)
    {
        var when = form["when"].ToString();
        if (when.Length > 0 && when != Own)
            return Instant(when) ?? throw Unreadable();
        if (form["date"].ToString().Trim() is not { Length: > 0 } date)
            return null;
        return WrittenTime.Day(date, zone.DayAt(now)) is { Year: > 2000 and < 2200 } day && WrittenTime.Time(form["time"]) is { } time
            ? zone.InstantOf(day, time)
            : throw Unreadable();
    }

    public static DateTimeOffset RequiredTimeIn(this IFormCollection form, TimeZoneInfo zone, DateTimeOffset now) =>
        form.TimeIn(zone, now) ?? throw new RuleBroken(Refusal.Because("desk.when.missing"));

    public static DateTimeOffset? Instant(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 7258118400000 // the year 2200
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static RuleBroken Unreadable() => new(Refusal.Because("desk.when.unreadable"));
}
