using Lupaus.Web.Ground.People;

namespace Lupaus.Web.Work.Search;

/// <summary>Looks after each start, and then every hour, whether all that was said can be searched.</summary>
public sealed class IndexWatch(IndexAnew index, IndexPeople people, TimeProvider clock, ILogger<IndexWatch> log) : BackgroundService
{
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = Pause)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                if (await people.Anew(stoppingToken) is > 0 and var named)
                    log.LogInformation("{Count} people can be looked for by what is known of them again.", named);
                if (await index.All(stoppingToken) is > 0 and var made)
                    log.LogInformation("{Count} messages and tickets were put into the search index anew.", made);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "Putting what was said into the search index failed this time and is tried again in an hour.");
            }
        }
    }
}
