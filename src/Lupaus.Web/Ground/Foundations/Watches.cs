namespace Lupaus.Web.Ground.Foundations;

/// <summary>
/// What looks after things beside the pages, as long as the program runs. The watches begin a little after the doors are
/// open and one after the other: each compiles its questions when it first looks, and all at once they would keep the
/// first visitor waiting.
/// </summary>
public sealed class Watches(IEnumerable<BackgroundService> watches) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly BackgroundService[] all = [.. watches];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, stoppingToken);
        foreach (var watch in all)
        {
            await watch.StartAsync(stoppingToken);
            await Task.Delay(Between, stoppingToken);
        }
        // One that breaks down isn't passed over.
        var running = all.Select(watch => watch.ExecuteTask!).ToList();
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            await ended;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(all.Select(watch => watch.StopAsync(cancellationToken)));
    }
}
