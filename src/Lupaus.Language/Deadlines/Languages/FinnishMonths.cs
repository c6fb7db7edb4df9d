using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How weeks, months, years and feasts are said in Finnish.</summary>
internal static class FinnishMonths
{
    public static void Fill(Phrasebook book)
    {
        FillWeeks(book);
        FillMonths(book);
        FillYears(book);
    }

    private static void FillWeeks(Phrasebook book)
    {
        book.Say("tällä|kuluvalla viikolla|vkolla|vkolla", (_, now) => now.Week(0));
        book.Say("tämän|kuluvan viikon aikana|kuluessa|puolella|sisällä|sisään", (_, now) => now.Week(0));
        book.Say("ensi|ens|seuraavalla|tulevalla viikolla|viikoks|viikoksi|viikolle|vkolla|viikkoon", (_, now) => now.Week(1));
        book.Say("ensi|ens|seuraavan|tulevan viikon|vkon aikana|kuluessa?", (_, now) => now.Week(1));
        book.Say("ennen ensi|seuraavaa|tulevaa viikkoa", (_, now) => new Both(Limit.Before, now.Week(1)));
        book.Say("tämän|kuluvan|tän? viikon loppuun|lopussa|lopulla|loppua|lopuksi", (_, now) => NowDays.EndOf(now.Week(0)));
        book.Say("ensi|ens|seuraavan|tulevan viikon loppuun|lopussa|lopulla|loppua", (_, now) => NowDays.EndOf(now.Week(1)));
        book.Say("ensi|ens|seuraavan|tulevan viikon alussa|alkuun|alkupuolella", (_, now) => NowDays.StartOf(now.Week(1)));
        book.Say("ennen ensi|seuraavan|tulevan viikon alkua", (_, now) => new Both(Limit.Before, NowDays.StartOf(now.Week(1))));
        book.Say("alkuviikosta|alkuviikolla|alkuviikoksi", (_, now) => new Days(now.Monday.AddDays(now.Today > now.Monday.AddDays(1) ? 7 : 0), now.Monday.AddDays(now.Today > now.Monday.AddDays(1) ? 9 : 2)));
        book.Say("loppuviikosta|loppuviikolla|loppuviikoksi", (_, now) => new Days(now.Monday.AddDays(now.Today > now.Monday.AddDays(4) ? 10 : 3), now.Monday.AddDays(now.Today > now.Monday.AddDays(4) ? 12 : 5)));
        book.Say("viikolla|vko|viikolle|viikko|vk|vkolla|viikkoon <Week>", (said, now) => DigitTimes.IsMeasured(said) ? null : now.IsoWeek(said[Slot.Week]));
        book.Say("viikon <Week> aikana", (said, now) => now.IsoWeek(said[Slot.Week]));
        book.Say("viikon <Week> loppuun|lopulla|lopussa", (said, now) => now.IsoWeek(said[Slot.Week]) is { } week ? NowDays.EndOf(week) : null);
        book.Say("ennen viikkoa <Week>", (said, now) => now.IsoWeek(said[Slot.Week]) is { } week ? new Both(Limit.Before, week) : null);
        book.Say("tänä|nyt|tulevana|ensi|ens? viikonloppuna|viikonlopuksi|viikonloppuun|viikonlopun_aikana|vkl|viikonloppun", (_, now) => now.Weekend(0));
        book.Say("ennen viikonloppua", (_, now) => new Both(Limit.Before, now.Weekend(0)));
    }

