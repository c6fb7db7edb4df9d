using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>Finnish numbers, days, months and feasts in the cases that tell time.</summary>
internal static class FinnishWords
{
    private static readonly string[] Nominative = ["", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen"];
    private static readonly string[] Genitive = ["", "yhden", "kahden", "kolmen", "neljän", "viiden", "kuuden", "seitsemän", "kahdeksan", "yhdeksän", "kymmenen"];
    private static readonly string[] Inessive = ["", "yhdessä", "kahdessa", "kolmessa", "neljässä", "viidessä", "kuudessa", "seitsemässä", "kahdeksassa", "yhdeksässä", "kymmenessä"];
    private static readonly string[] Ablative = ["", "yhdeltä", "kahdelta", "kolmelta", "neljältä", "viideltä", "kuudelta", "seitsemältä", "kahdeksalta", "yhdeksältä", "kymmeneltä"];
    private static readonly string[] Illative = ["", "yhteen", "kahteen", "kolmeen", "neljään", "viiteen", "kuuteen", "seitsemään", "kahdeksaan", "yhdeksään", "kymmeneen"];
    private static readonly string[] Partitive = ["", "yhtä", "kahta", "kolmea", "neljää", "viittä", "kuutta", "seitsemää", "kahdeksaa", "yhdeksää", "kymmentä"];
    private static readonly string[] Translative = ["", "yhdeksi", "kahdeksi", "kolmeksi", "neljäksi", "viideksi", "kuudeksi", "seitsemäksi", "kahdeksaksi", "yhdeksäksi", "kymmeneksi"];
    private static readonly string[] SpokenAt = ["", "ykköseltä", "kakkoselta", "kolmoselta", "neloselta", "vitoselta", "kutoselta", "seiskalta", "kasilta", "ysiltä", "kympiltä"];
    private static readonly string[] SpokenTo = ["", "ykköseen", "kakkoseen", "kolmoseen", "neloseen", "vitoseen", "kutoseen", "seiskaan", "kasiin", "ysiin", "kymppiin"];
    private static readonly string[] SpokenLimit = ["", "ykköstä", "kakkosta", "kolmosta", "nelosta", "vitosta", "kutosta", "seiskaa", "kasia", "ysiä", "kymppiä"];
    private static readonly string[] Spoken = ["", "yks", "kaks", "kolme", "neljä", "viis", "kuus", "seiska", "kasi", "ysi", "kymppi"];

    private static readonly string[] Weekdays = ["sunnuntai", "maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai"];
    private static readonly string[] Months = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"];

    public static void Fill(Phrasebook book)
    {
        FillNumbers(book);
        FillUnits(book);
        FillWeekdays(book);
        for (var month = 1; month <= 12; month++)
            FillMonth(book, month, Months[month - 1] + "kuu");
        FillParts(book);
        FillHolidays(book);
    }

    private static void FillNumbers(Phrasebook book)
    {
        foreach (var (cases, tens) in new[] { (Nominative, "kymmentä"), (Genitive, "kymmenen"), (Inessive, "kymmenessä") })
        {
            for (var number = 1; number < 100; number++)
                book.Word(Slot.Count, number, Number(cases, tens, number));
        }
        book.Word(Slot.Count, 2, "pari|parin|parissa");
        book.Word(Slot.Count, 3, "muutaman|muutamassa|muutama");
        for (var hour = 13; hour <= 23; hour++)
            book.Word(Slot.Hour, hour, Number(Nominative, "kymmentä", hour));
        foreach (var (cases, slot) in new[] { (Nominative, Slot.Hour), (Spoken, Slot.Hour), (Ablative, Slot.HourAt), (SpokenAt, Slot.HourAt), (Translative, Slot.HourAt), (Illative, Slot.HourTo), (SpokenTo, Slot.HourTo), (Partitive, Slot.HourLimit), (SpokenLimit, Slot.HourLimit) })
        {
            for (var hour = 1; hour <= 12; hour++)
                book.Word(slot, hour, hour <= 10 ? cases[hour] : cases[hour - 10] + "toista");
        }
        book.Word(Slot.HourAt, 7, "seittemältä");
        book.Word(Slot.HourAt, 8, "kaheksalta");
        book.Word(Slot.HourAt, 9, "yheksältä");
        book.Word(Slot.Minutes, 5, "viittä|viisi|viis");
        book.Word(Slot.Minutes, 10, "kymmentä|kymmenen");
        book.Word(Slot.Minutes, 15, "varttia|vartin|vartti");
        book.Word(Slot.Minutes, 20, "kahtakymmentä|kaksikymmentä");
    }

    private static string Number(string[] cases, string tens, int number) =>
        number <= 10 ? cases[number] :
        number < 20 ? cases[number - 10] + "toista" :
        cases[number / 10] + tens + cases[number % 10];

    private static void FillUnits(Phrasebook book)
    {
        string[] genitive = ["minuutin|min|minsan|minuttin|minuuttin", "vartin|varttitunnin", "tunnin|h|tuntin", "vuorokauden|vrk", "päivän|pv|pvän", "arkipäivän|työpäivän|pankkipäivän", "viikon|vko|vk|vkon", "kuukauden|kk|kuun", "vuoden"];
        string[] partitive = ["minuuttia|min|minuutti|minsaa", "varttia|vartti", "tuntia|tunti|h", "vuorokautta|vrk|vuorokausi", "päivää|päivä|pv|pvä", "arkipäivää|työpäivää|arkipäivä", "viikkoa|viikko|vko|vk", "kuukautta|kuukausi|kk", "vuotta|vuosi|v"];
        string[] inessive = ["minuutissa|minsassa", "vartissa", "tunnissa", "vuorokaudessa", "päivässä", "arkipäivässä|työpäivässä", "viikossa", "kuukaudessa", "vuodessa"];
        for (var unit = 0; unit < genitive.Length; unit++)
        {
            book.Word(Slot.Unit, unit, genitive[unit]);
            book.Word(Slot.Amount, unit, partitive[unit]);
            book.Word(Slot.Inside, unit, inessive[unit]);
        }
    }

    private static void FillWeekdays(Phrasebook book)
    {
        string[] shorts = ["su", "ma", "ti", "ke", "to", "pe", "la"];
        for (var day = 0; day < 7; day++)
        {
            var name = Weekdays[day];
            var isWeek = day == 3;
            book.Word(Slot.WeekdayName, day, name);
            book.Word(Slot.Weekday, day, isWeek ? "keskiviikkona" : $"{name}na");
            book.Word(Slot.Weekday, day + Said.Onwards, isWeek ? "keskiviikoksi|keskiviikkoon|keskiviikolle" : $"{name}ksi|{name}ks|{name}hin|{name}lle");
            book.Word(Slot.WeekdayLimit, day, isWeek ? "keskiviikkoa" : $"{name}ta");
            book.Word(Slot.WeekdayOf, day, isWeek ? "keskiviikon" : $"{name}n");
            book.Word(Slot.WeekdayFrom, day, isWeek ? "keskiviikosta" : $"{name}sta");
            book.Word(Slot.WeekdayEvery, day, isWeek ? "keskiviikkoisin" : $"{name}sin");
            if (shorts[day] != "to")
                book.Word(Slot.WeekdayShort, day, shorts[day]);
            string[] parts = ["aamuna|aamulla", "aamupäivänä|aamupäivällä", "", "", "iltapäivänä|iltapäivällä", "iltana|illalla", "yönä|yöllä"];
            string[] partsAhead = ["aamuksi|aamuun", "aamupäiväksi|aamupäivään", "", "", "iltapäiväksi|iltapäivään", "illaksi|iltaan", "yöksi|yöhön"];
            for (var part = 0; part < parts.Length; part++)
            {
                foreach (var form in parts[part].Split('|', StringSplitOptions.RemoveEmptyEntries))
                    book.Word(Slot.WeekdayPart, (day * 10) + part, name + form);
                foreach (var form in partsAhead[part].Split('|', StringSplitOptions.RemoveEmptyEntries))
                    book.Word(Slot.WeekdayPart, (day * 10) + part + Said.Onwards, name + form);
            }
        }
        book.Word(Slot.Weekday, 5, "perjantina|perjataina|perjntaina");
        book.Word(Slot.Weekday, 1, "maanataina|manantaina");
        book.Word(Slot.Weekday, 3, "keskiviikona|keskiviikkonna");
    }

    private static void FillMonth(Phrasebook book, int month, string name)
    {
        book.Word(Slot.Month, month, $"{name}ta");
        book.Word(Slot.MonthLimit, month, $"{name}ta");
        book.Word(Slot.MonthOf, month, $"{name}n");
        book.Word(Slot.MonthIn, month, $"{name}ssa|{name}sa|{name[..^1]}ssa");
        book.Word(Slot.MonthIn, month + Said.Onwards, $"{name}hun|{name}ksi|{name}lle");
    }

    private static void FillParts(Phrasebook book)
    {
        string[] at = ["aamulla|aamuna|aamusta|aamul", "aamupäivällä|aamupäivänä", "", "päivällä|lounasaikaan", "iltapäivällä|iltapäivänä|iltapäiväl|illpäivällä", "illalla|iltana|illal", "yöllä|yönä"];
        string[] to = ["aamuksi|aamuun|aamuks", "aamupäiväksi|aamupäivään", "", "lounaaseen|lounaaksi", "iltapäiväksi|iltapäivään", "illaksi|iltaan|illaks", "yöksi|yöhön"];
        string[] limit = ["aamua", "aamupäivää", "", "lounasta", "iltapäivää", "iltaa", "yötä"];
        for (var part = 0; part < at.Length; part++)
        {
            if (at[part].Length == 0)
                continue;
            book.Word(Slot.Part, part, at[part]);
            book.Word(Slot.Part, part + Said.Onwards, to[part]);
            book.Word(Slot.PartLimit, part, limit[part]);
        }
    }

    private static void FillHolidays(Phrasebook book)
    {
        Feast(book, Holiday.NewYearsEve, "uudenvuodenaattona", "uudenvuodenaatoksi|uudenvuodenaattoon", "uudenvuodenaattoa");
        Feast(book, Holiday.NewYear, "uutenavuotena|uudenvuodenpäivänä", "uudeksivuodeksi|uuteenvuoteen", "uuttavuotta");
        Feast(book, Holiday.Epiphany, "loppiaisena", "loppiaiseksi|loppiaiseen", "loppiaista");
        Feast(book, Holiday.GoodFriday, "pitkäperjantaina", "pitkäperjantaiksi", "pitkäperjantaita");
        Feast(book, Holiday.Easter, "pääsiäisenä", "pääsiäiseksi|pääsiäiseen", "pääsiäistä");
        Feast(book, Holiday.MayEve, "vappuaattona", "vappuaatoksi|vappuaattoon", "vappuaattoa");
        Feast(book, Holiday.MayDay, "vappuna", "vapuksi|vappuun", "vappua");
        Feast(book, Holiday.Ascension, "helatorstaina", "helatorstaiksi|helatorstaihin", "helatorstaita");
        Feast(book, Holiday.MidsummerEve, "juhannuksena|juhannusaattona", "juhannukseksi|juhannukseen|juhannusaatoksi|juhannusaattoon", "juhannusta|juhannusaattoa");
        Feast(book, Holiday.Midsummer, "juhannuspäivänä", "juhannuspäiväksi|juhannuspäivään", "juhannuspäivää");
        Feast(book, Holiday.AllSaints, "pyhäinpäivänä", "pyhäinpäiväksi|pyhäinpäivään", "pyhäinpäivää");
        Feast(book, Holiday.Independence, "itsenäisyyspäivänä", "itsenäisyyspäiväksi|itsenäisyyspäivään", "itsenäisyyspäivää");
        Feast(book, Holiday.ChristmasEve, "jouluna|jouluaattona|aattona", "jouluksi|jouluun|joulukses|jouluaatoksi|jouluaattoon|aatoksi|aattoon", "joulua|jouluaattoa|aattoa");
        Feast(book, Holiday.Christmas, "joulupäivänä", "joulupäiväksi|joulupäivään", "joulupäivää");
        Feast(book, Holiday.BoxingDay, "tapaninpäivänä", "tapaninpäiväksi|tapaninpäivään", "tapaninpäivää");
    }

    private static void Feast(Phrasebook book, Holiday holiday, string on, string to, string limit)
    {
        book.Word(Slot.Holiday, (int)holiday, on);
        book.Word(Slot.Holiday, (int)holiday + Said.Onwards, to);
        book.Word(Slot.HolidayLimit, (int)holiday, limit);
    }
}
