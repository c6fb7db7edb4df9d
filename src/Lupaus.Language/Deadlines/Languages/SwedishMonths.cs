using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How weeks, months and years are said in Swedish.</summary>
internal static class SwedishMonths
{
    public static void Fill(Phrasebook book)
    {
        FillWeeks(book);
        FillMonths(book);
    }

    private static void FillWeeks(Phrasebook book)
    {
        book.Say("den_här|denna|under|innevarande veckan|vecka|vecka", (_, now) => now.Week(0));
        book.Say("under|i|till? nästa|kommande|nästkommande vecka|veckan|v", (_, now) => now.Week(1));
        book.Say("i|till|vid|mot slutet_av|slutet_på veckan|denna_vecka|den_här_veckan", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("veckans slut", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("i|vid|till slutet_av|slutet_på nästa vecka", (_, now) => NowDays.EndOf(now.Week(1)));
        book.Say("i|vid|till början_av|början_på nästa vecka", (_, now) => NowDays.StartOf(now.Week(1)));
        book.Say("under|i|till? vecka|v|v.|veckan <Week>", (said, now) => IsWeek(said) ? now.IsoWeek(said[Slot.Week]) : null);
        book.Say("i|till|under|över|nu_i helgen|veckoslutet", (_, now) => now.Weekend(0));
        book.Say("före|innan helgen|veckoslutet", (_, now) => new Both(Limit.Before, now.Weekend(0)));
        book.Say("nästa helg|helgen", (_, now) => now.Weekend(1));
    }

    /// <summary>"v 2.1" and "v2" are versions.</summary>
    private static bool IsWeek(Said said) => !DigitTimes.IsMeasured(said) && !(said.Tokens[said.End - 1].IsGlued && said[Slot.Week] < 10 && said.End - said.First == 2)
        && !(said.After is { IsGlued: true } dot && dot.IsSign('.') && said.End + 1 < said.Tokens.Count && said.Tokens[said.End + 1].IsGlued);

    private static void FillMonths(Phrasebook book)
    {
        book.Say("den? <Day> :e|:a|e|a|.? <Month> <Year>?", DateOf);
        book.Say("den <Ordinal> <Month> <Year>?", (said, now) => now.DateWithoutYear(said[Slot.Ordinal], said[Slot.Month]));
        book.Say("den <Ordinal>", (said, now) => said.After?.Known is null && said.After?.Kind == TokenKind.Word ? null : now.DayOfMonth(said[Slot.Ordinal]));
        book.Say("den <Day> :e|:a|e|a", (said, now) => now.DayOfMonth(said[Slot.Day]));
        book.Say("den? <Day> :e|:a", (said, now) => now.DayOfMonth(said[Slot.Day]));
        book.Say("den <Day> . <MonthDigits> .? <Year>?", (said, now) => said.Has(Slot.Year) ? NowDays.Date(said[Slot.Day], said[Slot.MonthDigits], said[Slot.Year]) : now.DateWithoutYear(said[Slot.Day], said[Slot.MonthDigits]));
        book.Say("den <Day> / <MonthDigits>", (said, now) => now.DateWithoutYear(said[Slot.Day], said[Slot.MonthDigits]));
        book.Say("i|under|till <Month> <Year>?", (said, now) => IsSpelt(said) ? now.Month(said[Slot.Month], SaidDates.YearOf(said)) : null);
        book.Say("före|innan|senast <Month>", (said, now) => IsSpelt(said) ? new Both(said.Tokens[said.First].Known?.Text == "senast" ? Limit.LeadingBy : Limit.Before, now.Month(said[Slot.Month])) : null);
        book.Say("i|till|vid|före|innan|senast|mot? slutet_av|slutet_på|utgången_av <Month> <Year>?", (said, now) => Limited(said, NowDays.EndOf(now.Month(said[Slot.Month], SaidDates.YearOf(said)))));
        book.Say("i|till|vid? början_av|början_på <Month>", (said, now) => NowDays.StartOf(now.Month(said[Slot.Month])));
        book.Say("i|på|till|senast? den? sista <Month>", (said, now) => Limited(said, NowDays.EndOf(now.Month(said[Slot.Month]))));
        book.Say("på? sista_dagen_i|sista_dagen_av <Month>", (said, now) => NowDays.EndOf(now.Month(said[Slot.Month])));
        book.Say("i|till|vid? mitten_av|mitten_på <Month>", (said, now) => NowDays.StartOf(SaidDates.Mid(now.Month(said[Slot.Month]))));
        book.Say("i|till|vid|före|innan|senast? slutet_av_månaden|månadens_slut|månadsskiftet|sista_dagen_i_månaden|slutet_på_månaden|månadsslutet", (said, now) => Limited(said, NowDays.EndOf(now.MonthsFromThis(0))));
        book.Say("i|till|vid|före|innan? slutet_av_nästa_månad|slutet_på_nästa_månad", (said, now) => Limited(said, NowDays.EndOf(now.MonthsFromThis(1))));
        book.Say("i|till? början_av_nästa_månad|början_på_nästa_månad", (_, now) => NowDays.StartOf(now.MonthsFromThis(1)));
        book.Say("under|i|till? nästa månad", (_, now) => now.MonthsFromThis(1));
        book.Say("den_här månaden", (_, now) => now.MonthsFromThis(0));
        book.Say("under denna_månad|månaden", (_, now) => now.MonthsFromThis(0));
        book.Say("i|till|vid|före|innan|senast? slutet_av_året|årets_slut|årsskiftet|slutet_på_året|årsslutet", (said, now) => Limited(said, NowDays.EndOf(NowDays.Year(now.Today.Year))));
        book.Say("under|i|till? nästa år", (_, now) => NowDays.Year(now.Today.Year + 1) with { IsAhead = true });
    }

    /// <summary>"Till jul" is Christmas, not July, and "I may" is English.</summary>
    private static bool IsSpelt(Said said) => said.Tokens[said.First + 1].Known?.Text is not ("jul" or "may" or "march");

    private static Piece Limited(Said said, Days days) => said.Tokens[said.First].Known?.Text is "före" or "innan" or "senast" ? new Both(Limit.LeadingBy, days) : days;

    private static Days? DateOf(Said said, Now now) => said[Slot.Month] == 5 && said.Before?.Known?.Text == "that" ? null : SaidDates.DateOf(said, now);
}
