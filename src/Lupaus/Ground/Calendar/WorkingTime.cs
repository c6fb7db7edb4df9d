namespace Lupaus.Ground.Calendar;

/// <summary>When one of ours is really at work: in their own hours, as far as the house is open, and not away.</summary>
/// <param name="own">Null when they work whenever the house is open.</param>
public sealed class WorkingTime(OpeningHours open, WeeklyHours? own, IEnumerable<Absence> absences)
{
    private readonly OpeningHours? own = own is null ? null : new OpeningHours(own, open.Zone, eves: false);
    private readonly Absence[] absences = [.. absences.OrderBy(a => a.From)];

    /// <summary>How much of it there is from one instant to another; zero when the second isn't later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var absence in absences.Where(a => a.From < to && (a.Until is null || from < a.Until)))
        {
            if (from < absence.From)
                sum += Worked(from, absence.From);
            if (absence.Until is not { } back)
                return sum;
            from = from < back ? back : from;
        }
        return sum + Worked(from, to);
    }

    private TimeSpan Worked(DateTimeOffset from, DateTimeOffset to) => own is null ? open.Between(from, to) :
        own.SpansFrom(from).TakeWhile(span => span.From < to).Aggregate(TimeSpan.Zero, (sum, span) => sum + open.Between(span.From, span.To < to ? span.To : to));
}
