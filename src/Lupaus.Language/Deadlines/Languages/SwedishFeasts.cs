using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How feasts are said in Swedish.</summary>
internal static class SwedishFeasts
{
    public static void Fill(Phrasebook book)
    {
        Feast(book, Holiday.ChristmasEve, "jul|julen|julafton|julhelgen");
        Feast(book, Holiday.Christmas, "juldagen");
        Feast(book, Holiday.BoxingDay, "annandag_jul|annandagen");
        Feast(book, Holiday.NewYearsEve, "nyårsafton");
        Feast(book, Holiday.NewYear, "nyår|nyåret|nyårsdagen");
        Feast(book, Holiday.Epiphany, "trettondagen");
        Feast(book, Holiday.GoodFriday, "långfredagen|långfredag");
        Feast(book, Holiday.Easter, "påsk|påsken|påskdagen");
        Feast(book, Holiday.MayEve, "valborg|valborgsmässoafton");
        Feast(book, Holiday.MayDay, "första_maj|vappen");
        Feast(book, Holiday.Ascension, "kristi_himmelsfärdsdag");
        Feast(book, Holiday.MidsummerEve, "midsommar|midsommarafton|midsommaren");
        Feast(book, Holiday.Midsummer, "midsommardagen");
        Feast(book, Holiday.AllSaints, "allhelgona|allhelgonahelgen|alla_helgons_dag");
        Feast(book, Holiday.Independence, "självständighetsdagen");
    }

    private static void Feast(Phrasebook book, Holiday holiday, string names)
    {
        foreach (var name in names.Split('|'))
        {
            book.Say($"till|fram_till|lagom_till|senast|i|på|under|över {name}", (said, now) => new Both(now.Of(holiday) with { IsAhead = true }, Limit.LeadingBy) is var by && said.Tokens[said.First].Known?.Text is "till" or "fram" or "senast" or "lagom" ? by : now.Of(holiday));
            book.Say($"före|innan {name}", (_, now) => new Both(Limit.Before, now.Of(holiday)));
            if (name.Length > 6 && name != "julhelgen")
                book.Say(name, (_, now) => now.Of(holiday));
        }
    }
}
