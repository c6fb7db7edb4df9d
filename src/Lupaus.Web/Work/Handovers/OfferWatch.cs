namespace Lupaus.Web.Work.Handovers;

/// <summary>Looks every fifteen seconds whether an offer is over, as long as the program runs.</summary>
public sealed class OfferWatch(EndOffers offers, TimeProvider clock, ILogger<OfferWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await offers.Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The watch over offers failed this time and looks again soon.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
