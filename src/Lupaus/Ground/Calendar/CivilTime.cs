namespace Lupaus.Ground.Calendar;

/// <summary>
/// From what a clock on the wall shows to the instant it shows it, and back. A time that the clocks skip in spring is
/// the first moment after the gap; a time they show twice in autumn has an earlier and a later instant.
/// </summary>
internal static class CivilTime
{
    public static DateTime LocalOf(this TimeZoneInfo zone, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    public static DateOnly DayOf(this TimeZoneInfo zone, DateTimeOffset at) => DateOnly.FromDateTime(zone.LocalOf(at));

    public static OpenSpan SpanOf(this TimeZoneInfo zone, DateOnly day, DaySpan span)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var from = zone.Instants(midnight.AddMinutes(span.From)).Earlier;
        var (earlier, later) = zone.Instants(midnight.AddMinutes(span.To));
        // A day is over the first time the clock strikes midnight, even where midnight comes twice.
        return new OpenSpan(from, span.To == DaySpan.WholeDay ? earlier : later);
    }

    public static (DateTimeOffset Earlier, DateTimeOffset Later) Instants(this TimeZoneInfo zone, DateTime local)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offsets = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local) : [zone.GetUtcOffset(local)];
        return (Utc(local - offsets.Max()), Utc(local - offsets.Min()));
    }

    private static DateTimeOffset Utc(DateTime time) => new(time, TimeSpan.Zero);
}
