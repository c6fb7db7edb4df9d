using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Core.Outbox;

/// <summary>Looks into the outbox every few seconds, as long as the program runs.</summary>
public sealed class OutboxWatch(SendOutbox outbox, Forgetting forgetting, TimeProvider clock, ILogger<OutboxWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await forgetting.Look(stoppingToken); // links in letters are signed with the key that holds now
                while (await outbox.Now(stoppingToken) > 0)
                {
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The outbox could not be emptied this time; it is tried again soon.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
