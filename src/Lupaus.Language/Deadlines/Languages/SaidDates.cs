using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;

namespace Lupaus.Language.Deadlines.Languages;

/// <summary>Days that all languages put together from the same parts.</summary>
internal static class SaidDates
{
    /// <summary>Day and month, with or without the year.</summary>
    public static Days? DateOf(Said said, Now now) =>
        YearOf(said) is { } year ? NowDays.Date(said[Slot.Day], said[Slot.Month], year) : now.DateWithoutYear(said[Slot.Day], said[Slot.Month]);

    public static int? YearOf(Said said) => said.Has(Slot.Year) ? said[Slot.Year] : null;

    /// <summary>The fifteenth.</summary>
    public static Days Mid(Days month) => Days.One(month.From.AddDays(14));
}
