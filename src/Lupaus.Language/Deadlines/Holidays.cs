namespace Lupaus.Language.Deadlines;

/// <summary>Days with names that customers count by, in Finland, Sweden and the English-speaking world.</summary>
internal enum Holiday { NewYearsEve, NewYear, Epiphany, GoodFriday, Easter, EasterMonday, MayEve, MayDay, Ascension, MidsummerEve, Midsummer, AllSaints, Independence, ChristmasEve, Christmas, BoxingDay }

internal static class Holidays
{
    public static DateOnly In(this Holiday holiday, int year) => holiday switch
    {
        Holiday.NewYearsEve => new(year, 12, 31),
        Holiday.NewYear => new(year, 1, 1),
        Holiday.Epiphany => new(year, 1, 6),
        Holiday.GoodFriday => Easter(year).AddDays(-2),
        Holiday.Easter => Easter(year),
        Holiday.EasterMonday => Easter(year).AddDays(1),
        Holiday.MayEve => new(year, 4, 30),
        Holiday.MayDay => new(year, 5, 1),
        Holiday.Ascension => Easter(year).AddDays(39),
        Holiday.MidsummerEve => SaturdayFrom(new(year, 6, 20)).AddDays(-1),
        Holiday.Midsummer => SaturdayFrom(new(year, 6, 20)),
        Holiday.AllSaints => SaturdayFrom(new(year, 10, 31)),
        Holiday.Independence => new(year, 12, 6),
        Holiday.ChristmasEve => new(year, 12, 24),
        Holiday.Christmas => new(year, 12, 25),
        _ => new(year, 12, 26),
    };

    private static DateOnly SaturdayFrom(DateOnly day) => day.AddDays(DayOfWeek.Saturday - day.DayOfWeek);

    /// <summary>J. Meeus, Astronomical Algorithms (1991), chapter 8; the letters are the book's.</summary>
    private static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (b - ((b + 8) / 25) + 1) / 3;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (month, day) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
