namespace Lupaus.Language.Deadlines.Phrases;

/// <summary>What a place in a phrase holds. Those up to <see cref="Opening"/> are tables of words; the rest is read from digits.</summary>
internal enum Slot
{
    /// <summary>How many: in words, or digits with or without a fraction.</summary>
    Count,
    Unit,
    /// <summary>The Finnish partitive of a unit, "minuuttia": how long, and not when.</summary>
    Amount,
    /// <summary>The Finnish inessive of a unit, "minuutissa".</summary>
    Inside,
    Weekday,
    /// <summary>The bare name.</summary>
    WeekdayName,
    /// <summary>The Finnish partitive, "perjantaita".</summary>
    WeekdayLimit,
    WeekdayOf,
    WeekdayFrom,
    WeekdayEvery,
    WeekdayShort,
    /// <summary>A second one, which does not matter.</summary>
    AnotherWeekday,
    /// <summary>A weekday and a part of the day in one word, "perjantaiaamuna": ten times the day and the part.</summary>
    WeekdayPart,
    Month,
    MonthIn,
    MonthOf,
    MonthLimit,
    Hour,
    HourAt,
    HourTo,
    HourLimit,
    /// <summary>Minutes said in words before or after the hour: "kymmentä vaille", "kvart i", "ten past".</summary>
    Minutes,
    Part,
    PartLimit,
    Holiday,
    HolidayLimit,
    Ordinal,
    /// <summary>A word before a number that is no time: "versio 5.12".</summary>
    Numbered,
    /// <summary>A word after a number that is no time: "24.90 euroa".</summary>
    Measure,
    Glue,
    ClauseBreak,
    /// <summary>Begins a clause that tells of the same time, unless it says otherwise: "soitin maanantaina ja tiistaina".</summary>
    And,
    Past,
    Ahead,
    Departure,
    Opening,

    Clock,
    LaterClock,
    /// <summary>Minutes are written with a colon.</summary>
    ColonClock,
    HourDigits,
    LaterHourDigits,
    FourDigits,
    Day,
    LaterDay,
    MonthDigits,
    Week,
    /// <summary>Up to 99.</summary>
    Small,
    LaterSmall,
    Year,
    ShortYear,
    ClockForm,
    LaterClockForm,
}
