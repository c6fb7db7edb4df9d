namespace Lupaus.Order.Simulation;

/// <summary>A day on which some of us are ill and the next one, when all are back, lived through several times with other luck.</summary>
/// <param name="Ill">How many are ill.</param>
public sealed record DayWithIll(int Ill, Measures Measures)
{
    /// <summary>Those before it teach the promises, and leave the inbox as it would be.</summary>
    private const int DaysBefore = 6;

    /// <summary>A small house is lived through more often, until about so many matters are counted.</summary>
    private const int Enough = 2000, MostTimes = 6;

    /// <summary>From nobody ill to so many, each with the same matters coming.</summary>
    /// <param name="load">Work that comes, as a share of what all can do.</param>
    public static IReadOnlyList<DayWithIll> UpTo(int most, int agents, double load, double target)
    {
        var daily = load * agents * Workload.MinutesOfDay / SimulatedTopic.MeanEffort.TotalMinutes;
        var times = Math.Clamp((int)(Enough / (2 * daily)), 1, MostTimes);
        return [.. Enumerable.Range(0, Math.Clamp(agents, 1, most + 1)).Select(ill => new DayWithIll(ill, Lived(ill, agents, load, target, times)))];
    }

    private static Measures Lived(int ill, int agents, double load, double target, int times)
    {
        var weeks = Enumerable.Range(1, times).Select(seed => new Scenario(agents, load, DaysBefore + 2, seed, Target: target)
        {
            Floods = false,
            Ill = ill == 0 ? null : (ill, DaysBefore, DaysBefore + 1),
            MeasuredFrom = DaysBefore,
        }).ToArray();
        foreach (var scenario in weeks)
            scenario.WhyNotLive().StopIfAny();
        var lived = weeks.Select(scenario => new SimulatedHouse(scenario).Live()).ToArray();
        return new SimulatedWeeks([.. lived.SelectMany(l => l.Matters)], lived.Sum(l => l.Checks), lived.Sum(l => l.Violations), lived.Max(l => l.Tightest)).Measures();
    }
}
