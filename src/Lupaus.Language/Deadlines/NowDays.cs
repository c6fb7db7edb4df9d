using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines;

/// <summary>Days as people count them from today.</summary>
internal static class NowDays
{
    /// <summary>How long something without a year counts as just over, and not as nearly a year ahead.</summary>
    private const int JustOver = 90;
    private const int Furthest = 20 * 366;

    public static Days In(this Now now, int days) => Days.One(now.Today.AddDays(days)) with { IsAhead = days > 0 };

    /// <summary>Minutes and hours on the stopwatch, the rest on the calendar. Null when it is beyond all sense.</summary>
    public static Piece? Ahead(this Now now, double count, TimeUnit unit, bool isLimit = false) => unit switch
    {
        _ when count * unit.Days() > Furthest => null,
        TimeUnit.Minute or TimeUnit.Quarter or TimeUnit.Hour or TimeUnit.FullDay when count > 0 => Said(new Later(TimeSpan.FromMinutes(count * unit.Minutes())), isLimit),
        TimeUnit.Minute or TimeUnit.Quarter or TimeUnit.Hour or TimeUnit.FullDay => null,
        TimeUnit.Month => On(now.Today.AddMonths((int)count), isLimit),
        TimeUnit.Year => On(now.Today.AddMonths((int)(count * 12)), isLimit),
        TimeUnit.WorkingDay => On(now.WorkingDay((int)count), isLimit),
        _ => On(now.Today.AddDays((int)Math.Ceiling(count * unit.Days())), isLimit),
    };

    public static DateOnly Coming(this Now now, Weekday weekday, bool isBefore)
    {
        var days = ((int)weekday.Day - (int)now.Today.DayOfWeek + 7) % 7;
        return now.Today.AddDays(days == 0 && (weekday.IsAfterToday || isBefore) ? 7 : days);
    }

    public static Days Week(this Now now, int fromThis) => new(now.Monday.AddDays(7 * fromThis), now.Monday.AddDays((7 * fromThis) + 7)) { IsAhead = fromThis > 0 };

    public static Days Weekend(this Now now, int fromThis) => new(now.Monday.AddDays((7 * fromThis) + 5), now.Monday.AddDays((7 * fromThis) + 7)) { IsAhead = fromThis > 0 };

    /// <summary>ISO 8601: week 1 has the year's first Thursday.</summary>
    public static Days? IsoWeek(this Now now, int week, int? year = null)
    {
        var thisYear = year ?? now.Monday.AddDays(3).Year;
        var monday = MondayOf(thisYear, week);
        if (year is null && monday.AddDays(7 + JustOver) < now.Today)
            monday = MondayOf(++thisYear, week);
        return week == 53 && monday.AddDays(3).Year != thisYear ? null : new Days(monday, monday.AddDays(7));
    }

    public static Days? Date(int day, int month, int year) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? Days.One(new DateOnly(year, month, day)) : null;

    public static Days? DateWithoutYear(this Now now, int day, int month)
    {
        for (var year = now.Today.AddDays(-JustOver).Year; year <= now.Today.Year + 8; year++)
        {
            if (Date(day, month, year) is { } date && date.From >= now.Today.AddDays(-JustOver))
                return date;
        }
        return null;
    }

    /// <summary>"Den 24:e": of this month, or of the first after it that has such a day ahead.</summary>
    public static Days? DayOfMonth(this Now now, int day)
    {
        for (var months = 0; months < 4; months++)
        {
            var first = FirstOf(now.Today.AddMonths(months));
            if (Date(day, first.Month, first.Year) is { } date && date.From >= now.Today)
                return date;
        }
        return null;
    }

    public static Days Month(this Now now, int month, int? year = null)
    {
        var first = new DateOnly(year ?? now.Today.Year, month, 1);
        if (year is null)
            first = first.AddMonths(first.AddMonths(1).AddDays(JustOver) < now.Today ? 12 : first.AddMonths(-11).AddDays(JustOver) > now.Today ? -12 : 0);
        return new Days(first, first.AddMonths(1));
    }

    public static Days MonthsFromThis(this Now now, int months) => new(FirstOf(now.Today.AddMonths(months)), FirstOf(now.Today.AddMonths(months + 1))) { IsAhead = months > 0 };

    public static Days Year(int year) => new(new(year, 1, 1), new(year + 1, 1, 1));

    public static Days EndOf(Days days) => new(days.To.AddDays(-1), days.To) { IsEnd = true, IsAhead = true };

    public static Days StartOf(Days days) => Days.One(days.From) with { IsAhead = true };

    public static Days Of(this Now now, Holiday holiday, int? year = null)
    {
        var day = holiday.In(year ?? now.Today.Year);
        return Days.One(year is null && day < now.Today ? holiday.In(now.Today.Year + 1) : day);
    }

    /// <summary>That weekday of a longer time; of one day the day itself.</summary>
    public static DateOnly In(this Now now, Days days, DayOfWeek weekday)
    {
        var from = days.IsOne || days.From > now.Today || days.To <= now.Today || days.To.DayNumber - days.From.DayNumber <= 7 ? days.From : now.Today;
        return days.IsOne ? days.From : from.AddDays(((int)weekday - (int)from.DayOfWeek + 7) % 7);
    }

    private static Piece On(DateOnly day, bool isLimit) => Said(Days.One(day), isLimit);

    private static Piece Said(Piece piece, bool isLimit) => isLimit ? new Both(piece, Limit.Tensed) : piece with { IsAhead = true };

    private static DateOnly WorkingDay(this Now now, int count)
    {
        var day = now.Today;
        for (var left = Math.Min(count, Furthest); left > 0; left -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1)
            day = day.AddDays(1);
        return day;
    }

    private static DateOnly MondayOf(int year, int week)
    {
        var fourth = new DateOnly(year, 1, 4);
        return fourth.AddDays(-(((int)fourth.DayOfWeek + 6) % 7) + (7 * (week - 1)));
    }

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
