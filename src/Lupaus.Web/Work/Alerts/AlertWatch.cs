using Lupaus.Web.Ground.Foundations;

namespace Lupaus.Web.Work.Alerts;

/// <summary>Looks every few seconds for what somebody has to hear of, as long as the program runs.</summary>
public sealed class AlertWatch(WatchAlerts watch, WatchMailboxes mailboxes, SendAlerts send, ForgetAlerts forget, TimeProvider clock, ILogger<AlertWatch> log) : Watch(TimeSpan.FromSeconds(5), clock, log)
{
    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromHours(1);
    private DateTimeOffset forgotAt;

    protected override async Task Look(CancellationToken stop)
    {
        await watch.Look(stop);
        await mailboxes.Look(stop);
        await send.Look(stop);
        await ForgetNowAndThen(stop);
    }

    private async Task ForgetNowAndThen(CancellationToken stop)
    {
        if (Clock.GetUtcNow() - forgotAt < BetweenForgetting)
            return;
        forgotAt = Clock.GetUtcNow();
        await forget.Look(stop);
    }
}
