using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Live;

/// <summary>Hears what other processes on the same database store and say, and tells it here.</summary>
public sealed class OtherNodes(IDbContextFactory<LupausDb> databases, Dialect dialect, News news, Hearsay hearsay, TimeProvider clock, ILogger<OtherNodes> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await dialect.Listen(passed => Hear(passed, stoppingToken), stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Other nodes could not be heard for a moment; open desks show their changes when they are next opened.");
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task Hear(PassedOn passed, CancellationToken stop)
    {
        if (passed.Words is { } words)
        {
            hearsay.Tell(words);
            return;
        }
        var unknown = passed.Facts.Where(fact => !news.Knows(fact)).ToArray();
        if (unknown.Length == 0)
            return;
        await using var db = await databases.CreateDbContextAsync(stop);
        var facts = await db.Facts.AsNoTracking().Where(f => unknown.Contains(f.Id)).OrderBy(f => f.Id).ToListAsync(stop);
        news.Tell([.. facts.Select(f => new NewsItem(f.Id, f.TicketId, new Happening(f.Fact, f.By, f.At)))]);
    }
}
