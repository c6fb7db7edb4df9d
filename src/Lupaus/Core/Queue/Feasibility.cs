namespace Lupaus.Core.Queue;

/// <summary>A promise as work that has to fit in before it is due.</summary>
/// <param name="Effort">What such a matter usually takes.</param>
public readonly record struct Demand<T>(T What, DateTimeOffset Due, TimeSpan Effort);

/// <summary>
/// Which promises can't all be kept in the working time that is left: in the order in which they fall due, each has to fit in beside those
/// before it. If they don't fit in this order they fit in none (earliest due date first: Jackson 1955).
/// </summary>
public static class Feasibility
{
    /// <summary>Those that don't fit. One that doesn't takes no time from those after it, since it has to be moved.</summary>
    /// <param name="workUntil">The working time from now until then.</param>
    public static IEnumerable<T> DontFit<T>(IEnumerable<Demand<T>> demands, Func<DateTimeOffset, TimeSpan> workUntil)
    {
        var before = TimeSpan.Zero;
        foreach (var demand in demands.OrderBy(d => d.Due))
        {
            if (before + demand.Effort > workUntil(demand.Due))
                yield return demand.What;
            else
                before += demand.Effort;
        }
    }
}
