using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How feasts are said in English.</summary>
internal static class EnglishFeasts
{
    public static void Fill(Phrasebook book)
    {
        Feast(book, Holiday.Christmas, "christmas|xmas|christmas_day");
        Feast(book, Holiday.ChristmasEve, "christmas_eve");
        Feast(book, Holiday.BoxingDay, "boxing_day");
        Feast(book, Holiday.NewYearsEve, "new_year's_eve|new_year’s_eve|new_years_eve");
        Feast(book, Holiday.NewYear, "new_year|new_year's|new_year's_day|new_years|new_years_day");
        Feast(book, Holiday.Epiphany, "epiphany");
        Feast(book, Holiday.GoodFriday, "good_friday");
        Feast(book, Holiday.Easter, "easter|easter_sunday");
        Feast(book, Holiday.EasterMonday, "easter_monday");
        Feast(book, Holiday.MayDay, "may_day");
        Feast(book, Holiday.MidsummerEve, "midsummer_eve|midsummer's_eve");
        Feast(book, Holiday.Midsummer, "midsummer");
        Feast(book, Holiday.Independence, "independence_day");
    }

    private static void Feast(Phrasebook book, Holiday holiday, string names)
    {
        foreach (var name in names.Split('|'))
            book.Say($"by|before|until|at|on|over|for|in_time_for {name}", (said, now) => EnglishTimes.Leading(said) is { } limit ? new Both(limit, now.Of(holiday)) : now.Of(holiday) with { IsAhead = true });
    }
}
