using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Calendar;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>Offers that nobody answered in time end, and those to colleagues who have gone away meanwhile: whoever offered can ask another.</summary>
public sealed class EndOffers(IDbContextFactory<LupausDb> databases, Changes changes, TimeProvider clock, ILogger<EndOffers> log)
{
    public async Task Look(CancellationToken stop)
    {
        foreach (var id in await Over(stop))
        {
            try
            {
                await changes.Make(db => End(id, db, stop), stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "An offer that is over could not be ended; the watch tries again soon.");
            }
        }
    }

    private async Task<List<TicketId>> Over(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var away = db.Absences.At(now);
        return await db.Tickets.Where(t => t.OfferedUntil <= now).Select(t => t.Id)
            .Union(db.Tickets.Where(t => t.OfferedTo != null && away.Any(a => a.AgentId == t.OfferedTo)).Select(t => t.Id))
            .ToListAsync(stop);
    }

    private async Task End(TicketId id, LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        ticket.LetOfferExpire(now);
        if (ticket.OfferedTo is { } to && await db.IsAway(to, now, stop))
            ticket.OfferedIsAway(to, Actor.Lupaus, now);
    }
}
