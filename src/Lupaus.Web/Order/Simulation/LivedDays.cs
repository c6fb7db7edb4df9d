using System.Collections.Concurrent;
using Lupaus.Order.Simulation;

namespace Lupaus.Web.Order.Simulation;

/// <summary>Days with some of us ill, lived through by the simulated house; the same question gets the same answer at once.</summary>
public sealed class LivedDays
{
    /// <summary>The house of more is lived through with so many: that takes a second or two, and it fares the same.</summary>
    public const int MostAgents = 20;

    public const int MostIll = 2;
    private const int MostKnown = 200;

    private readonly ConcurrentDictionary<(int Agents, int Load, int Target), IReadOnlyList<DayWithIll>> known = [];
    private readonly SemaphoreSlim living = new(1);

    /// <param name="load">Of a hundred.</param>
    /// <param name="target">Promises to keep, of a hundred.</param>
    public async Task<IReadOnlyList<DayWithIll>> Of(int agents, int load, int target, CancellationToken stop)
    {
        var asked = (Math.Clamp(agents, 1, MostAgents), load, target);
        if (known.TryGetValue(asked, out var lived))
            return lived;
        await living.WaitAsync(stop);
        try
        {
            if (known.Count >= MostKnown)
                known.Clear();
            return known.TryGetValue(asked, out lived) ? lived
                : known[asked] = await Task.Run(() => DayWithIll.UpTo(MostIll, asked.Item1, load / 100.0, target / 100.0), stop);
        }
        finally
        {
            living.Release();
        }
    }
}
