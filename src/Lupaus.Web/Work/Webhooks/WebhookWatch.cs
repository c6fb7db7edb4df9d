using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Web.Work.Webhooks;

/// <summary>Sends as soon as something waits, and looks every few seconds for what may be tried again.</summary>
public sealed class WebhookWatch(SendWebhooks webhooks, SendWebhooksBell bell, KnownWebhooks known, News news, TimeProvider clock, ILogger<WebhookWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        news.Follow(_ =>
        {
            if (known.SomebodyListens)
                bell.Ring();
        });
        var forgetAt = clock.GetUtcNow() + Hour;
        while (true)
        {
            try
            {
                while (await webhooks.Now(stoppingToken) > 0)
                {
                }
                if (clock.GetUtcNow() >= forgetAt && await webhooks.Forget(stoppingToken) == 0)
                    forgetAt = clock.GetUtcNow() + Hour;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Webhooks could not be sent this time; they are tried again soon.");
            }
            await bell.Wait(Pause, stoppingToken);
        }
    }
}
