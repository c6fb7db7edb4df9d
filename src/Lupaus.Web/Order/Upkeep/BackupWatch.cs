namespace Lupaus.Web.Order.Upkeep;

/// <summary>Looks every minute whether the nightly backup is due, as long as the program runs.</summary>
public sealed class BackupWatch(NightlyBackup backup, TimeProvider clock, ILogger<BackupWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await backup.Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The watch over backups failed this time and looks again soon.");
            }
        }
    }
}
