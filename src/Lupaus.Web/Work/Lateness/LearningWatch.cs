namespace Lupaus.Web.Work.Lateness;

/// <summary>Once a minute: what came of the promises made, so that the next are made better.</summary>
public sealed class LearningWatch(LearnFromAnswers learn, TimeProvider clock, ILogger<LearningWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await learn.Look(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Learning from answers failed this time and is tried again soon.");
            }
        }
    }
}
