namespace Lupaus.Core.Promises;

/// <summary>
/// How much longer than forecast the answers of one kind of matter took, and so what can be promised of the next: adaptive conformal prediction
/// (Gibbs and Candès 2021) over the ratios of the last few hundred. A promise that lapses counts at once: who waited for the answer would learn
/// from those who got one.
/// </summary>
/// <param name="Target">The share of promises to keep, such as 0.95.</param>
/// <param name="Risk">The share we allow to break just now: 1 − target, corrected by what has been kept and broken.</param>
/// <param name="Ratios">Actual open time ÷ forecast, in any order.</param>
public sealed record Calibration(double Target, double Risk, IReadOnlyList<double> Ratios)
{
    /// <summary>Fewer tell nothing: the topic's own time is promised until then.</summary>
    public const int Fewest = 30;

    /// <summary>So many of one kind stand by themselves; fewer are joined by all the others.</summary>
    public const int OwnFewest = 60;

    /// <summary>Older ones tell of other times.</summary>
    public const int Most = 400;

    private const double Step = .005, LeastRisk = -.1, MostRisk = .5, LeastLevel = .5, MostLevel = .998;

    public static Calibration New(double target) => new(target, 1 - target, []);

    /// <summary>The quantile that is promised.</summary>
    public double Level => Math.Clamp(1 - Risk, LeastLevel, MostLevel);

    /// <summary>By what a forecast is multiplied; null while too few have ended.</summary>
    public double? Ratio
    {
        get
        {
            if (Ratios.Count < Fewest)
                return null;
            var sorted = Ratios.Order().ToArray();
            return sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling((sorted.Length + 1) * Level) - 1)];
        }
    }

    /// <summary>A promise of this kind was kept, or its time has passed.</summary>
    public static double RiskAfter(double risk, double target, bool wasKept) =>
        Math.Clamp(risk + (Step * (1 - target - (wasKept ? 0 : 1))), LeastRisk, MostRisk);
}
