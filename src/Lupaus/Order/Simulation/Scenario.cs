using Lupaus.Core.Queue;

namespace Lupaus.Order.Simulation;

/// <summary>By what the simulated house goes: our own queue, or one of the two that others have.</summary>
public enum Policy
{
    Lupaus,

    /// <summary>First come, first served.</summary>
    Fifo,

    /// <summary>Four priorities, given by hand, each in the order of arrival.</summary>
    P1P4,
}

/// <summary>The weeks to live through.</summary>
/// <param name="Load">Work that comes, as a share of what all agents can do.</param>
/// <param name="Days">Working days of eight hours.</param>
/// <param name="Target">The share of promises to keep.</param>
/// <param name="Short">The share of matters whose customer's clock runs out within hours: "the train leaves in ten minutes".</param>
public sealed record Scenario(int Agents, double Load, int Days, int Seed, Policy Policy = Policy.Lupaus, double Target = .95, double Short = .075)
{
    public const int MostAgents = 200, MostDays = 250;
    public const double LeastLoad = .05, MostLoad = 1.5, MostShort = .5;

    /// <summary>Seven weeks of calm, rush, a shock and a slump, and a fifth of us ill for two days in the fifth week.</summary>
    public static IReadOnlyList<double> Drift { get; } = [.. new[] { (.7, 5), (.9, 5), (1.15, 3), (.85, 5), (.6, 2), (.95, 5), (1.05, 5), (.8, 5) }.SelectMany(part => Enumerable.Repeat(part.Item1, part.Item2))];

    public bool Drifts { get; init; }

    /// <summary>One customer brings fifty matters within ten minutes, once a week.</summary>
    public bool Floods { get; init; } = true;

    /// <summary>Who is ill: so many, from the beginning of one day to the beginning of another, counted from 0.</summary>
    public (int Count, int From, int To)? Ill { get; init; }

    /// <summary>What comes before this day, counted from 0, only sets the stage.</summary>
    public int MeasuredFrom { get; init; }

    public Turns Turns { get; init; } = Turns.Usual;

    /// <summary>So many are ill for two days in the middle.</summary>
    public Scenario WithIll(int count) => count == 0 ? this : this with { Ill = (count, Days / 2, Math.Min(Days, (Days / 2) + 2)) };

    public double LoadOn(int day) => Drifts ? Drift[day % Drift.Count] : Load;

    public static Scenario Drifting(int agents, int seed, Policy policy, double target) =>
        new(agents, 0, Drift.Count, seed, policy, target) { Drifts = true, Ill = (Math.Min(agents - 1, Math.Max(1, agents / 5)), 22, 24) };

    public Refusal? WhyNotLive() =>
        Agents is < 1 or > MostAgents ? Refusal.Because("simulation.agents").With("limit", MostAgents) :
        Days is < 1 or > MostDays ? Refusal.Because("simulation.days").With("limit", MostDays) :
        !Drifts && Load is not (>= LeastLoad and <= MostLoad) ? Refusal.Because("simulation.load") :
        Short is not (>= 0 and <= MostShort) ? Refusal.Because("simulation.short") :
        Ill is { } ill && (ill.Count < 0 || ill.Count >= Agents) ? Refusal.Because("simulation.ill") :
        Target is not (>= .5 and <= .99) ? Refusal.Because("simulation.target") :
        null;
}
