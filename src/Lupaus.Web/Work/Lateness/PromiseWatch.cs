namespace Lupaus.Web.Work.Lateness;

/// <summary>Looks at the promises every 15 seconds, as long as the program runs.</summary>
public sealed class PromiseWatch(KeepWatch watch, TimeProvider clock, ILogger<PromiseWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await watch.Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The watch over promises failed this time and looks again soon.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
