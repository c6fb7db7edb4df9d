using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How days and their parts are said in Swedish.</summary>
internal static class SwedishDays
{
    public static void Fill(Phrasebook book)
    {
        FillDays(book);
        FillParts(book);
        FillWeekdays(book);
    }

    private static void FillDays(Phrasebook book)
    {
        book.Say("idag|i_dag|under_dagen|innan_dagen_är_slut", (_, now) => now.In(0));
        book.Say("före|innan dagens_slut", (_, now) => new Both(now.In(0), Limit.LeadingBy));
        book.Say("i_morgon|imorgon|imorrn|imorron|i_morrn|imorn|till_imorgon|morgondagen|i_morron|imårgon", (_, now) => now.In(1));
        book.Say("i_övermorgon|iövermorgon|övermorgon", (_, now) => now.In(2));
        book.Say("i_går|igår|i_förrgår|iförrgår|igårkväll|i_fjol|häromdagen|i_morse|imorse|gårdagens", NotDeadline.AtAll);
    }

    private static void FillParts(Phrasebook book)
    {
        FillPart(book, 0, "på_morgonen|på_morronen|tidigt_på_morgonen|till_morgonen");
        FillPart(book, 1, "på_förmiddagen|under_förmiddagen|i_förmiddag|till_förmiddagen");
        FillPart(book, 3, "vid_lunch|vid_lunchtid|på_lunchen|lunchtid");
        FillPart(book, 4, "på_eftermiddagen|under_eftermiddagen|till_eftermiddagen");
        FillPart(book, 5, "på_kvällen|under_kvällen|till_kvällen");
        FillPart(book, 6, "på_natten|under_natten");
        book.Say("i_eftermiddag|nu_i_eftermiddag", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.Afternoon)));
        book.Say("i_kväll|ikväll|ikväl|till_ikväll", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.Evening)));
        book.Say("i_natt|inatt", new DayPart(PartOfDay.Night));
        book.Say("morgon|morron|bitti", new DayPart(PartOfDay.EarlyMorning) { IsFirm = false });
        book.Say("förmiddag|fm", new DayPart(PartOfDay.Forenoon) { IsFirm = false });
        book.Say("lunch|lunchen", new DayPart(PartOfDay.Midday) { IsFirm = false });
        book.Say("eftermiddag|eftermiddagen|em", new DayPart(PartOfDay.Afternoon) { IsFirm = false });
        book.Say("kväll|kvällen", new DayPart(PartOfDay.Evening) { IsFirm = false });
        book.Say("natt|natten", new DayPart(PartOfDay.Night) { IsFirm = false });
        book.Say("god|godmorgon morgon|kväll|natt|förmiddag|eftermiddag|jul|helg", NotDeadline.AtAll);
    }

    private static void FillPart(Phrasebook book, int part, string words) => book.Say(words, new DayPart(PartOfDay.All[part]));

    private static void FillWeekdays(Phrasebook book)
    {
        book.Say("på|nu_på|till|nu|pa <WeekdayName>|<WeekdayShort>", (said, _) => new Weekday(AnyOf(said)) { IsAhead = said.Tokens[said.End - 1].Known?.Text.EndsWith("en", StringComparison.Ordinal) != true });
        book.Say("den_här|denna|kommande|den_kommande|nu_kommande <WeekdayName>", (said, _) => new Weekday(AnyOf(said)) { IsAhead = true });
        book.Say("på|till? nästa|nästkommande <WeekdayName>|<WeekdayShort>", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("<WeekdayName>|<WeekdayShort> nästa vecka", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("på <WeekdayName> om_en_vecka", (said, now) => Days.One(now.Coming(new Weekday(AnyOf(said)), isBefore: false).AddDays(7)) with { IsAhead = true });
        book.Say("på|till? <WeekdayPart>|<WeekdayPart>", (said, _) => new Both(new Weekday((DayOfWeek)(said[Slot.WeekdayPart] / 10)), new DayPart(PartOfDay.All[said[Slot.WeekdayPart] % 10]) { IsNightAfter = true }));
        book.Say("i <WeekdayFrom>", NotDeadline.AtAll);
        book.Say("på <WeekdayEvery>", NotDeadline.AtAll);
        book.Say("varje|var|varenda <WeekdayName>|dag|vecka|månad|morgon|kväll|år|natt", NotDeadline.AtAll);
        book.Say("från? <WeekdayName>|<WeekdayShort> -|till|t_o_m <WeekdayName>|<WeekdayShort>", NotDeadline.AtAll);
        book.Say("trevlig|fin|skön|glad|bra <WeekdayName>|helg|kväll|dag|eftermiddag", NotDeadline.AtAll);
        book.Say("gången|gånger idag|i_dag|denna_vecka|den_här_veckan|i_veckan|i_månaden", NotDeadline.AtAll);
        book.Say("dagligen|vardagar|varje_vardag|veckovis", NotDeadline.AtAll);
    }

    private static DayOfWeek AnyOf(Said said) => (DayOfWeek)said[said.Has(Slot.WeekdayName) ? Slot.WeekdayName : Slot.WeekdayShort];
}
