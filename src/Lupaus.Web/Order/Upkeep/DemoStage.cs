using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Work.Lateness;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <summary>
/// Plays many stories on one clock. A story waits for its cue; whichever cue comes first is given first, and on the
/// way there the clock stops wherever the watch over promises would have had something to do. So the demo's past is
/// made by the program itself, in the order in which it would have happened.
/// </summary>
internal sealed class DemoStage(IServiceProvider rooms, DemoClock clock, DateTimeOffset now)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Helsinki");
    private static readonly OpeningHours Office = new(WeeklyHours.Office, Zone);

    private readonly PriorityQueue<TaskCompletionSource, (DateTimeOffset At, int Turn)> cues = new();
    private readonly SemaphoreSlim quiet = new(0);
    private int turn;

    /// <summary>The present moment, at which all stories have to end.</summary>
    public DateTimeOffset Present => now;

    public DateTimeOffset Time => clock.Time;

    public T The<T>() where T : notnull => rooms.GetRequiredService<T>();

    /// <summary>The story goes on at that time.</summary>
    public Task Until(DateTimeOffset at)
    {
        var cue = new TaskCompletionSource();
        cues.Enqueue(cue, (at < clock.Time ? clock.Time : at, turn++));
        quiet.Release();
        return cue.Task;
    }

    public async Task Play(IEnumerable<Func<Task>> stories, CancellationToken stop)
    {
        var playing = new List<Task>();
        foreach (var story in stories)
        {
            playing.Add(Tell(story));
            await quiet.WaitAsync(stop);
        }
        while (cues.TryDequeue(out var cue, out var when))
        {
            if (when.At > now)
                throw new InvalidOperationException($"A story of the demo goes on at {when.At}, after the present.");
            await Wind(when.At, stop);
            cue.SetResult();
            await quiet.WaitAsync(stop);
        }
        await Wind(now, stop);
        await Task.WhenAll(playing);
    }

    /// <summary>A working day before today, and the time on the wall there.</summary>
    public DateTimeOffset WorkingDay(int back, string time)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        while (back > 0)
        {
            day = day.AddDays(-1);
            back -= Office.IsClosedOn(day) ? 0 : 1;
        }
        return At(day, time);
    }

    /// <summary>A working day after today.</summary>
    public DateTimeOffset WorkingDayAhead(int ahead, string time)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        while (ahead > 0)
        {
            day = day.AddDays(1);
            ahead -= Office.IsClosedOn(day) ? 0 : 1;
        }
        return At(day, time);
    }

    private static DateTimeOffset At(DateOnly day, string time)
    {
        var local = day.ToDateTime(TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).Whole();
    }

    private async Task Tell(Func<Task> story)
    {
        try
        {
            await story();
        }
        finally
        {
            quiet.Release();
        }
    }

    private async Task Wind(DateTimeOffset to, CancellationToken stop)
    {
        while (await NextForTheWatch(stop) is { } next && next <= to)
        {
            await Post(next, stop);
            clock.Time = next > clock.Time ? next : clock.Time.AddSeconds(15);
            await The<KeepWatch>().Look(stop);
        }
        await Post(to, stop);
        clock.Time = to;
    }

    /// <summary>A reminder goes out a little before its time; a promise that lapses is noticed a little after.</summary>
    private async Task<DateTimeOffset?> NextForTheWatch(CancellationToken stop)
    {
        await using var db = await The<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);
        var live = await db.Tickets.AsNoTracking().IgnoreAutoIncludes().Where(t => t.Closure == null).Select(t => t.Promise!).ToListAsync(stop);
        return live.Count == 0 ? null : live.Min(p => p.Due + (p.Kind == PromiseKind.CheckBack ? -TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(10)));
    }

    /// <summary>Letters of the past have gone, each at its time, and nobody gets them again; the newest wait for the real sender.</summary>
    private async Task Post(DateTimeOffset until, CancellationToken stop)
    {
        var last = until < now - Fresh ? until : now - Fresh;
        await The<Changes>().Make(async db =>
        {
            var ready = await db.Outbox.Where(o => o.State == Dispatch.Waiting && o.Way == Way.Mail && o.NotBefore <= last).ToListAsync(stop);
            foreach (var entry in ready)
            {
                entry.Claim(entry.NotBefore);
                entry.Sent(entry.NotBefore);
            }
        }, stop);
    }
}
