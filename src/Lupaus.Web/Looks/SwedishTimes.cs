namespace Lupaus.Web.Looks;

/// <summary>Swedish as written in Finland: "kl. 14.10", dates with a full stop between.</summary>
internal sealed class SwedishTimes : TimeWords
{
    // Sunday first, as DayOfWeek counts.
    private static readonly string[] DayNames = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
    private static readonly string[] ShortDays = ["sö", "må", "ti", "on", "to", "fr", "lö"];

    public override string UnderAMinute => "under 1 min";
    public override string Days(int days) => days == 1 ? "1 dag" : $"{days} dagar";
    protected override string Hours(int hours) => $"{hours} tim";

    protected override string Today => "i dag";
    protected override string Tomorrow => "i morgon";
    protected override string Yesterday => "i går";
    protected override string Clock(DateTime at) => $"kl. {Nordic(at)}";
    protected override string ShortClock(DateTime at) => With('.', at);
    protected override string LongDate(DateOnly day) => $"{DayNames[(int)day.DayOfWeek]} {day.Day}.{day.Month}";
    protected override string LongDateWithYear(DateOnly day) => $"{LongDate(day)}.{day.Year}";
    protected override string ShortDate(DateOnly day) => $"{ShortDays[(int)day.DayOfWeek]} {day.Day}.{day.Month}";
    protected override string ShortDateWithYear(DateOnly day) => $"{day.Day}.{day.Month}.{day.Year}";
}
