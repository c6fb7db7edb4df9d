using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>How days and their parts are said in Finnish.</summary>
internal static class FinnishDays
{
    public static void Fill(Phrasebook book)
    {
        FillDays(book);
        FillWeekdays(book);
    }

    private static void FillDays(Phrasebook book)
    {
        book.Say("tänään|tänää|tänäänkin|tämän_päivän_aikana|tän_päivän_aikana|täksi_päiväksi|tähän_päivään|tänäpänä", (_, now) => now.In(0));
        book.Say("huomenna|huomen|huomena|huommenna|huomenn|huomiseksi|huomiseks|huomiseen|huomiselle|huomisen_aikana|huomisen", (_, now) => now.In(1));
        book.Say("ylihuomenna|yli_huomenna|ylihuomen|ylihuomiseksi|ylihuomiseen|ylihuomisen_aikana", (_, now) => now.In(2));
        book.Say("ennen huomista", (_, now) => new Both(Limit.Before, now.In(1)));
        book.Say("ennen ylihuomista", (_, now) => new Both(Limit.Before, now.In(2)));
        FillPartOfTomorrow(book, "huomisaamuna|huomenaamulla|huomisaamuksi|huomisaamuun|huomenaamuna|huomenaamuksi|huomisaamulla", 0);
        FillPartOfTomorrow(book, "huomisaamupäivänä|huomisaamupäivällä", 1);
        FillPartOfTomorrow(book, "huomisiltapäivänä|huomisiltapäivällä|huomisiltapäiväksi|huomisiltapäivään", 4);
        FillPartOfTomorrow(book, "huomisiltana|huomenillalla|huomisillaksi|huomisiltaan|huomenillaksi|huomisillalla", 5);
        book.Say("eilen|eilisen|eilinen|eilisestä|eilisellä|toissapäivänä|toissa_päivänä|eilisiltana|eilisaamuna|eilispäivänä", NotDeadline.AtAll);
        book.Say("<Part>", (said, _) => new DayPart(PartOfDay.All[said[Slot.Part]]) { IsAhead = said.IsOnwards(Slot.Part) });
        book.Say("ap", new DayPart(PartOfDay.Forenoon) { IsFirm = false });
        book.Say("ip", new DayPart(PartOfDay.Afternoon) { IsFirm = false });
        book.Say("aamuyöllä|aamuyöstä|pikkutunneilla", new DayPart(PartOfDay.Night));
        book.Say("tänä <Part>", (said, now) => new Both(now.In(0), new DayPart(PartOfDay.All[said[Slot.Part]])));
        book.Say("ensi|tulevana yönä|yöksi", (_, now) => new DayPart(PartOfDay.Night) { IsAhead = true });
        book.Say("ennen <PartLimit>", (said, _) => new Both(Limit.Before, new DayPart(PartOfDay.All[said[Slot.PartLimit]])));
    }

    private static void FillPartOfTomorrow(Phrasebook book, string words, int part) =>
        book.Say(words, (_, now) => new Both(now.In(1), new DayPart(PartOfDay.All[part])) { IsAhead = true });

    private static void FillWeekdays(Phrasebook book)
    {
        book.Say("<Weekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.Weekday]) { IsAhead = said.IsOnwards(Slot.Weekday) });
        book.Say("<WeekdayName>", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayName]) { IsFirm = false });
        book.Say("<WeekdayShort> .?", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayShort]) { IsFirm = false });
        book.Say("to &klo|kello|viimeistään|mennessä|aamuna|aamulla|illalla|iltana|iltapäivällä|iltapäivänä", new Weekday(DayOfWeek.Thursday));
        book.Say("ennen to", new Both(Limit.Before, new Weekday(DayOfWeek.Thursday)));
        book.Say("ensi|ens|tulevana|seuraavana|ensitulevana|tulevaksi|seuraavaksi to", new Weekday(DayOfWeek.Thursday) { IsAfterToday = true, IsAhead = true });
        book.Say("ensi|ens|tulevana|seuraavana|tulevaksi|seuraavaksi|tulevaan|seuraavaan <Weekday>|<WeekdayShort>", (said, _) => new Weekday(AnyOf(said)) { IsAfterToday = true, IsAhead = true });
        book.Say("tänä|nyt|tämän <Weekday>|<WeekdayShort>", (said, _) => new Weekday(AnyOf(said)) { IsAhead = said.IsOnwards(Slot.Weekday) });
        book.Say("<WeekdayShort> tai|vai <AnotherWeekday>", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayShort]));
        book.Say("<WeekdayOf> aikana", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayOf]));
        book.Say("<WeekdayOf> &<Part>", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayOf]));
        book.Say("<WeekdayOf> &juna|junaan|lento|lennolle|lennon|bussi|bussiin|kokous|kokoukseen|matka|matkaa|aika|ajan", (said, _) => new Weekday((DayOfWeek)said[Slot.WeekdayOf]) { IsAhead = true });
        book.Say("<WeekdayPart>", (said, _) => new Both(new Weekday((DayOfWeek)(said[Slot.WeekdayPart] / 10)), new DayPart(PartOfDay.All[said[Slot.WeekdayPart] % 10]) { IsNightAfter = true }) { IsAhead = said.IsOnwards(Slot.WeekdayPart) });
        book.Say("<WeekdayOf> ja <AnotherWeekday> välisenä yönä", (said, _) => new Both(new Weekday((DayOfWeek)said[Slot.WeekdayOf]), new DayPart(PartOfDay.Night) { IsNightAfter = true }));
        book.Say("<WeekdayOf> vastaisena yönä", (said, _) => new Both(new Weekday((DayOfWeek)((said[Slot.WeekdayOf] + 6) % 7)), new DayPart(PartOfDay.Night) { IsNightAfter = true }));
        book.Say("ennen ensi|tulevaa|seuraavaa? <WeekdayLimit>", (said, _) => new Both(Limit.Before, new Weekday((DayOfWeek)said[Slot.WeekdayLimit])));
        book.Say("<WeekdayFrom>", NotDeadline.AtAll);
        book.Say("<WeekdayFrom> <Weekday>", NotDeadline.AtAll);
        book.Say("<WeekdayEvery>", NotDeadline.AtAll);
        book.Say("<WeekdayShort>|<WeekdayName>|to - <WeekdayShort>|<WeekdayName>|to", NotDeadline.AtAll);
        book.Say("joka <WeekdayName>|<Part>|aamu|ilta|päivä|viikko|kuukausi|yö|kuu|vuosi", NotDeadline.AtAll);
        book.Say("kerta|kertaa|kerran tällä_viikolla|tänään|tässä_kuussa|tänä_vuonna", NotDeadline.AtAll);
        book.Say("päivittäin|viikoittain|kuukausittain|arkisin|arkipäivisin|aamuisin|iltaisin|öisin|vuosittain|viikonloppuisin", NotDeadline.AtAll);
    }

    private static DayOfWeek AnyOf(Said said) => (DayOfWeek)said[said.Has(Slot.Weekday) ? Slot.Weekday : Slot.WeekdayShort];
}
