using System.Globalization;

namespace Lupaus.Order.Upkeep;

/// <summary>Which night the backup that is due belongs to, and which of the older ones are kept.</summary>
public static class BackupShelf
{
    public const int Days = 7;
    public const int Weeks = 4;

    // In the dead of night, and before the hour that summer time takes away in Europe.
    private static readonly TimeOnly Hour = new(2, 30);

    /// <summary>The last time that a backup was due, on the wall in this zone.</summary>
    public static (DateOnly Night, DateTimeOffset At) LastDue(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return At(today, zone) is var due && due <= now ? (today, due) : (today.AddDays(-1), At(today.AddDays(-1), zone));
    }

    /// <summary>The next time that one will be due, on the wall in this zone.</summary>
    public static DateTimeOffset NextDue(DateTimeOffset now, TimeZoneInfo zone) => At(LastDue(now, zone).Night.AddDays(1), zone);

    /// <summary>The newest of seven days, and the newest of each of four weeks.</summary>
    public static IReadOnlySet<DateOnly> Kept(IEnumerable<DateOnly> nights)
    {
        var newestFirst = nights.Distinct().OrderDescending().ToArray();
        var weekly = newestFirst.GroupBy(d => (ISOWeek.GetYear(d.ToDateTime(default)), ISOWeek.GetWeekOfYear(d.ToDateTime(default)))).Take(Weeks).Select(w => w.First());
        return newestFirst.Take(Days).Concat(weekly).ToHashSet();
    }

    private static DateTimeOffset At(DateOnly day, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(Hour);
        if (zone.IsInvalidTime(wall))
            wall = wall.AddHours(1);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
