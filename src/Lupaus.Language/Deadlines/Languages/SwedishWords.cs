using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>Swedish numbers, days, months and feasts.</summary>
internal static class SwedishWords
{
    private static readonly string[] Numbers = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton", "sexton", "sjutton", "arton", "nitton"];
    private static readonly string[] Tens = ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"];

    public static void Fill(Phrasebook book)
    {
        for (var number = 1; number < 100; number++)
            book.Word(Slot.Count, number, number < 20 ? Numbers[number] : Tens[number / 10] + (number % 10 == 0 ? "" : Numbers[number % 10]));
        book.Word(Slot.Count, 1, "en");
        book.Word(Slot.Count, 3, "några");
        for (var hour = 1; hour <= 12; hour++)
        {
            book.Word(Slot.Hour, hour, Numbers[hour]);
            book.Word(Slot.HourAt, hour, Numbers[hour] + "tiden");
        }
        for (var hour = 13; hour <= 23; hour++)
            book.Word(Slot.Hour, hour, hour < 20 ? Numbers[hour] : hour == 20 ? "tjugo" : "tjugo" + Numbers[hour - 20]);
        book.Word(Slot.Minutes, 5, "fem");
        book.Word(Slot.Minutes, 10, "tio");
        book.Word(Slot.Minutes, 15, "kvart");
        book.Word(Slot.Minutes, 20, "tjugo");
        string[] units = ["minut|minuter|min|minutrar", "kvart|kvartar", "timme|timmar|timma|tim|h", "dygn", "dag|dagar", "arbetsdag|arbetsdagar|vardagar|bankdagar", "vecka|veckor|v", "månad|månader|mån", "år"];
        for (var unit = 0; unit < units.Length; unit++)
            book.Word(Slot.Unit, unit, units[unit]);
        FillWeekdays(book);
        string[] months = ["januari|jan", "februari|feb|febr", "mars", "april|apr", "maj", "juni|jun", "juli|jul", "augusti|aug", "september|sept|sep", "oktober|okt", "november|nov", "december|dec"];
        for (var month = 1; month <= 12; month++)
            book.Word(Slot.Month, month, months[month - 1]);
        FillOrdinals(book);
    }

    private static void FillWeekdays(Phrasebook book)
    {
        string[] names = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];
        string[] shorts = ["sön", "mån", "tis", "ons", "tors|tor", "fre", "lör"];
        for (var day = 0; day < 7; day++)
        {
            book.Word(Slot.WeekdayName, day, $"{names[day]}|{names[day]}en");
            book.Word(Slot.WeekdayEvery, day, $"{names[day]}ar|{names[day]}arna");
            book.Word(Slot.WeekdayShort, day, shorts[day]);
            book.Word(Slot.WeekdayFrom, day, $"{names[day]}s");
            book.Word(Slot.WeekdayPart, day * 10, $"{names[day]}smorgon|{names[day]}morgon");
            book.Word(Slot.WeekdayPart, (day * 10) + 1, $"{names[day]}sförmiddag|{names[day]}förmiddag");
            book.Word(Slot.WeekdayPart, (day * 10) + 4, $"{names[day]}seftermiddag|{names[day]}eftermiddag");
            book.Word(Slot.WeekdayPart, (day * 10) + 5, $"{names[day]}skväll|{names[day]}kväll");
            book.Word(Slot.WeekdayPart, (day * 10) + 6, $"{names[day]}snatt|{names[day]}natt");
        }
    }

    private static void FillOrdinals(Phrasebook book)
    {
        string[] ordinals = ["första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte", "trettonde", "fjortonde", "femtonde", "sextonde", "sjuttonde", "artonde", "nittonde", "tjugonde"];
        for (var day = 1; day <= 31; day++)
            book.Word(Slot.Ordinal, day, day <= 20 ? ordinals[day - 1] : day == 30 ? "trettionde" : day == 31 ? "trettioförsta" : "tjugo" + ordinals[day - 21]);
    }
}
