using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Ground.Foundations;

/// <summary>Looks every second whether a backup has taken the place of the database, as long as the program runs.</summary>
public sealed class ForgettingWatch(Forgetting forgetting, TimeProvider clock, ILogger<ForgettingWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await forgetting.Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("Whether a backup was restored could not be asked: {Trouble}", e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
