namespace Lupaus.Language.Deadlines;

/// <summary>
/// The hours that people mean by a part of the day. Borders are set where an office notices: morning begins when the first can
/// answer, the forenoon ends at noon, the afternoon with the working day, the evening when no one may be rung any more.
/// English "morning" lasts until noon, for it has no forenoon.
/// </summary>
internal sealed record PartOfDay(int From, int To)
{
    /// <summary>aamu, morgon: 6 to 9.</summary>
    public static readonly PartOfDay EarlyMorning = new(6, 9);

    /// <summary>aamupäivä, förmiddag: 9 to 12.</summary>
    public static readonly PartOfDay Forenoon = new(9, 12);

    /// <summary>morning: 6 to 12.</summary>
    public static readonly PartOfDay Morning = new(6, 12);

    /// <summary>päivällä, mitt på dagen, lunch: 11 to 14.</summary>
    public static readonly PartOfDay Midday = new(11, 14);

    /// <summary>iltapäivä, eftermiddag, afternoon: 12 to 17.</summary>
    public static readonly PartOfDay Afternoon = new(12, 17);

    /// <summary>ilta, kväll, evening, tonight: 17 to 22.</summary>
    public static readonly PartOfDay Evening = new(17, 22);

    /// <summary>yö, natt, night: 22 to 6 of the next day.</summary>
    public static readonly PartOfDay Night = new(22, 30);

    /// <summary>In the order that word tables count them.</summary>
    public static readonly PartOfDay[] All = [EarlyMorning, Forenoon, Morning, Midday, Afternoon, Evening, Night];

    /// <summary>Whether an hour of the twelve-hour clock is past noon in this part.</summary>
    public bool IsAfterNoon(int hour) =>
        this == Afternoon ? hour is >= 1 and <= 7 :
        this == Midday ? hour is >= 1 and <= 3 :
        this == Evening ? hour is >= 4 and <= 11 :
        this == Night && hour is >= 9 and <= 11;
}
