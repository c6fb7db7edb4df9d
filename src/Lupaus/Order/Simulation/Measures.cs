namespace Lupaus.Order.Simulation;

/// <summary>What is measured of simulated weeks. Minutes are of open time; a share of nothing is null.</summary>
public sealed record Measures
{
    public required int Matters { get; init; }

    /// <summary>Of customers whose clock ran out within hours, those who had their answer before.</summary>
    public required double? ShortDeadlinesMet { get; init; }

    /// <summary>Of the same, those to whom we said "yes, by then".</summary>
    public required double? ShortDeadlinesPromised { get; init; }

    public required double? MetWhenPromised { get; init; }

    /// <summary>"I can't promise, I'll try", and it was in time all the same.</summary>
    public required double? MetWhenNotPromised { get; init; }

    /// <summary>First promises only: one that was made anew after it broke is broken.</summary>
    public required double? PromisesKept { get; init; }

    public required double MeanPromiseMinutes { get; init; }

    public required double P90PromiseMinutes { get; init; }

    public required double MeanWaitMinutes { get; init; }

    public required double P99WaitMinutes { get; init; }

    public required double MaxWaitMinutes { get; init; }

    /// <summary>Jain's index over customers with at least three matters, of 1 + mean wait ÷ mean effort; 1 when all wait alike.</summary>
    public required double Jain { get; init; }

    public required int OvertakeBoundChecks { get; init; }

    public required int OvertakeBoundViolations { get; init; }

    /// <summary>The most that anybody was passed by, as a share of what is allowed.</summary>
    public required double OvertakeBoundTightest { get; init; }

    public static Measures Of(Scenario scenario)
    {
        scenario.WhyNotLive().StopIfAny();
        return new SimulatedHouse(scenario).Live().Measures();
    }
}
