namespace Lupaus.Web.Looks;

internal sealed class FinnishTimes : TimeWords
{
    // Sunday first, as DayOfWeek counts.
    private static readonly string[] OnDays =
        ["sunnuntaina", "maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "lauantaina"];
    private static readonly string[] ShortDays = ["su", "ma", "ti", "ke", "to", "pe", "la"];

    public override string UnderAMinute => "alle 1 min";
    public override string Days(int days) => $"{days} pv";
    protected override string Hours(int hours) => $"{hours} t";

    protected override string Today => "tänään";
    protected override string Tomorrow => "huomenna";
    protected override string Yesterday => "eilen";
    protected override string Clock(DateTime at) => $"klo {Nordic(at)}";
    protected override string ShortClock(DateTime at) => With('.', at);
    protected override string LongDate(DateOnly day) => $"{OnDays[(int)day.DayOfWeek]} {day.Day}.{day.Month}.";
    protected override string LongDateWithYear(DateOnly day) => LongDate(day) + day.Year;
    protected override string ShortDate(DateOnly day) => $"{ShortDays[(int)day.DayOfWeek]} {day.Day}.{day.Month}.";
    protected override string ShortDateWithYear(DateOnly day) => $"{day.Day}.{day.Month}.{day.Year}";
}
