namespace Lupaus.Order.Simulation;

/// <summary>What came of the simulated weeks. Waits are of everybody but the one who flooded us.</summary>
internal sealed record SimulatedWeeks(IReadOnlyList<SimulatedMatter> Matters, int Checks, int Violations, double Tightest)
{
    private const int FewestOfOne = 3;

    public Measures Measures()
    {
        var waits = Matters.Where(m => !m.IsOfTheFlood).Select(Wait).Order().ToArray();
        var shorts = Matters.Where(m => m.IsShort).ToList();
        var yes = shorts.Where(m => m.FirstPromised <= m.Deadline).ToList();
        var no = shorts.Where(m => m.FirstPromised > m.Deadline).ToList();
        var promises = Matters.Select(m => Workload.Hours.Between(m.ArrivedAt, m.FirstPromised).TotalMinutes).Order().ToArray();
        var customers = Matters.Where(m => !m.IsOfTheFlood).GroupBy(m => m.Customer).Where(g => g.Count() >= FewestOfOne).Select(g => 1 + (g.Average(Wait) / SimulatedTopic.MeanEffort.TotalMinutes)).ToArray();
        return new Measures
        {
            Matters = Matters.Count,
            ShortDeadlinesMet = Share(shorts, InTime),
            ShortDeadlinesPromised = Share(shorts, m => m.FirstPromised <= m.Deadline),
            MetWhenPromised = Share(yes, InTime),
            MetWhenNotPromised = Share(no, InTime),
            PromisesKept = Share(Matters, m => m.EndedAt <= m.FirstPromised),
            MeanPromiseMinutes = promises.Length == 0 ? 0 : promises.Average(),
            P90PromiseMinutes = Quantile(promises, .9),
            MeanWaitMinutes = waits.Length == 0 ? 0 : waits.Average(),
            P99WaitMinutes = Quantile(waits, .99),
            MaxWaitMinutes = waits.Length == 0 ? 0 : waits[^1],
            Jain = customers.Length == 0 ? 1 : Math.Pow(customers.Sum(), 2) / (customers.Length * customers.Sum(x => x * x)),
            OvertakeBoundChecks = Checks,
            OvertakeBoundViolations = Violations,
            OvertakeBoundTightest = Tightest,
        };
    }

    private static double Wait(SimulatedMatter matter) => Workload.Hours.Between(matter.ArrivedAt, matter.StartedAt!.Value).TotalMinutes;

    private static bool InTime(SimulatedMatter matter) => matter.EndedAt <= matter.Deadline;

    private static double? Share(IReadOnlyCollection<SimulatedMatter> of, Func<SimulatedMatter, bool> are) => of.Count == 0 ? null : (double)of.Count(are) / of.Count;

    private static double Quantile(double[] sorted, double q) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(q * sorted.Length))];
}
