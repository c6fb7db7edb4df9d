namespace Lupaus.Language.Deadlines;

/// <summary>In the order of the word tables.</summary>
internal enum TimeUnit
{
    Minute,
    Quarter,
    Hour,
    /// <summary>"Vuorokausi", "dygn": 24 hours by the stopwatch.</summary>
    FullDay,
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

internal static class TimeUnits
{
    public static int Minutes(this TimeUnit unit) => unit switch
    {
        TimeUnit.Minute => 1,
        TimeUnit.Quarter => 15,
        TimeUnit.Hour => 60,
        _ => 24 * 60,
    };

    public static double Days(this TimeUnit unit) => unit switch
    {
        <= TimeUnit.Hour => unit.Minutes() / 1440.0,
        TimeUnit.Week => 7,
        TimeUnit.Month => 31,
        TimeUnit.Year => 366,
        _ => 1,
    };
}
