namespace Lupaus.Web.Work.Handovers;

/// <summary>Looks every minute whether somebody's tickets have to move, as long as the program runs.</summary>
public sealed class AbsenceWatch(MoveTicketsOfTheAbsent tickets, TimeProvider clock, ILogger<AbsenceWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await tickets.Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The watch over absences failed this time and looks again soon.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
