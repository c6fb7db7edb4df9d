using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How days and longer times are said in English.</summary>
internal static class EnglishTimes
{
    private static readonly Limit By = new(LimitKind.By) { Leads = true };
    private static readonly Limit Before = new(LimitKind.Before) { Leads = true };
    private static readonly NotDeadline Never = new(NotReach.Whole);

    public static void Fill(Phrasebook book)
    {
        EnglishWords.Fill(book);
        EnglishCues.Fill(book);
        FillAhead(book);
        FillDays(book);
        FillWeekdays(book);
        FillWeeks(book);
        FillMonths(book);
        FillFeasts(book);
        FillLimits(book);
        EnglishClock.Fill(book);
    }

    private static void FillAhead(Phrasebook book)
    {
        book.Say("in about|around|approximately|just|less_than|under? <Count> more? <Unit> ' time", Ahead);
        book.Say("in about|around|approximately|just|less_than|under? <Count> more? <Unit>", Ahead);
        book.Say("within|inside_of the_next|the|about? <Count>? <Unit>", Within);
        book.Say("in|over|for? the_next <Count>? <Unit>", Within);
        book.Say("in a_couple_of|a_couple|couple_of <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit]));
        book.Say("in a_few|few <Unit>", (said, now) => now.Ahead(3, (TimeUnit)said[Slot.Unit]));
        book.Say("within a_couple_of|a_couple <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("in about? half_an_hour|half_hour|a_half_hour|half_a_hour", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("within half_an_hour|a_half_hour|the_next_half_hour|the_half_hour", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("in a_quarter_of_an_hour|quarter_of_an_hour", (_, now) => now.Ahead(15, TimeUnit.Minute));
        book.Say("in an_hour_and_a_half|one_and_a_half_hours|one_and_half_hours", (_, now) => now.Ahead(1.5, TimeUnit.Hour));
        book.Say("within an_hour_and_a_half|one_and_a_half_hours", (_, now) => now.Ahead(1.5, TimeUnit.Hour, isLimit: true));
        book.Say("in <Count> working|business days|day", (said, now) => now.Ahead(said.Count, TimeUnit.WorkingDay));
        book.Say("within the_next? <Count> working|business days|day", (said, now) => now.Ahead(said.Count, TimeUnit.WorkingDay, isLimit: true));
        book.Say("in a fortnight", (_, now) => now.Ahead(2, TimeUnit.Week));
        book.Say("have|got only? <Count> <Unit> left|to|until|before", Within);
        book.Say("<Count> <Unit> from_now", Ahead);
        book.Say("<Count>|couple_of|few <Unit> ago|earlier|back", Never);
        book.Say("a_while|long|some_time|half_an_hour ago", Never);
    }

    private static Piece? Ahead(Said said, Now now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit]);

    private static Piece? Within(Said said, Now now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true);

    private static void FillDays(Phrasebook book)
    {
        book.Say("today|later_today", (_, now) => now.In(0));
        book.Say("by|before the? end_of_the_day|end_of_day|close_of_business|cob|eod|end_of_business", (_, now) => new Both(By, now.In(0)));
        book.Say("tomorrow|tommorow|tomorow|tommorrow|tmrw|tmr|tomorrow's", (_, now) => now.In(1));
        book.Say("the_day_after_tomorrow|day_after_tomorrow", (_, now) => now.In(2));
        book.Say("yesterday|the_day_before_yesterday|yesterday's|the_other_day|last_night|earlier_today", Never);
        FillPart(book, 2, "morning");
        FillPart(book, 4, "afternoon");
        FillPart(book, 5, "evening");
        FillPart(book, 6, "night");
        book.Say("tonight|tonite", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.Evening)));
        book.Say("at|around|before|by lunch|lunchtime|lunch_time", (said, _) => Leading(said) is { } limit ? new Both(limit, new DayPart(PartOfDay.Midday)) : new DayPart(PartOfDay.Midday));
        book.Say("good|lovely|nice|great|pleasant morning|afternoon|evening|night|day|weekend|week", Never);
    }

    private static void FillPart(Phrasebook book, int part, string name)
    {
        book.Say(name, new DayPart(PartOfDay.All[part]) { IsFirm = false });
        book.Say($"in|during the {name}", new DayPart(PartOfDay.All[part]));
        book.Say($"this {name}", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.All[part])));
        book.Say($"by|before|until the? {name}", (said, _) => new Both(Leading(said)!, new DayPart(PartOfDay.All[part])));
    }

    private static void FillWeekdays(Phrasebook book)
    {
        book.Say("on|this|coming|this_coming|the_coming? <Weekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.Weekday]) { IsAhead = said.End - said.First > 1 && said.Tokens[said.First].Known?.Text != "on" });
        book.Say("for <Weekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.Weekday]) { IsAhead = true });
        book.Say("on|this|coming|for <WeekdayShort> .?", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayShort]));
        book.Say("on? next <Weekday>|<WeekdayShort>", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("on? <Weekday>|<WeekdayShort> next week", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("a_week_on <Weekday>", (said, now) => Days.One(now.Coming(new Weekday((DayOfWeek)said[Slot.Weekday]), isBefore: false).AddDays(7)) with { IsAhead = true });
        book.Say("last|past|previous <Weekday>|<WeekdayShort>|week|month|year|weekend|night|time|christmas|summer|winter|spring|autumn", Never);
        book.Say("on? <WeekdayEvery>", Never);
        book.Say("every|each|any <Weekday>|day|week|month|morning|evening|night|year|time|weekday|hour", Never);
        book.Say("from? <Weekday>|<WeekdayShort> -|to|through|thru <Weekday>|<WeekdayShort>", Never);
        book.Say("great|nice|happy|good|lovely|wonderful <Weekday>|weekend|easter|christmas", Never);
        book.Say("daily|weekly|monthly|weekdays|nightly|hourly", Never);
    }

    private static DayOfWeek AnyOf(Said said) => (DayOfWeek)said[said.Has(Slot.Weekday) ? Slot.Weekday : Slot.WeekdayShort];

    private static void FillWeeks(Phrasebook book)
    {
        book.Say("later? this week", (_, now) => now.Week(0));
        book.Say("within|during|in? next week", (_, now) => now.Week(1));
        book.Say("by|before the? end_of_the|end_of|end_of_this|week's week|end", (_, now) => new Both(By, NowDays.EndOf(now.Week(0))));
        book.Say("at the? end_of_the|end_of_this|end_of week", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("by|before|at? the? end_of_next week", (said, now) => Limited(said, NowDays.EndOf(now.Week(1))));
        book.Say("early|at_the_beginning_of|at_the_start_of|in_the_beginning_of next week", (_, now) => NowDays.StartOf(now.Week(1)));
        book.Say("in|during? week|wk <Week>", (said, now) => DigitTimes.IsMeasured(said) ? null : now.IsoWeek(said[Slot.Week]));
        book.Say("this|at_the|over_the|on_the|for_the|at_this|by_the|on_this weekend", (_, now) => now.Weekend(0));
        book.Say("before the|this? weekend", (_, now) => new Both(Before, now.Weekend(0)));
        book.Say("next weekend", (_, now) => now.Weekend(1));
    }

    private static void FillMonths(Phrasebook book)
    {
        book.Say("on|the|on_the? <Day> st|nd|rd|th? of? <Month> ,? <Year>?", DateOf);
        book.Say("on? <Month> .? the? <Day> st|nd|rd|th? ,? <Year>?", (said, now) => IsYearOrPrice(said) ? null : DateOf(said, now));
        book.Say("on? the? <Ordinal> of <Month> <Year>?", (said, now) => now.DateWithoutYear(said[Slot.Ordinal], said[Slot.Month]));
        book.Say("on? <Month> the? <Ordinal>", (said, now) => now.DateWithoutYear(said[Slot.Ordinal], said[Slot.Month]));
        book.Say("on|by|before|until|for|at? the <Day> st|nd|rd|th of_this_month|of_the_month?", (said, now) => now.DayOfMonth(said[Slot.Day]) is not { } day ? null : Leading(said) is { } limit ? new Both(limit, day) : day);
        book.Say("on? the <Day> st|nd|rd|th of_next_month", (said, now) => NowDays.Date(said[Slot.Day], now.MonthsFromThis(1).From.Month, now.MonthsFromThis(1).From.Year));
        book.Say("in|during|by|before|until <Month> <Year>?", (said, now) => Limited(said, now.Month(said[Slot.Month], FinnishTimes.YearOf(said))));
        book.Say("by|before|until|at|in|towards? the? end_of|late <Month> <Year>?", (said, now) => Limited(said, NowDays.EndOf(now.Month(said[Slot.Month], FinnishTimes.YearOf(said)))));
        book.Say("by|before|until|at|in? the? start_of|beginning_of|early <Month>", (said, now) => Limited(said, NowDays.StartOf(now.Month(said[Slot.Month]))));
        book.Say("by|before|until|at|in? the_middle_of|mid|mid- <Month>", (said, now) => Limited(said, NowDays.StartOf(FinnishTimes.Shifted(now.Month(said[Slot.Month])))));
        book.Say("by|before|until|at|in? the? end_of_the|end_of|end_of_this|month month|end|month's_end", (said, now) => Limited(said, NowDays.EndOf(now.MonthsFromThis(0))));
        book.Say("by|before|until|at|in? the? end_of_next month", (said, now) => Limited(said, NowDays.EndOf(now.MonthsFromThis(1))));
        book.Say("at_the|by_the|in_the beginning_of_next|start_of_next month", (said, now) => Limited(said, NowDays.StartOf(now.MonthsFromThis(1))));
        book.Say("next month", (_, now) => now.MonthsFromThis(1));
        book.Say("this month", (_, now) => now.MonthsFromThis(0));
        book.Say("by|before|until|at|in? the? end_of_the|end_of|end_of_this|year year|end|year's_end", (said, now) => Limited(said, NowDays.EndOf(NowDays.Year(now.Today.Year))));
        book.Say("by|before|until|at? the? end_of <Year>", (said, _) => Limited(said, NowDays.EndOf(NowDays.Year(said[Slot.Year]))));
        book.Say("next year", (_, now) => NowDays.Year(now.Today.Year + 1) with { IsAhead = true });
    }

    /// <summary>"May 20" is a day, "march 20 km" is none.</summary>
    private static bool IsYearOrPrice(Said said) => DigitTimes.IsMeasured(said) || (said.Tokens[said.End - 1].Kind == Scanning.TokenKind.Number && said.After is { IsGlued: true } after && (after.IsSign(':') || after.IsSign('%')));

    private static Days? DateOf(Said said, Now now) => FinnishTimes.DateOf(said, now);

    private static void FillFeasts(Phrasebook book)
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
            book.Say($"by|before|until|at|on|over|for|in_time_for {name}", (said, now) => Leading(said) is { } limit ? new Both(limit, now.Of(holiday)) : now.Of(holiday) with { IsAhead = true });
    }

    private static void FillLimits(Phrasebook book)
    {
        book.Say("by|until|till|til|no_later_than|not_later_than|at_the_latest|latest|latest_by|at_latest|due|due_on|due_by|up_to|expires|expires_on|through|deadline_is", By);
        book.Say("before|prior_to|ahead_of", Before);
        book.Say("at_the_latest|latest|at_latest", new Limit(LimitKind.By));
        book.Say("since|after|from|starting|past|as_of|ever_since|last", new NotDeadline(NotReach.Next));
        book.Say("onwards|onward", new NotDeadline(NotReach.Previous));
    }

    private static Piece Limited(Said said, Days days) => Leading(said) is { } limit ? new Both(limit, days) : days;

    /// <summary>The limit that a phrase begins with.</summary>
    private static Limit? Leading(Said said) => said.Tokens[said.First].Known?.Text switch
    {
        "by" or "until" => By,
        "before" => Before,
        _ => null,
    };
}
