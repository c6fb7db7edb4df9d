using Lupaus.Ground.Calendar;

namespace Lupaus.Storage.Ground.Calendar;

public static class AbsencesStored
{
    /// <summary>Those that cover this moment, as <see cref="Absence.Covers"/> says it.</summary>
    public static IQueryable<Absence> At(this IQueryable<Absence> absences, DateTimeOffset at) => absences.Where(a => a.From <= at && (a.Until == null || a.Until > at));
}
