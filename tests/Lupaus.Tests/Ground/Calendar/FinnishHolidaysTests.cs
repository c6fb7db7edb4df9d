using Lupaus.Ground.Calendar;
using static Lupaus.Tests.Ground.Calendar.Helsinki;

namespace Lupaus.Tests.Ground.Calendar;

public class FinnishHolidaysTests
{
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1961-04-02")]
    [InlineData("2000-04-23")]
    [InlineData("2008-03-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    [InlineData("2285-03-22")]
    public void Easter_falls_where_the_almanac_has_it(string day)
    {
        var known = Day(day);

        var easter = FinnishHolidays.Easter(known.Year);

        easter.ShouldBe(known);
    }

    [Fact]
    public void Easter_is_always_a_Sunday_from_22_March_to_25_April()
    {
        var years = Enumerable.Range(1583, 2500);

        var easters = years.Select(FinnishHolidays.Easter);

        easters.ShouldAllBe(day =>
            day.DayOfWeek == DayOfWeek.Sunday && day >= new DateOnly(day.Year, 3, 22) && day <= new DateOnly(day.Year, 4, 25));
    }

    [Fact]
    public void The_year_2026_has_the_holidays_of_its_almanac()
    {
        string[] almanac =
        [
            "2026-01-01 newyear", "2026-01-06 epiphany", "2026-04-03 goodfriday", "2026-04-05 easter", "2026-04-06 eastermonday",
            "2026-05-01 mayday", "2026-05-14 ascension", "2026-05-24 pentecost", "2026-06-20 midsummer", "2026-10-31 allsaints",
            "2026-12-06 independence", "2026-12-25 christmas", "2026-12-26 ststephen",
        ];

        var holidays = FinnishHolidays.In(2026).Select(holiday => $"{holiday.Key:yyyy-MM-dd} {holiday.Value}");

        holidays.ShouldBe(almanac);
    }

    [Theory]
    [InlineData(2020, "2020-06-20", "2020-10-31")]
    [InlineData(2021, "2021-06-26", "2021-11-06")]
    [InlineData(2025, "2025-06-21", "2025-11-01")]
    [InlineData(2027, "2027-06-26", "2027-11-06")]
    public void Midsummer_and_All_Saints_are_the_Saturdays_that_the_law_says(int year, string midsummer, string allSaints)
    {
        var holidays = FinnishHolidays.In(year);

        string[] keys = [holidays[Day(midsummer)], holidays[Day(allSaints)]];

        keys.ShouldBe(["midsummer", "allsaints"]);
    }

    [Fact]
    public void When_Ascension_falls_on_May_Day_the_day_is_a_holiday_once()
    {
        var holidays = FinnishHolidays.In(2008);

        var key = holidays[Day("2008-05-01")];

        key.ShouldBe("mayday");
        holidays.Count.ShouldBe(12);
    }

    [Fact]
    public void Eves_are_the_day_before_Midsummer_and_Christmas_and_no_holidays()
    {
        var eves = FinnishHolidays.Eves(2026);

        var holidays = FinnishHolidays.In(2026).Keys;

        eves.ShouldBe(new Dictionary<DateOnly, string> { [Day("2026-06-19")] = "midsummereve", [Day("2026-12-24")] = "christmaseve" });
        holidays.Intersect(eves.Keys).ShouldBeEmpty();
    }
}
