using Lupaus.Core.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Tickets;

/// <summary>What a customer has been told stays as it was told, whoever goes on since.</summary>
internal static class AsTold
{
    /// <summary>By message: whom it named as the one who promises.</summary>
    public static async Task<IReadOnlyDictionary<MessageId, AgentId>> PromisersAsTold(this LupausDb db, TicketId ticket, CancellationToken stop)
    {
        var named = new Dictionary<MessageId, AgentId>();
        foreach (var row in await db.Facts.AsNoTracking().Where(f => f.TicketId == ticket && f.Kind == nameof(PromiseMade)).OrderBy(f => f.Id).ToListAsync(stop))
        {
            var made = (PromiseMade)row.Fact;
            named[made.ToldIn] = made.Promiser;
        }
        return named;
    }
}
