using Lupaus.Language.Deadlines.Phrases;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>English numbers, days and months.</summary>
internal static class EnglishWords
{
    private static readonly string[] Numbers = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static void Fill(Phrasebook book)
    {
        for (var number = 1; number < 20; number++)
            book.Word(Slot.Count, number, Numbers[number]);
        for (var ten = 0; ten < Tens.Length; ten++)
            book.Word(Slot.Count, (ten + 2) * 10, Tens[ten]);
        book.Word(Slot.Count, 1, "a|an");
        for (var hour = 1; hour <= 12; hour++)
            book.Word(Slot.Hour, hour, Numbers[hour]);
        book.Word(Slot.Minutes, 5, "five");
        book.Word(Slot.Minutes, 10, "ten");
        book.Word(Slot.Minutes, 15, "quarter");
        book.Word(Slot.Minutes, 20, "twenty");
        string[] units = ["minute|minutes|min|mins", "", "hour|hours|hr|hrs|h", "", "day|days", "", "week|weeks|wk|wks", "month|months", "year|years"];
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Length > 0)
                book.Word(Slot.Unit, unit, units[unit]);
        }
        FillWeekdays(book);
        string[] months = ["january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug", "september|sept|sep", "october|oct", "november|nov", "december|dec"];
        for (var month = 1; month <= 12; month++)
            book.Word(Slot.Month, month, months[month - 1]);
        string[] ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"];
        for (var day = 1; day <= ordinals.Length; day++)
            book.Word(Slot.Ordinal, day, ordinals[day - 1]);
        book.Word(Slot.Ordinal, 30, "thirtieth");
    }

    private static void FillWeekdays(Phrasebook book)
    {
        string[] names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
        string[] shorts = ["sun", "mon", "tue|tues", "wed|weds", "thu|thur|thurs", "fri", "sat"];
        for (var day = 0; day < 7; day++)
        {
            book.Word(Slot.Weekday, day, names[day]);
            book.Word(Slot.WeekdayShort, day, shorts[day]);
            book.Word(Slot.WeekdayEvery, day, names[day] + "s");
        }
        book.Word(Slot.Weekday, 3, "wensday|wednsday|wendesday");
    }
}
