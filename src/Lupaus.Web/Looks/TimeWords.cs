namespace Lupaus.Web.Looks;

/// <summary>How one language says days and times. Written out here, so that no system's culture data can change a promise.</summary>
internal abstract class TimeWords
{
    public static TimeWords In(LanguageCode language) => language switch
    {
        LanguageCode.Fi => new FinnishTimes(),
        LanguageCode.Sv => new SwedishTimes(),
        _ => new EnglishTimes(),
    };

    public abstract string UnderAMinute { get; }

    public virtual string By(DateTime at, DateOnly today) => At(at, today);
    public virtual string At(DateTime at, DateOnly today) => $"{Day(Date(at), today)} {Clock(at)}";

    public string Short(DateTime at, DateOnly today)
    {
        var day = Date(at);
        return day == today ? ShortClock(at)
            : Near(day, today) is { } near ? $"{near} {ShortClock(at)}"
            : day.Year == today.Year ? ShortDate(day)
            : ShortDateWithYear(day);
    }

    public string Day(DateOnly day, DateOnly today) =>
        Near(day, today) ?? (day.Year == today.Year ? LongDate(day) : LongDateWithYear(day));

    public string Minutes(int minutes) => $"{minutes} min";
    public string HoursAndMinutes(int hours, int minutes) => minutes == 0 ? Hours(hours) : $"{Hours(hours)} {Minutes(minutes)}";
    public abstract string Days(int days);
    protected abstract string Hours(int hours);

    protected abstract string Today { get; }
    protected abstract string Tomorrow { get; }
    protected abstract string Yesterday { get; }
    protected abstract string Clock(DateTime at);
    protected abstract string ShortClock(DateTime at);
    protected abstract string LongDate(DateOnly day);
    protected abstract string LongDateWithYear(DateOnly day);
    protected abstract string ShortDate(DateOnly day);
    protected abstract string ShortDateWithYear(DateOnly day);

    protected static DateOnly Date(DateTime at) => DateOnly.FromDateTime(at);

    /// <summary>"14" on the hour, "14.10" otherwise; midnight is "0.00", since "0" alone reads like a slip.</summary>
    protected static string Nordic(DateTime at) => at is { Minute: 0, Hour: > 0 } ? $"{at.Hour}" : With('.', at);

    protected static string With(char between, DateTime at) => $"{at.Hour}{between}{at.Minute / 10}{at.Minute % 10}";

    private string? Near(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => Today,
        1 => Tomorrow,
        -1 => Yesterday,
        _ => null,
    };
}
