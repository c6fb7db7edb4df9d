using Lupaus.Ground.Calendar;

namespace Lupaus.Core.Promises;

/// <summary>
/// The times people promise most: within the hour, before we close, at noon of the next open day, on Friday, in a week.
/// Always within open hours, soonest first.
/// </summary>
public static class HandyTimes
{
    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(45);

    public static IReadOnlyList<DateTimeOffset> From(OpeningHours hours, DateTimeOffset now)
    {
        var today = hours.Zone.DayAt(now);
        if (OpenDayFrom(hours, today.AddDays(1)) is not { } next)
            return [];
        var soon = InAnHour(hours, today, now);
        var closing = SpansOf(hours, today).Select(s => (DateTimeOffset?)s.To).LastOrDefault(to => to > (soon ?? now) + Apart);
        DateTimeOffset?[] times = [soon, closing, NoonOf(hours, next), FridayAfter(hours, next), OpenDayFrom(hours, today.AddDays(7)) is { } week ? NoonOf(hours, week) : null];
        return [.. times.OfType<DateTimeOffset>().Where(t => t > now).Distinct().Order()];
    }

    private static DateTimeOffset? InAnHour(OpeningHours hours, DateOnly today, DateTimeOffset now)
    {
        var soon = hours.RoundUp(hours.After(now, Soon), TimeSpan.FromMinutes(15));
        return hours.Zone.DayAt(soon) == today ? soon : null;
    }

    private static DateTimeOffset? FridayAfter(OpeningHours hours, DateOnly day)
    {
        var friday = day.AddDays((DayOfWeek.Friday - day.DayOfWeek + 7) % 7);
        return friday > day && !hours.IsClosedOn(friday) ? NoonOf(hours, friday) : null;
    }

    /// <summary>Noon where we are open up to it, else the end of that day's first span.</summary>
    private static DateTimeOffset? NoonOf(OpeningHours hours, DateOnly day)
    {
        var noon = hours.Zone.InstantOf(day, Noon);
        var spans = SpansOf(hours, day);
        return spans.Count == 0 ? null : spans.Any(s => s.From < noon && noon <= s.To) ? noon : spans[0].To;
    }

    private static List<OpenSpan> SpansOf(OpeningHours hours, DateOnly day) =>
        hours.IsClosedOn(day) ? [] : [.. hours.SpansFrom(hours.Zone.Midnight(day)).TakeWhile(s => hours.Zone.DayAt(s.From) == day)];

    private static DateOnly? OpenDayFrom(OpeningHours hours, DateOnly day)
    {
        for (var ahead = 0; ahead < OpeningHours.DaysUntilGivingUp; ahead++)
        {
            if (!hours.IsClosedOn(day.AddDays(ahead)))
                return day.AddDays(ahead);
        }
        return null;
    }
}
