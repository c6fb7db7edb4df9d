using Lupaus.Core.Promises;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Promises;

/// <summary>
/// What answers so far have taught about the next ones. Read from the database now and then, since each new matter asks: what was learnt in the last
/// minutes changes little.
/// </summary>
public sealed class LearntPromises(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly SemaphoreSlim reading = new(1);
    private volatile Read? known;

    /// <param name="target">The share of promises the company wants to keep.</param>
    public async Task<Calibration> Of(Alike kind, double target, CancellationToken stop)
    {
        if (known is not { } read || read.Target != target || clock.GetElapsedTime(read.At) > Fresh)
            read = await ReadOnce(target, stop);
        return read.Learning(kind.Pace).Of(kind);
    }

    /// <summary>Something has been learnt: the next who asks reads it.</summary>
    public void Forget() => known = null;

    // One at a time: who comes meanwhile finds it read.
    private async Task<Read> ReadOnce(double target, CancellationToken stop)
    {
        await reading.WaitAsync(stop);
        try
        {
            if (known is { } read && read.Target == target && clock.GetElapsedTime(read.At) <= Fresh)
                return read;
            return known = await ReadAll(target, stop);
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<Read> ReadAll(double target, CancellationToken stop)
    {
        var read = new Read(target, clock.GetTimestamp());
        await using var db = await databases.CreateDbContextAsync(stop);
        var risks = await db.AllowedRisks.AsNoTracking().ToListAsync(stop);
        var taught = new List<(DateTimeOffset At, Alike Kind, double Ratio)>();
        foreach (var risk in risks)
        {
            read.Learning(risk.Pace).Allows(risk.Kind, risk.Risk);
            var newest = await db.PromiseBases.Where(b => b.TopicId == risk.TopicId && b.Pace == risk.Pace && b.Ratio != null)
                .OrderByDescending(b => b.LearntAt).Take(Calibration.Most).Select(b => new { b.LearntAt, b.Ratio }).ToListAsync(stop);
            taught.AddRange(newest.Select(n => (n.LearntAt!.Value, risk.Kind, n.Ratio!.Value)));
        }
        foreach (var (_, kind, ratio) in taught.OrderBy(t => t.At))
            read.Learning(kind.Pace).Took(kind, ratio);
        return read;
    }

    /// <summary>Matters that wait for their owner teach nothing of those that wait in line, nor of those we have failed once.</summary>
    private sealed record Read(double Target, long At)
    {
        private readonly Learning<Alike> inLine = new(Target), goingOn = new(Target), renewed = new(Target);

        public Learning<Alike> Learning(Pace pace) => pace switch
        {
            Pace.GoesOn => goingOn,
            Pace.Renewed => renewed,
            _ => inLine,
        };
    }
}
