using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How days and their parts are said in English.</summary>
internal static class EnglishDays
{
    public static void Fill(Phrasebook book)
    {
        FillDays(book);
        FillWeekdays(book);
    }

    private static void FillDays(Phrasebook book)
    {
        book.Say("today|later_today", (_, now) => now.In(0));
        book.Say("by|before the? end_of_the_day|end_of_day|close_of_business|cob|eod|end_of_business on? &<Weekday>|tomorrow|today|next", Limit.LeadingBy);
        book.Say("by|before the? end_of_the_day|end_of_day|close_of_business|cob|eod|end_of_business", (_, now) => new Both(Limit.LeadingBy, now.In(0)));
        book.Say("tomorrow|tommorow|tomorow|tommorrow|tmrw|tmr|tomorrow's", (_, now) => now.In(1));
        book.Say("the_day_after_tomorrow|day_after_tomorrow", (_, now) => now.In(2));
        book.Say("yesterday|the_day_before_yesterday|yesterday's|the_other_day|last_night|earlier_today", NotDeadline.AtAll);
        FillPart(book, 2, "morning");
        FillPart(book, 4, "afternoon");
        FillPart(book, 5, "evening");
        FillPart(book, 6, "night");
        book.Say("tonight|tonite", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.Evening)));
        book.Say("at|around|before|by lunch|lunchtime|lunch_time", (said, _) => EnglishTimes.Leading(said) is { } limit ? new Both(limit, new DayPart(PartOfDay.Midday)) : new DayPart(PartOfDay.Midday));
        book.Say("good|lovely|nice|great|pleasant morning|afternoon|evening|night|day|weekend|week", NotDeadline.AtAll);
    }

    private static void FillPart(Phrasebook book, int part, string name)
    {
        book.Say(name, new DayPart(PartOfDay.All[part]) { IsFirm = false });
        book.Say($"in|during the {name}", new DayPart(PartOfDay.All[part]));
        book.Say($"this {name}", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.All[part])));
        book.Say($"by|before|until the? {name}", (said, _) => new Both(EnglishTimes.Leading(said)!, new DayPart(PartOfDay.All[part])));
    }

    private static void FillWeekdays(Phrasebook book)
    {
        book.Say("on|this|coming|this_coming|the_coming? <Weekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.Weekday]) { IsAhead = said.End - said.First > 1 && said.Tokens[said.First].Known?.Text != "on" });
        book.Say("for <Weekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.Weekday]) { IsAhead = true });
        book.Say("on|this|coming|for <WeekdayShort> .?", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayShort]));
        book.Say("on? next <Weekday>|<WeekdayShort>", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("on? <Weekday>|<WeekdayShort> next week", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("a_week_on|a_week_from <Weekday>", (said, now) => Days.One(now.Coming(new Weekday((DayOfWeek)said[Slot.Weekday]), isBefore: false).AddDays(7)) with { IsAhead = true });
        book.Say("last|past|previous <Weekday>|<WeekdayShort>|week|month|year|weekend|night|time|christmas|summer|winter|spring|autumn", NotDeadline.AtAll);
        book.Say("on? <WeekdayEvery>", NotDeadline.AtAll);
        book.Say("every|each|any <Weekday>|day|week|month|morning|evening|night|year|time|weekday|hour", NotDeadline.AtAll);
        book.Say("from? <Weekday>|<WeekdayShort> -|to|through|thru <Weekday>|<WeekdayShort>", NotDeadline.AtAll);
        book.Say("great|nice|happy|good|lovely|wonderful <Weekday>|weekend|easter|christmas", NotDeadline.AtAll);
        book.Say("time|times this_week|today|this_month|this_year", NotDeadline.AtAll);
        book.Say("daily|weekly|monthly|weekdays|nightly|hourly", NotDeadline.AtAll);
    }

    private static DayOfWeek AnyOf(Said said) => (DayOfWeek)said[said.Has(Slot.Weekday) ? Slot.Weekday : Slot.WeekdayShort];
}
