using System.Globalization;

namespace Lupaus.Ground.Calendar;

/// <summary>
/// A part of the local day, in minutes on the clock from midnight: <c>From</c> belongs to it, <c>To</c> no longer does.
/// 0 ≤ From &lt; To ≤ 1440, otherwise <see cref="RuleBroken"/> "hours.span".
/// </summary>
public readonly record struct DaySpan(int From, int To)
{
    public const int WholeDay = 24 * 60;

    public int From { get; } = 0 <= From && From < To && To <= WholeDay ? From : throw new RuleBroken(Refusal.Because("hours.span"));

    public int To { get; } = To;

    /// <summary>"09:00-16:30"; an end at midnight is "24:00".</summary>
    public override string ToString() => $"{Clock(From)}-{Clock(To)}";

    /// <summary>Reads what <see cref="ToString"/> writes, also "9:00"; null when it is no span of a day.</summary>
    internal static DaySpan? Read(string text) =>
        text.Split('-') is [var from, var to] && Minutes(from) is { } start && Minutes(to) is { } end && start < end
            ? new DaySpan(start, end)
            : null;

    private static int? Minutes(string text) =>
        text == "24:00" ? WholeDay :
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute :
        null;

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
