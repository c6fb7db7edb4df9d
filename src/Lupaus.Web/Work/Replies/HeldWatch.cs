namespace Lupaus.Web.Work.Replies;

/// <summary>Lets held replies go on time, as long as the program runs; those that a stop held up, when it starts.</summary>
public sealed class HeldWatch(HeldLeave held, TimeProvider clock, ILogger<HeldWatch> log) : BackgroundService
{
    // Another web node may hold some too, and may be gone.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var sleep = Pause;
            try
            {
                if (await held.Now(stoppingToken) is { } next && next - clock.Now() < Pause)
                    sleep = next - clock.Now() + TimeSpan.FromMilliseconds(5);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A reply that was sent could not leave; it is tried again soon.");
            }
            await held.Sleep(sleep > TimeSpan.Zero ? sleep : TimeSpan.FromMilliseconds(5), stoppingToken);
        }
    }
}