    private static void FillMonths(Phrasebook book)
    {
        book.Say("<Day> .|:s? päivä|päivänä|pnä|pv|pvä? <Month> <Year>?", (said, now) => SaidDates.DateOf(said, now));
        book.Say("<MonthOf> <Day> . päivä|päivänä|päiväksi|päivään|pv|pnä?", (said, now) => now.DateWithoutYear(said[Slot.Day], said[Slot.MonthOf]));
        book.Say("<Day> . päivä|päivänä|päiväksi|päivään|pvä|pv &mennessä|asti|klo|aamulla|tätä|tämän|ensi|kuuta", (said, now) => now.DayOfMonth(said[Slot.Day]));
        book.Say("<Day> . päivä|päivänä|päiväksi|päivään|pvä|pv? tätä_kuuta|tämän_kuun", (said, now) => NowDays.Date(said[Slot.Day], now.Today.Month, now.Today.Year));
        book.Say("<MonthIn> <Year>?", (said, now) => now.Month(said[Slot.MonthIn], SaidDates.YearOf(said)) with { IsAhead = said.IsOnwards(Slot.MonthIn) });
        book.Say("ensi <MonthIn>", (said, now) => now.Month(said[Slot.MonthIn]) with { IsAhead = true });
        book.Say("ennen ensi? <MonthLimit>", (said, now) => new Both(Limit.Before, now.Month(said[Slot.MonthLimit])));
        book.Say("<MonthOf> aikana|kuluessa", (said, now) => now.Month(said[Slot.MonthOf]));
        book.Say("<MonthOf> <Year>? loppuun|lopussa|lopulla|loppua|lopuksi|lopulle|loppupuolella", (said, now) => NowDays.EndOf(now.Month(said[Slot.MonthOf], SaidDates.YearOf(said))));
        book.Say("<MonthOf> <Year>? alussa|alkuun|alkupuolella|alkua", (said, now) => NowDays.StartOf(now.Month(said[Slot.MonthOf], SaidDates.YearOf(said))));
        book.Say("<MonthOf> viimeinen_päivä|viimeisenä_päivänä|viimeiseen_päivään", (said, now) => NowDays.EndOf(now.Month(said[Slot.MonthOf])));
        book.Say("tämän|kuluvan? kuun|kuukauden viimeinen_päivä|viimeisenä_päivänä|viimeiseen_päivään", (_, now) => NowDays.EndOf(now.MonthsFromThis(0)));
        book.Say("<MonthOf> puolivälissä|puoliväliin|puoliväliä", (said, now) => NowDays.StartOf(SaidDates.Mid(now.Month(said[Slot.MonthOf]))));
        book.Say("tämän|kuluvan|tän? kuun|kuukauden loppuun|lopussa|lopulla|loppua|lopuksi|vaihteessa|vaihteeseen", (_, now) => NowDays.EndOf(now.MonthsFromThis(0)));
        book.Say("tämän|kuluvan? kuun|kuukauden puolivälissä|puoliväliin|puoliväliä", (_, now) => NowDays.StartOf(SaidDates.Mid(now.MonthsFromThis(0))));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden puolivälissä|puoliväliin|puoliväliä", (_, now) => NowDays.StartOf(SaidDates.Mid(now.MonthsFromThis(1))));
        book.Say("kuunvaihteessa|kuunvaihteeseen|kuunvaihdetta", (_, now) => NowDays.EndOf(now.MonthsFromThis(0)));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden loppuun|lopussa|lopulla|loppua", (_, now) => NowDays.EndOf(now.MonthsFromThis(1)));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden alussa|alkuun|alkua", (_, now) => NowDays.StartOf(now.MonthsFromThis(1)));
        book.Say("ensi|seuraavan|tulevan kuun|kuukauden <Day> . päivä|päivänä|päiväksi|päivään?", (said, now) => NowDays.Date(said[Slot.Day], now.MonthsFromThis(1).From.Month, now.MonthsFromThis(1).From.Year));
        book.Say("ensi|seuraavassa|tulevassa kuussa|kuuksi|kuukaudessa", (_, now) => now.MonthsFromThis(1));
        book.Say("tässä|kuluvassa kuussa", (_, now) => now.MonthsFromThis(0));
        book.Say("tämän|kuluvan kuun|kuukauden aikana|kuluessa|sisällä|puolella", (_, now) => now.MonthsFromThis(0));
    }

    private static void FillYears(Phrasebook book)
    {
        book.Say("tämän|kuluvan|tän? vuoden loppuun|lopussa|lopulla|loppua|vaihteessa|vaihteeseen|vaihdetta", (_, now) => NowDays.EndOf(NowDays.Year(now.Today.Year)));
        book.Say("vuodenvaihteessa|vuodenvaihteeseen|vuodenvaihdetta|vuodenvaihteeksi", (_, now) => NowDays.EndOf(NowDays.Year(now.Today.Year)));
        book.Say("vuoden <Year> loppuun|lopussa|loppua", (said, _) => NowDays.EndOf(NowDays.Year(said[Slot.Year])));
        book.Say("vuoden <Year> alussa|alkuun|alkua", (said, _) => NowDays.StartOf(NowDays.Year(said[Slot.Year])));
        book.Say("tämän|kuluvan vuoden aikana|kuluessa|puolella", (_, now) => NowDays.Year(now.Today.Year));
        book.Say("ensi vuonna|vuodeksi|vuoden_aikana", (_, now) => NowDays.Year(now.Today.Year + 1) with { IsAhead = true });
        book.Say("ensi vuoden alussa|alkuun|alkua", (_, now) => NowDays.StartOf(NowDays.Year(now.Today.Year + 1)));
        book.Say("uutena_vuotena|uudeksi_vuodeksi|uuteen_vuoteen", (_, now) => now.Of(Holiday.NewYear));
        book.Say("ennen uutta_vuotta", (_, now) => new Both(Limit.Before, now.Of(Holiday.NewYear)));
        book.Say("<Holiday> <Year>?", (said, now) => now.Of((Holiday)said[Slot.Holiday], SaidDates.YearOf(said)) with { IsAhead = said.IsOnwards(Slot.Holiday) });
        book.Say("ennen <HolidayLimit>", (said, now) => new Both(Limit.Before, now.Of((Holiday)said[Slot.HolidayLimit])));
    }
}
