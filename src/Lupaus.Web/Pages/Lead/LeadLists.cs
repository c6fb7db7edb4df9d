using Lupaus.Core.Promises;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Pages.Desk;
using Lupaus.Web.Work.Lateness;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Lead;

/// <summary>A promise that has ended, with its ticket.</summary>
public sealed record EndRow(Reference Reference, string Customer, string Subject, AgentId Owner, DateTimeOffset Due, DateTimeOffset At);

public sealed record EndPart(IReadOnlyList<EndRow> Rows, string? After);

/// <summary>The tickets behind the numbers of the lead's page.</summary>
public sealed class LeadLists(IDbContextFactory<LupausDb> databases, TightPromises tight, TimeProvider clock)
{
    public const int PartLength = 50;

    private const int MostOfOne = 200;

    /// <summary>Promises of the last seven days that ended so, newest first.</summary>
    public async Task<EndPart> Ended(HowItEnded how, string? after, CancellationToken stop)
    {
        var weekAgo = clock.Now() - WatchOver.Week;
        var from = Cursor.Read(after);
        await using var db = await databases.CreateDbContextAsync(stop);
        var ends = db.PromiseEnds.AsNoTracking().Where(e => e.At >= weekAgo && e.How == how);
        if (from is { } cursor)
            ends = ends.Where(e => e.At <= cursor.At);
        // A join keeps no order, so it is put in order again here.
        var found = await ends.OrderByDescending(e => e.At).ThenByDescending(e => e.TicketId).ThenByDescending(e => e.Number).Skip(from?.Shown ?? 0).Take(PartLength + 1)
            .Join(db.Tickets.IgnoreAutoIncludes(), e => e.TicketId, t => t.Id, (e, t) => new EndRow(
                t.Reference, db.People.Where(p => p.Id == t.CustomerId).Select(p => p.Name).First(), t.Subject, t.OwnerId, e.Due, e.At))
            .ToListAsync(stop);
        var rows = found.OrderByDescending(r => r.At).ToList();
        if (rows.Count <= PartLength)
            return new EndPart(rows, null);
        var shown = rows[..PartLength];
        var last = shown[^1].At;
        return new EndPart(shown, new Cursor(last, (from is { } before && before.At == last ? before.Shown : 0) + shown.Count(r => r.At == last)).ToString());
    }

    /// <summary>The open tickets somebody answers for, in the order they come up.</summary>
    public async Task<IReadOnlyList<DeskRow>> Of(AgentId agent, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return (await db.Tickets.OwnedBy(agent).InDueOrder().Take(MostOfOne).AsRows(db).ToListAsync(stop)).Marked(await tight.Now(stop));
    }
}
