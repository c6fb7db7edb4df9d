namespace Lupaus.Web.Looks;

internal sealed class EnglishTimes : TimeWords
{
    // Sunday first, as DayOfWeek counts.
    private static readonly string[] DayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public override string By(DateTime at, DateOnly today) => $"{Clock(at)} {Day(Date(at), today)}";
    public override string At(DateTime at, DateOnly today) => $"{Day(Date(at), today)} at {Clock(at)}";

    public override string UnderAMinute => "under 1 min";
    public override string Days(int days) => days == 1 ? "1 day" : $"{days} days";
    protected override string Hours(int hours) => $"{hours} h";

    protected override string Today => "today";
    protected override string Tomorrow => "tomorrow";
    protected override string Yesterday => "yesterday";
    protected override string Clock(DateTime at) => With(':', at);
    protected override string ShortClock(DateTime at) => With(':', at);
    protected override string LongDate(DateOnly day) => $"on {DayNames[(int)day.DayOfWeek]} {day.Day} {Months[day.Month - 1]}";
    protected override string LongDateWithYear(DateOnly day) => $"{LongDate(day)} {day.Year}";
    protected override string ShortDate(DateOnly day) => $"{DayNames[(int)day.DayOfWeek][..3]} {day.Day} {Months[day.Month - 1][..3]}";
    protected override string ShortDateWithYear(DateOnly day) => $"{day.Day} {Months[day.Month - 1][..3]} {day.Year}";
}
