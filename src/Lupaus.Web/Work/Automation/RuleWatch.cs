using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Automation;

/// <summary>Lets the rules act as soon as something has happened, and looks at the clock every half minute.</summary>
public sealed class RuleWatch(FollowRules rules, KnownAutomation known, News news, TimeProvider clock, ILogger<RuleWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim bell = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        news.Follow(_ =>
        {
            if (known.SomethingIsAwaited)
                Ring();
        });
        var look = clock.GetUtcNow();
        while (true)
        {
            try
            {
                while (await rules.Now(stoppingToken) > 0)
                {
                }
                if (clock.GetUtcNow() >= look)
                {
                    look = clock.GetUtcNow() + BetweenLooks;
                    await rules.LookAtClock(stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The rules could not act this time; they look again soon.");
            }
            await bell.WaitAsync(Pause, stoppingToken);
        }
    }

    private void Ring()
    {
        lock (bell)
        {
            if (bell.CurrentCount == 0)
                bell.Release();
        }
    }

    public override void Dispose()
    {
        bell.Dispose();
        base.Dispose();
    }
}
