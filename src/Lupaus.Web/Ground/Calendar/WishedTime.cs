using System.Globalization;
using Lupaus.Ground.Calendar;

namespace Lupaus.Web.Ground.Calendar;

/// <summary>A day and a time as they were put into a form, in the company's time. Both may be left empty.</summary>
public readonly record struct WishedTime(string Day, string Time)
{
    private static readonly TimeOnly EndOfDay = new(23, 59);

    /// <summary>As a form shows an instant again (HTML, date and time strings).</summary>
    public static WishedTime Of(DateTimeOffset at, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return new(local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), local.ToString("HH:mm", CultureInfo.InvariantCulture));
    }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(Time);

    public Refusal? WhyNotRead(OpeningHours hours, DateTimeOffset now) =>
        IsEmpty || Read(hours, now) is not null ? null : Refusal.Because("deadline.shape");

    /// <summary>
    /// A time alone means today. A day alone means until we close that day, since nothing comes from us after that; on
    /// a day when we are closed, until its end.
    /// </summary>
    public DateTimeOffset? Read(OpeningHours hours, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, hours.Zone).DateTime);
        if (IsEmpty || (string.IsNullOrWhiteSpace(Day) ? today : WrittenTime.Day(Day, today)) is not { } day)
            return null;
        if (!string.IsNullOrWhiteSpace(Time))
            return WrittenTime.Time(Time) is { } time ? hours.Zone.InstantOf(day, time) : null;
        var end = hours.Zone.InstantOf(day, EndOfDay);
        return hours.IsClosedOn(day) ? end : Closing(hours, day, now, end);
    }

    private static DateTimeOffset Closing(OpeningHours hours, DateOnly day, DateTimeOffset now, DateTimeOffset end)
    {
        var last = hours.SpansFrom(hours.Zone.InstantOf(day, TimeOnly.MinValue)).TakeWhile(span => span.From < end).LastOrDefault().To;
        return last > now && last < end ? last : end;
    }
}
