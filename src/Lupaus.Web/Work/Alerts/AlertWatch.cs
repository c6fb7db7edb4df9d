namespace Lupaus.Web.Work.Alerts;

/// <summary>Looks every few seconds for what somebody has to hear of, as long as the program runs.</summary>
public sealed class AlertWatch(WatchAlerts watch, WatchMailboxes mailboxes, SendAlerts send, ForgetAlerts forget, TimeProvider clock, ILogger<AlertWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);
    private DateTimeOffset forgotAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await watch.Look(stoppingToken);
                await mailboxes.Look(stoppingToken);
                await send.Look(stoppingToken);
                await ForgetNowAndThen(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The watch for alerts failed this time and looks again soon.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ForgetNowAndThen(CancellationToken stop)
    {
        if (clock.GetUtcNow() - forgotAt < BetweenForgetting)
            return;
        forgotAt = clock.GetUtcNow();
        await forget.Look(stop);
    }
}
