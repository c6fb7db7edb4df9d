using System.Globalization;
using System.Text.RegularExpressions;

namespace Lupaus.Ground.Calendar;

/// <summary>
/// Days and times as people write them in a form: "2026-11-27" as browsers send a day (ISO 8601), "27.11.2026" or
/// "27.11." as one writes it here; "14:20", "14.20" or "14".
/// </summary>
public static partial class WrittenTime
{
    /// <summary>Null when it is no day. Without a year it is the next such day, today included.</summary>
    public static DateOnly? Day(string? text, DateOnly today)
    {
        var written = text.OneLine();
        if (DateOnly.TryParseExact(written, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (DayAndMonth().Match(written) is not { Success: true } found)
            return null;
        var thisYear = Make(today.Year, found);
        return thisYear >= today ? thisYear : Make(today.Year + 1, found);
    }

    /// <summary>Null when it is no time of a day.</summary>
    public static TimeOnly? Time(string? text) =>
        HourAndMinute().Match(text.OneLine()) is { Success: true } found && Number(found, 1) < 24 && Number(found, 2) < 60
            ? new TimeOnly(Number(found, 1), Number(found, 2))
            : null;

    private static DateOnly? Make(int year, Match found) =>
        Number(found, 2) is >= 1 and <= 12 && Number(found, 1) is >= 1 and var day && day <= DateTime.DaysInMonth(year, Number(found, 2))
            ? new DateOnly(year, Number(found, 2), day)
            : null;

    private static int Number(Match found, int group) =>
        found.Groups[group].Success ? int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^([0-9]{1,2})\.([0-9]{1,2})\.?$")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"^(?:klo |kl\.? )?([0-9]{1,2})(?:[:.]([0-9]{2})(?:[:.][0-9.]+)?)?$")]
    private static partial Regex HourAndMinute();
}
