using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How days and longer times are said in Finnish.</summary>
internal static class FinnishTimes
{
    private static readonly Limit By = new(LimitKind.By);
    private static readonly Limit Before = new(LimitKind.Before) { Leads = true };
    private static readonly NotDeadline Never = new(NotReach.Whole);

    public static void Fill(Phrasebook book)
    {
        FinnishWords.Fill(book);
        FinnishCues.Fill(book);
        FillAhead(book);
        FillDays(book);
        FillWeekdays(book);
        FillWeeks(book);
        FillMonths(book);
        FillLimits(book);
        FinnishClock.Fill(book);
    }

    private static void FillAhead(Phrasebook book)
    {
        book.Say("<Count>? <Unit> .? päästä|kuluttua|paasta", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit]));
        book.Say("seuraavan? <Count>? <Unit> .? sisällä|sisään|sisälle|kuluessa|sissään", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("seuraavan <Count>? <Unit> aikana", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("puolen tunnin|h päästä|kuluttua", (_, now) => now.Ahead(0.5, TimeUnit.Hour));
        book.Say("seuraavan? puolen tunnin|h sisällä|sisään|kuluessa|aikana", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("puolentoista|puolen_toista <Unit> päästä|kuluttua", (said, now) => now.Ahead(1.5, (TimeUnit)said[Slot.Unit]));
        book.Say("puolentoista|puolen_toista <Unit> sisällä|kuluessa|aikana", (said, now) => now.Ahead(1.5, (TimeUnit)said[Slot.Unit], isLimit: true));
        book.Say("<Count> <Inside>", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Inside], isLimit: true));
        book.Say("tunnissa|vartissa", (said, now) => IsMuchInside(said) ? null : now.Ahead(1, said.Tokens[said.First].Span.Length == 8 ? TimeUnit.Hour : TimeUnit.Quarter, isLimit: true));
        book.Say("puolessa tunnissa", (_, now) => now.Ahead(0.5, TimeUnit.Hour, isLimit: true));
        book.Say("minulla|mulla|meillä on? enää|vain|vaan|noin? <Count> <Amount> aikaa", (said, now) => now.Ahead(said.Count, (TimeUnit)said[Slot.Amount], isLimit: true));
        book.Say("<Count>? <Amount> sitten", Never);
        book.Say("hetki|hetken|kauan|aikaa|aikoja|tovi sitten", Never);
    }

    /// <summary>"100 km tunnissa", "20 € tunnissa".</summary>
    private static bool IsMuchInside(Said said) => said.Before is { } before && (before.Known?.Is(Slot.Measure) == true || before.Kind is Scanning.TokenKind.Number or Scanning.TokenKind.Sign);

    private static void FillDays(Phrasebook book)
    {
        book.Say("tänään|tänää|tänäänkin|tämän_päivän_aikana|tän_päivän_aikana|täksi_päiväksi|tähän_päivään|tänäpänä", (_, now) => now.In(0));
        book.Say("huomenna|huomen|huomena|huommenna|huomenn|huomiseksi|huomiseks|huomiseen|huomiselle|huomisen_aikana|huomisen", (_, now) => now.In(1));
        book.Say("ylihuomenna|yli_huomenna|ylihuomen|ylihuomiseksi|ylihuomiseen|ylihuomisen_aikana", (_, now) => now.In(2));
        book.Say("ennen huomista", (_, now) => new Both(Before, now.In(1)));
        book.Say("ennen ylihuomista", (_, now) => new Both(Before, now.In(2)));
        FillPartOfTomorrow(book, "huomisaamuna|huomenaamulla|huomisaamuksi|huomisaamuun|huomenaamuna|huomenaamuksi|huomisaamulla", 0);
        FillPartOfTomorrow(book, "huomisaamupäivänä|huomisaamupäivällä", 1);
        FillPartOfTomorrow(book, "huomisiltapäivänä|huomisiltapäivällä|huomisiltapäiväksi|huomisiltapäivään", 4);
        FillPartOfTomorrow(book, "huomisiltana|huomenillalla|huomisillaksi|huomisiltaan|huomenillaksi|huomisillalla", 5);
        book.Say("eilen|eilisen|eilinen|eilisestä|eilisellä|toissapäivänä|toissa_päivänä|eilisiltana|eilisaamuna|eilispäivänä", Never);
        book.Say("<Part>", (said, _) => new DayPart(PartOfDay.All[said[Slot.Part]]) { IsAhead = said.IsOnwards(Slot.Part) });
        book.Say("tänä <Part>", (said, now) => new Both(now.In(0), new DayPart(PartOfDay.All[said[Slot.Part]])));
        book.Say("ensi|tulevana yönä|yöksi", (_, now) => new DayPart(PartOfDay.Night) { IsAhead = true });
        book.Say("ennen <PartLimit>", (said, _) => new Both(Before, new DayPart(PartOfDay.All[said[Slot.PartLimit]])));
    }

    private static void FillPartOfTomorrow(Phrasebook book, string words, int part) =>
        book.Say(words, (_, now) => new Both(now.In(1), new DayPart(PartOfDay.All[part])) { IsAhead = true });

    private static void FillWeekdays(Phrasebook book)
    {
        book.Say("<Weekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.Weekday]) { IsAhead = said.IsOnwards(Slot.Weekday) });
        book.Say("<WeekdayName>", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayName]) { IsFirm = false });
        book.Say("<WeekdayShort> .?", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayShort]) { IsFirm = false });
        book.Say("to &klo|kello|viimeistään|mennessä|aamuna|aamulla|illalla|iltana|iltapäivällä|iltapäivänä", new Weekday(DayOfWeek.Thursday));
        book.Say("ennen to", new Both(Before, new Weekday(DayOfWeek.Thursday)));
        book.Say("ensi|ens|tulevana|seuraavana|ensitulevana|tulevaksi|seuraavaksi to", new Weekday(DayOfWeek.Thursday) { IsAfterToday = true, IsAhead = true });
        book.Say("ensi|ens|tulevana|seuraavana|tulevaksi|seuraavaksi|tulevaan|seuraavaan <Weekday>|<WeekdayShort>", (said, _) => new Weekday(AnyOf(said)) { IsAfterToday = true, IsAhead = true });
        book.Say("tänä|nyt|tämän <Weekday>|<WeekdayShort>", (said, _) => new Weekday(AnyOf(said)) { IsAhead = said.IsOnwards(Slot.Weekday) });
        book.Say("<WeekdayOf> aikana", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayOf]));
        book.Say("<WeekdayOf> &<Part>", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayOf]));
        book.Say("<WeekdayOf> &juna|junaan|lento|lennolle|lennon|bussi|bussiin|kokous|kokoukseen|matka|matkaa|aika|ajan", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayOf]) { IsAhead = true });
        book.Say("<WeekdayPart>", (said, _) => new Both(new Weekday((DayOfWeek)(said[Slot.WeekdayPart] / 10)), new DayPart(PartOfDay.All[said[Slot.WeekdayPart] % 10]) { IsNightAfter = true }) { IsAhead = said.IsOnwards(Slot.WeekdayPart) });
        book.Say("ennen ensi|tulevaa|seuraavaa? <WeekdayLimit>", (said, _) => new Both(Before, new Weekday((DayOfWeek)said[Slot.WeekdayLimit])));
        book.Say("<WeekdayFrom>", Never);
        book.Say("<WeekdayFrom> <Weekday>", Never);
        book.Say("<WeekdayEvery>", Never);
        book.Say("<WeekdayShort>|<WeekdayName>|to - <WeekdayShort>|<WeekdayName>|to", Never);
        book.Say("joka <WeekdayName>|<Part>|aamu|ilta|päivä|viikko|kuukausi|yö|kuu|vuosi", Never);
        book.Say("päivittäin|viikoittain|kuukausittain|arkisin|arkipäivisin|aamuisin|iltaisin|öisin|vuosittain|viikonloppuisin", Never);
    }

    private static DayOfWeek AnyOf(Said said) => (DayOfWeek)said[said.Has(Slot.Weekday) ? Slot.Weekday : Slot.WeekdayShort];

    private static void FillWeeks(Phrasebook book)
    {
        book.Say("tällä|kuluvalla viikolla|vkolla|vkolla", (_, now) => now.Week(0));
        book.Say("tämän|kuluvan viikon aikana|kuluessa|puolella|sisällä|sisään", (_, now) => now.Week(0));
        book.Say("ensi|ens|seuraavalla|tulevalla viikolla|viikoks|viikoksi|viikolle|vkolla|viikkoon", (_, now) => now.Week(1));
        book.Say("ensi|ens|seuraavan|tulevan viikon|vkon aikana|kuluessa?", (_, now) => now.Week(1));
        book.Say("ennen ensi|seuraavaa|tulevaa viikkoa", (_, now) => new Both(Before, now.Week(1)));
        book.Say("tämän|kuluvan|tän? viikon loppuun|lopussa|lopulla|loppua|lopuksi", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("ensi|ens|seuraavan|tulevan viikon loppuun|lopussa|lopulla|loppua", (_, now) => NowDays.EndOf(now.Week(1)));
        book.Say("ensi|ens|seuraavan|tulevan viikon alussa|alkuun|alkupuolella", (_, now) => NowDays.StartOf(now.Week(1)));
        book.Say("ennen ensi|seuraavan|tulevan viikon alkua", (_, now) => new Both(Before, NowDays.StartOf(now.Week(1))));
        book.Say("viikolla|vko|viikolle|viikko|vk|vkolla|viikkoon <Week>", (said, now) => DigitTimes.IsMeasured(said) ? null : now.IsoWeek(said[Slot.Week]));
        book.Say("viikon <Week> aikana", (said, now) => now.IsoWeek(said[Slot.Week]));
        book.Say("viikon <Week> loppuun|lopulla|lopussa", (said, now) => now.IsoWeek(said[Slot.Week]) is { } week ? NowDays.EndOf(week) : null);
        book.Say("ennen viikkoa <Week>", (said, now) => now.IsoWeek(said[Slot.Week]) is { } week ? new Both(Before, week) : null);
        book.Say("tänä|nyt|tulevana|ensi|ens? viikonloppuna|viikonlopuksi|viikonloppuun|viikonlopun_aikana|vkl|viikonloppun", (_, now) => now.Weekend(0));
        book.Say("ennen viikonloppua", (_, now) => new Both(Before, now.Weekend(0)));
    }

    private static void FillMonths(Phrasebook book)
    {
        book.Say("<Day> .|:s? päivä|päivänä|pnä|pv|pvä? <Month> <Year>?", (said, now) => DateOf(said, now));
        book.Say("<MonthOf> <Day> . päivä|päivänä|päiväksi|päivään|pv|pnä?", (said, now) => now.DateWithoutYear(said[Slot.Day], said[Slot.MonthOf]));
        book.Say("<Day> . päivä|päivänä|päiväksi|päivään|pvä|pv &mennessä|asti|klo|aamulla|tätä|tämän|ensi|kuuta", (said, now) => now.DayOfMonth(said[Slot.Day]));
        book.Say("<Day> . päivä|päivänä|päiväksi|päivään|pvä|pv? tätä_kuuta|tämän_kuun", (said, now) => NowDays.Date(said[Slot.Day], now.Today.Month, now.Today.Year));
        book.Say("<MonthIn> <Year>?", (said, now) => now.Month(said[Slot.MonthIn], YearOf(said)) with { IsAhead = said.IsOnwards(Slot.MonthIn) });
        book.Say("ensi <MonthIn>", (said, now) => now.Month(said[Slot.MonthIn]) with { IsAhead = true });
        book.Say("ennen ensi? <MonthLimit>", (said, now) => new Both(Before, now.Month(said[Slot.MonthLimit])));
        book.Say("<MonthOf> aikana|kuluessa", (said, now) => now.Month(said[Slot.MonthOf]));
        book.Say("<MonthOf> <Year>? loppuun|lopussa|lopulla|loppua|lopuksi|lopulle|loppupuolella", (said, now) => NowDays.EndOf(now.Month(said[Slot.MonthOf], YearOf(said))));
        book.Say("<MonthOf> <Year>? alussa|alkuun|alkupuolella|alkua", (said, now) => NowDays.StartOf(now.Month(said[Slot.MonthOf], YearOf(said))));
        book.Say("<MonthOf> puolivälissä|puoliväliin|puoliväliä", (said, now) => NowDays.StartOf(Shifted(now.Month(said[Slot.MonthOf]))));
        book.Say("tämän|kuluvan|tän? kuun|kuukauden loppuun|lopussa|lopulla|loppua|lopuksi|vaihteessa|vaihteeseen", (_, now) => NowDays.EndOf(now.MonthsFromThis(0)));
        book.Say("kuunvaihteessa|kuunvaihteeseen|kuunvaihdetta", (_, now) => NowDays.EndOf(now.MonthsFromThis(0)));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden loppuun|lopussa|lopulla|loppua", (_, now) => NowDays.EndOf(now.MonthsFromThis(1)));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden alussa|alkuun|alkua", (_, now) => NowDays.StartOf(now.MonthsFromThis(1)));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden <Day> . päivä|päivänä|päiväksi|päivään?", (said, now) => NowDays.Date(said[Slot.Day], now.MonthsFromThis(1).From.Month, now.MonthsFromThis(1).From.Year));
        book.Say("ensi|seuraavassa|tulevassa kuussa|kuuksi|kuukaudessa", (_, now) => now.MonthsFromThis(1));
        book.Say("tässä|kuluvassa kuussa", (_, now) => now.MonthsFromThis(0));
        book.Say("tämän|kuluvan kuun|kuukauden aikana|kuluessa|sisällä|puolella", (_, now) => now.MonthsFromThis(0));
        book.Say("tämän|kuluvan|tän? vuoden loppuun|lopussa|lopulla|loppua|vaihteessa|vaihteeseen|vaihdetta", (_, now) => NowDays.EndOf(NowDays.Year(now.Today.Year)));
        book.Say("vuodenvaihteessa|vuodenvaihteeseen|vuodenvaihdetta|vuodenvaihteeksi", (_, now) => NowDays.EndOf(NowDays.Year(now.Today.Year)));
        book.Say("vuoden <Year> loppuun|lopussa|loppua", (said, _) => NowDays.EndOf(NowDays.Year(said[Slot.Year])));
        book.Say("vuoden <Year> alussa|alkuun|alkua", (said, _) => NowDays.StartOf(NowDays.Year(said[Slot.Year])));
        book.Say("tämän|kuluvan vuoden aikana|kuluessa|puolella", (_, now) => NowDays.Year(now.Today.Year));
        book.Say("ensi vuonna|vuodeksi|vuoden_aikana", (_, now) => NowDays.Year(now.Today.Year + 1) with { IsAhead = true });
        book.Say("ensi vuoden alussa|alkuun|alkua", (_, now) => NowDays.StartOf(NowDays.Year(now.Today.Year + 1)));
        book.Say("uutena_vuotena|uudeksi_vuodeksi|uuteen_vuoteen", (_, now) => now.Of(Holiday.NewYear));
        book.Say("ennen uutta_vuotta", (_, now) => new Both(Before, now.Of(Holiday.NewYear)));
        book.Say("<Holiday> <Year>?", (said, now) => now.Of((Holiday)said[Slot.Holiday], YearOf(said)) with { IsAhead = said.IsOnwards(Slot.Holiday) });
        book.Say("ennen <HolidayLimit>", (said, now) => new Both(Before, now.Of((Holiday)said[Slot.HolidayLimit])));
    }

    public static Days? DateOf(Said said, Now now) =>
        YearOf(said) is { } year ? NowDays.Date(said[Slot.Day], said[Slot.Month], year) : now.DateWithoutYear(said[Slot.Day], said[Slot.Month]);

    public static int? YearOf(Said said) => said.Has(Slot.Year) ? said[Slot.Year] : null;

    /// <summary>The fifteenth.</summary>
    public static Days Shifted(Days month) => Days.One(month.From.AddDays(14));

    private static void FillLimits(Phrasebook book)
    {
        book.Say("mennessä|mennesä|mennessa|viimeistään|viimestään|asti|saakka|eräpäivä|määräaika|määräpäivä|takaraja|deadline|dl|viimeinen_päivä|viimeinen_voimassaolopäivä", By);
        book.Say("ennen", Before);
        book.Say("jälkeen|lähtien|alkaen|jälkee|alk", new NotDeadline(NotReach.Previous));
        book.Say("viime|viimeisenä|edellisenä|edellisellä|edellisessä|viimeksi|toissa|menneenä|menneellä|viimevuoden", new NotDeadline(NotReach.Next));
    }
}
