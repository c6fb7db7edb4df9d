using System.Collections.Concurrent;
using System.Collections.ObjectModel;

namespace Lupaus.Ground.Calendar;

/// <summary>
/// Finland's public holidays by the law in force since 1992: the church's holidays (Church Act 1054/1993, chapter 4,
/// section 3, and 652/2023 after it), May Day (Act 272/1944) and Independence Day (Act 388/1937).
/// </summary>
public static class FinnishHolidays
{
    private static readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, string>> Years = new();
    private static readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, string>> EvesOfYears = new();

    /// <summary>
    /// The holidays of a year (1 to 9999) in order, each with a key that stays the same. Where Ascension falls on
    /// May Day (2008), the day is "mayday".
    /// </summary>
    public static IReadOnlyDictionary<DateOnly, string> In(int year) => Years.GetOrAdd(year, Of);

    /// <summary>Midsummer Eve and Christmas Eve: no holidays by law, but days off in practice.</summary>
    public static IReadOnlyDictionary<DateOnly, string> Eves(int year) => EvesOfYears.GetOrAdd(year, year => InOrder(
    [
        (Midsummer(year).AddDays(-1), "midsummereve"),
        (new(year, 12, 24), "christmaseve"),
    ]));

    /// <summary>
    /// Easter Sunday of the Gregorian calendar. Algorithm of Meeus, Jones and Butcher: J. Meeus, Astronomical
    /// Algorithms (1991), chapter 8; the letters are the book's.
    /// </summary>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }

    private static ReadOnlyDictionary<DateOnly, string> Of(int year)
    {
        var easter = Easter(year);
        return InOrder(
        [
            (new(year, 1, 1), "newyear"),
            (new(year, 1, 6), "epiphany"),
            (easter.AddDays(-2), "goodfriday"),
            (easter, "easter"),
            (easter.AddDays(1), "eastermonday"),
            (new(year, 5, 1), "mayday"),
            (easter.AddDays(39), "ascension"),
            (easter.AddDays(49), "pentecost"),
            (Midsummer(year), "midsummer"),
            (SaturdayFrom(new(year, 10, 31)), "allsaints"),
            (new(year, 12, 6), "independence"),
            (new(year, 12, 25), "christmas"),
            (new(year, 12, 26), "ststephen"),
        ]);
    }

    private static ReadOnlyDictionary<DateOnly, string> InOrder((DateOnly Day, string Key)[] holidays)
    {
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var (day, key) in holidays)
            days.TryAdd(day, key);
        return days.AsReadOnly();
    }

    private static DateOnly Midsummer(int year) => SaturdayFrom(new(year, 6, 20));

    private static DateOnly SaturdayFrom(DateOnly day) => day.AddDays(DayOfWeek.Saturday - day.DayOfWeek);
}
