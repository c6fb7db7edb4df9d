using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How days and longer times are said in Swedish.</summary>
internal static class SwedishTimes
{
    private static readonly Limit By = new(LimitKind.By) { Leads = true };
    private static readonly Limit Before = new(LimitKind.Before) { Leads = true };
    private static readonly NotDeadline Never = new(NotReach.Whole);

    public static void Fill(Phrasebook book)
    {
        SwedishWords.Fill(book);
        SwedishCues.Fill(book);
        FillAhead(book);
        FillDays(book);
        FillParts(book);
        FillWeekdays(book);
        FillWeeks(book);
        FillMonths(book);
        FillFeasts(book);
        FillLimits(book);
        SwedishClock.Fill(book);
    }

    private static void FillAhead(Phrasebook book)
    {
        book.Say("om ca|cirka|ungefär|typ? <Count> <Unit>", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit]));
        book.Say("inom ca|cirka|loppet_av|de_närmaste? <Count> <Unit>", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("de_närmaste|den_närmaste <Count>? <Unit>|timmen", (said, now) => said.Has(Slot.Unit) ? now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true) : now.Ahead(1, TimeUnit.Hour, isLimit: true));
        book.Say("om ett_par <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit]));
        book.Say("inom ett_par <Unit>", (said, now) => now.Ahead(2, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("om en|ca? halvtimme|halv_timme|halvtimma|halv_timma", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("inom en halvtimme|halv_timme|halvtimma", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("om en_och_en_halv|en_och_halv|1,5|ett_och_ett_halvt timme|timma|dygn|timmar", (_, now) => now.Ahead(1.5, TimeUnit.Hour));
        book.Say("har bara|endast|ca? <Count> <Unit> på_mig|på_oss|kvar|på_sig", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("för ca|cirka|ungefär|drygt|snart? <Count>|ett_par|några <Unit>|halvtimme|halvår sedan|sen|sedan", Never);
        book.Say("för länge|nån_dag|någon_dag|ett_tag|en_stund|en_halvtimme|ett_halvår sedan|sen", Never);
    }

    private static void FillDays(Phrasebook book)
    {
        book.Say("idag|i_dag|under_dagen|innan_dagen_är_slut", (_, now) => now.In(0));
        book.Say("före|innan dagens_slut", (_, now) => new Both(now.In(0), By));
        book.Say("i_morgon|imorgon|imorrn|imorron|i_morrn|imorn|till_imorgon|morgondagen|i_morron|imårgon", (_, now) => now.In(1));
        book.Say("i_övermorgon|iövermorgon|övermorgon", (_, now) => now.In(2));
        book.Say("i_går|igår|i_förrgår|iförrgår|igårkväll|i_fjol|häromdagen|i_morse|imorse|gårdagens", Never);
    }

    private static void FillParts(Phrasebook book)
    {
        FillPart(book, 0, "på_morgonen|på_morronen|tidigt_på_morgonen|till_morgonen");
        FillPart(book, 1, "på_förmiddagen|under_förmiddagen|i_förmiddag|fm|till_förmiddagen");
        FillPart(book, 3, "vid_lunch|vid_lunchtid|på_lunchen|lunchtid");
        FillPart(book, 4, "på_eftermiddagen|under_eftermiddagen|em|till_eftermiddagen");
        FillPart(book, 5, "på_kvällen|under_kvällen|till_kvällen");
        FillPart(book, 6, "på_natten|under_natten");
        book.Say("i_eftermiddag|nu_i_eftermiddag", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.Afternoon)));
        book.Say("i_kväll|ikväll|ikväl|till_ikväll", (_, now) => new Both(now.In(0), new DayPart(PartOfDay.Evening)));
        book.Say("i_natt|inatt", new DayPart(PartOfDay.Night));
        book.Say("morgon|morron", new DayPart(PartOfDay.EarlyMorning) { IsFirm = false });
        book.Say("förmiddag", new DayPart(PartOfDay.Forenoon) { IsFirm = false });
        book.Say("lunch|lunchen", new DayPart(PartOfDay.Midday) { IsFirm = false });
        book.Say("eftermiddag|eftermiddagen", new DayPart(PartOfDay.Afternoon) { IsFirm = false });
        book.Say("kväll|kvällen", new DayPart(PartOfDay.Evening) { IsFirm = false });
        book.Say("natt|natten", new DayPart(PartOfDay.Night) { IsFirm = false });
        book.Say("god|godmorgon morgon|kväll|natt|förmiddag|eftermiddag|jul|helg", Never);
    }

    private static void FillPart(Phrasebook book, int part, string words) => book.Say(words, new DayPart(PartOfDay.All[part]));

    private static void FillWeekdays(Phrasebook book)
    {
        book.Say("på|nu_på|till|nu|pa <WeekdayName>|<WeekdayShort>", (said, _) => new Weekday(AnyOf(said)) { IsAhead = true });
        book.Say("den_här|denna|kommande|den_kommande|nu_kommande <WeekdayName>", (said, _) => new Weekday(AnyOf(said)) { IsAhead = true });
        book.Say("på|till? nästa|nästkommande <WeekdayName>|<WeekdayShort>", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("<WeekdayName>|<WeekdayShort> nästa vecka", (said, now) => Days.One(now.In(now.Week(1), AnyOf(said))) with { IsAhead = true });
        book.Say("på <WeekdayName> om_en_vecka", (said, now) => Days.One(now.Coming(new Weekday(AnyOf(said)), isBefore: false).AddDays(7)) with { IsAhead = true });
        book.Say("på|till? <WeekdayPart>|<WeekdayPart>", (said, _) => new Both(new Weekday((DayOfWeek)(said[Slot.WeekdayPart] / 10)), new DayPart(PartOfDay.All[said[Slot.WeekdayPart] % 10]) { IsNightAfter = true }));
        book.Say("i <WeekdayFrom>", Never);
        book.Say("på <WeekdayEvery>", Never);
        book.Say("varje|var|varenda <WeekdayName>|dag|vecka|månad|morgon|kväll|år|natt", Never);
        book.Say("från? <WeekdayName>|<WeekdayShort> -|till|t_o_m <WeekdayName>|<WeekdayShort>", Never);
        book.Say("trevlig|fin|skön|glad|bra <WeekdayName>|helg|kväll|dag|eftermiddag", Never);
        book.Say("dagligen|vardagar|varje_vardag|veckovis", Never);
    }

    private static DayOfWeek AnyOf(Said said) => (DayOfWeek)said[said.Has(Slot.WeekdayName) ? Slot.WeekdayName : Slot.WeekdayShort];

    private static void FillWeeks(Phrasebook book)
    {
        book.Say("den_här|denna|under|innevarande veckan|vecka|vecka", (_, now) => now.Week(0));
        book.Say("i_veckan", (_, now) => now.Week(0));
        book.Say("under|i|till? nästa|kommande|nästkommande vecka|veckan|v", (_, now) => now.Week(1));
        book.Say("i|till|vid|mot slutet_av|slutet_på veckan|denna_vecka|den_här_veckan", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("veckans slut", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("i|vid|till slutet_av|slutet_på nästa vecka", (_, now) => NowDays.EndOf(now.Week(1)));
        book.Say("i|vid|till början_av|början_på nästa vecka", (_, now) => NowDays.StartOf(now.Week(1)));
        book.Say("under|i|till? vecka|v|v.|veckan <Week>", (said, now) => IsWeek(said) ? now.IsoWeek(said[Slot.Week]) : null);
        book.Say("i|till|under|nu_i helgen", (_, now) => now.Weekend(0));
        book.Say("före|innan helgen", (_, now) => new Both(Before, now.Weekend(0)));
        book.Say("nästa helg|helgen", (_, now) => now.Weekend(1));
    }

    /// <summary>"v 2.1" and "v2" are versions.</summary>
    private static bool IsWeek(Said said) => !DigitTimes.IsMeasured(said) && !(said.Tokens[said.End - 1].IsGlued && said[Slot.Week] < 10 && said.End - said.First == 2)
        && !(said.After is { IsGlued: true } dot && dot.IsSign('.') && said.End + 1 < said.Tokens.Count && said.Tokens[said.End + 1].IsGlued);

    private static void FillMonths(Phrasebook book)
    {
        book.Say("den? <Day> :e|:a|e|a|.? <Month> <Year>?", DateOf);
        book.Say("den <Ordinal> <Month> <Year>?", (said, now) => now.DateWithoutYear(said[Slot.Ordinal], said[Slot.Month]));
        book.Say("den <Ordinal>", (said, now) => said.After?.Known is null && said.After?.Kind == Scanning.TokenKind.Word ? null : now.DayOfMonth(said[Slot.Ordinal]));
        book.Say("den <Day> :e|:a|e|a", (said, now) => now.DayOfMonth(said[Slot.Day]));
        book.Say("den? <Day> :e|:a", (said, now) => now.DayOfMonth(said[Slot.Day]));
        book.Say("den <Day> . <MonthDigits> .?", (said, now) => now.DateWithoutYear(said[Slot.Day], said[Slot.MonthDigits]));
        book.Say("den <Day> / <MonthDigits>", (said, now) => now.DateWithoutYear(said[Slot.Day], said[Slot.MonthDigits]));
        book.Say("i|under|till <Month> <Year>?", (said, now) => IsSpelt(said) ? now.Month(said[Slot.Month], FinnishTimes.YearOf(said)) : null);
        book.Say("före|innan|senast <Month>", (said, now) => IsSpelt(said) ? new Both(said.Tokens[said.First].Known?.Text == "senast" ? By : Before, now.Month(said[Slot.Month])) : null);
        book.Say("i|till|vid|före|innan|senast|mot? slutet_av|slutet_på|utgången_av <Month> <Year>?", (said, now) => Limited(said, NowDays.EndOf(now.Month(said[Slot.Month], FinnishTimes.YearOf(said)))));
        book.Say("i|till|vid? början_av|början_på <Month>", (said, now) => NowDays.StartOf(now.Month(said[Slot.Month])));
        book.Say("i|till|vid? mitten_av|mitten_på <Month>", (said, now) => NowDays.StartOf(FinnishTimes.Shifted(now.Month(said[Slot.Month]))));
        book.Say("i|till|vid|före|innan|senast? slutet_av_månaden|månadens_slut|månadsskiftet|sista_dagen_i_månaden|slutet_på_månaden|månadsslutet", (said, now) => Limited(said, NowDays.EndOf(now.MonthsFromThis(0))));
        book.Say("i|till|vid|före|innan? slutet_av_nästa_månad|slutet_på_nästa_månad", (said, now) => Limited(said, NowDays.EndOf(now.MonthsFromThis(1))));
        book.Say("i|till? början_av_nästa_månad|början_på_nästa_månad", (_, now) => NowDays.StartOf(now.MonthsFromThis(1)));
        book.Say("under|i|till? nästa månad", (_, now) => now.MonthsFromThis(1));
        book.Say("den_här månaden", (_, now) => now.MonthsFromThis(0));
        book.Say("under|i denna_månad|månaden", (_, now) => now.MonthsFromThis(0));
        book.Say("i|till|vid|före|innan|senast? slutet_av_året|årets_slut|årsskiftet|slutet_på_året|årsslutet", (said, now) => Limited(said, NowDays.EndOf(NowDays.Year(now.Today.Year))));
        book.Say("under|i|till? nästa år", (_, now) => NowDays.Year(now.Today.Year + 1) with { IsAhead = true });
    }

    /// <summary>"Jul" is Christmas, not July.</summary>
    private static bool IsSpelt(Said said) => said.Tokens[said.First + 1].Known?.Text != "jul";

    private static Piece Limited(Said said, Days days) => said.Tokens[said.First].Known?.Text is "före" or "innan" or "senast" ? new Both(By, days) : days;

    private static Days? DateOf(Said said, Now now) => said[Slot.Month] == 5 && said.Before?.Known?.Text == "that" ? null : FinnishTimes.DateOf(said, now);

    private static void FillFeasts(Phrasebook book)
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
            book.Say($"till|lagom_till|senast|i|på|under|över {name}", (said, now) => new Both(now.Of(holiday) with { IsAhead = true }, By) is var by && said.Tokens[said.First].Known?.Text is "till" or "senast" or "lagom" ? by : now.Of(holiday));
            book.Say($"före|innan {name}", (_, now) => new Both(Before, now.Of(holiday)));
            if (name.Length > 6 && name != "julhelgen")
                book.Say(name, (_, now) => now.Of(holiday));
        }
    }

    private static void FillLimits(Phrasebook book)
    {
        book.Say("senast|innan_utgången_av|till_och_med|t.o.m.|tom|fram_till|förfallodag|förfallodatum|sista_dag|sista_dagen|sista_datum|sista_svarsdag", By);
        book.Say("före|innan|fore", Before);
        book.Say("efter|sedan|från|från_och_med|fr.o.m.|förra|senaste|förrförra|i_förra|sen|alltsedan", new NotDeadline(NotReach.Next));
    }
}
