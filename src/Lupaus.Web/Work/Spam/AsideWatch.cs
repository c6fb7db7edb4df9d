using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Spam;

/// <summary>What waited aside for a working day, and nobody said was no spam, is closed as none of our service. It can still be brought back.</summary>
public sealed class CloseSuspected(IDbContextFactory<LupausDb> databases, Changes changes, TimeProvider clock, ILogger<CloseSuspected> log)
{
    public async Task Look(CancellationToken stop)
    {
        foreach (var id in await Waited(stop))
        {
            try
            {
                await changes.Make(async db =>
                {
                    var (ticket, now) = (await db.Tickets.One(id, stop), clock.Now());
                    if (ticket.WhyNotCloseAside(now) is null)
                        ticket.CloseAside(now);
                }, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "What waited aside could not be closed; it is tried again soon.");
            }
        }
    }

    private async Task<List<TicketId>> Waited(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Tickets.Where(t => t.AsideUntil != null && t.AsideUntil <= now).OrderBy(t => t.AsideUntil).Take(200).Select(t => t.Id).ToListAsync(stop);
    }
}

/// <summary>Looks every minute, as long as the program runs.</summary>
public sealed class AsideWatch(CloseSuspected suspected, TimeProvider clock, ILogger<AsideWatch> log) : Watch(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Look(CancellationToken stop) => suspected.Look(stop);
}
