using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How weeks, months and years are said in English.</summary>
internal static class EnglishMonths
{
    public static void Fill(Phrasebook book)
    {
        FillWeeks(book);
        FillMonths(book);
    }

    private static void FillWeeks(Phrasebook book)
    {
        book.Say("later? this week", (_, now) => now.Week(0));
        book.Say("within|during|in? next week", (_, now) => now.Week(1));
        book.Say("by|before? the? end_of_the|end_of|end_of_this|week's week|end", (_, now) => new Both(Limit.LeadingBy, NowDays.EndOf(now.Week(0))));
        book.Say("at the? end_of_the|end_of_this|end_of week", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("by|before|at? the? end_of_next week", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(now.Week(1))));
        book.Say("early|at_the_beginning_of|at_the_start_of|in_the_beginning_of next week", (_, now) => NowDays.StartOf(now.Week(1)));
        book.Say("in|during? week|wk <Week>", (said, now) => DigitTimes.IsMeasured(said) ? null : now.IsoWeek(said[Slot.Week]));
        book.Say("this|at_the|over_the|on_the|for_the|at_this|by_the|on_this weekend", (_, now) => now.Weekend(0));
        book.Say("before the|this? weekend", (_, now) => new Both(Limit.Before, now.Weekend(0)));
        book.Say("next weekend", (_, now) => now.Weekend(1));
    }

    private static void FillMonths(Phrasebook book)
    {
        book.Say("on|the|on_the? <Day> st|nd|rd|th? of? <Month> ,? <Year>?", SaidDates.DateOf);
        book.Say("on? <Month> .? the? <Day> st|nd|rd|th? ,? <Year>?", (said, now) => IsYearOrPrice(said) ? null : SaidDates.DateOf(said, now));
        book.Say("on? the? <Ordinal> of <Month> <Year>?", (said, now) => now.DateWithoutYear(said[Slot.Ordinal], said[Slot.Month]));
        book.Say("on? <Month> the? <Ordinal>", (said, now) => now.DateWithoutYear(said[Slot.Ordinal], said[Slot.Month]));
        book.Say("on|by|before|until|for|at? the <Day> st|nd|rd|th of_this_month|of_the_month?", (said, now) => said.After?.Known?.Text == "of" || now.DayOfMonth(said[Slot.Day]) is not { } day ? null : EnglishTimes.Leading(said) is { } limit ? new Both(limit, day) : day);
        book.Say("on? the <Day> st|nd|rd|th of_next_month", (said, now) => NowDays.Date(said[Slot.Day], now.MonthsFromThis(1).From.Month, now.MonthsFromThis(1).From.Year));
        book.Say("in|during|by|before|until <Month> <Year>?", (said, now) => IsDayNext(said) ? null : EnglishTimes.Limited(said, now.Month(said[Slot.Month], SaidDates.YearOf(said))));
        book.Say("by|before|until|at|in|towards? the? end_of|late <Month> <Year>?", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(now.Month(said[Slot.Month], SaidDates.YearOf(said)))));
        book.Say("by|before|until|at|in? the? start_of|beginning_of|early <Month>", (said, now) => EnglishTimes.Limited(said, NowDays.StartOf(now.Month(said[Slot.Month]))));
        book.Say("by|before|until|at|in? the_middle_of|mid|mid- <Month>", (said, now) => EnglishTimes.Limited(said, NowDays.StartOf(SaidDates.Mid(now.Month(said[Slot.Month])))));
        book.Say("by|before|until|at|in? the? end_of_the|end_of|end_of_this|month month|end|month's_end", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(now.MonthsFromThis(0))));
        book.Say("by|before|until|at|in? the? end_of_next month", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(now.MonthsFromThis(1))));
        book.Say("at_the|by_the|in_the beginning_of_next|start_of_next month", (said, now) => EnglishTimes.Limited(said, NowDays.StartOf(now.MonthsFromThis(1))));
        book.Say("by|before|until|on? the? last_day_of <Month>", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(now.Month(said[Slot.Month]))));
        book.Say("by|before|until|on? the? last_day_of_the_month|last_day_of_this_month", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(now.MonthsFromThis(0))));
        book.Say("next month", (_, now) => now.MonthsFromThis(1));
        book.Say("this month", (_, now) => now.MonthsFromThis(0));
        book.Say("by|before|until|at|in? the? end_of_the|end_of|end_of_this|year year|end|year's_end", (said, now) => EnglishTimes.Limited(said, NowDays.EndOf(NowDays.Year(now.Today.Year))));
        book.Say("by|before|until|at? the? end_of <Year>", (said, _) => EnglishTimes.Limited(said, NowDays.EndOf(NowDays.Year(said[Slot.Year]))));
        book.Say("next year", (_, now) => NowDays.Year(now.Today.Year + 1) with { IsAhead = true });
    }

    /// <summary>"May 20" is a day, "march 20 km" is none.</summary>
    private static bool IsYearOrPrice(Said said) => DigitTimes.IsMeasured(said) || (said.Tokens[said.End - 1].Kind == TokenKind.Number && said.After is { IsGlued: true } after && (after.IsSign(':') || after.IsSign('%')));

    /// <summary>"Before January 5" is a day's.</summary>
    private static bool IsDayNext(Said said) => said.After?.IsNumber(1, 31) == true || said.After?.Known?.Text == "the";
}
