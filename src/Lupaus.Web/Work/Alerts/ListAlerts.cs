using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>An alert in the list.</summary>
public sealed record ListedAlert(Alert Alert, Reference Reference, string Subject, string Customer);

/// <summary>The newest of somebody's alerts, whether read or not: nothing is lost when a desk has shown it in passing.</summary>
public sealed class ListAlerts(IDbContextFactory<LupausDb> databases)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<ListedAlert>> Of(AgentId agent, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await (
            from a in db.Alerts.AsNoTracking()
            join t in db.Tickets on a.TicketId equals t.Id
            join p in db.People on t.CustomerId equals p.Id
            where a.AgentId == agent
            orderby a.Id descending
            select new ListedAlert(a, t.Reference, t.Subject, p.Name)).Take(Most).ToListAsync(stop);
    }
}
