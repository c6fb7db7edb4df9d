using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How much there is elsewhere.</summary>
/// <param name="AtRisk">Broken, about to break, or gone wrong by the customer's word, of everybody's; leads see it.</param>
/// <param name="Calls">Matters in which this agent has to ring somebody now.</param>
public sealed record DeskCounts(int Common, int Open, int AtRisk, int Calls);

/// <summary>What is an agent's own, in the order it comes up: our turn, the customer's turn, and in a colleague's stead.</summary>
public sealed record DeskNow(IReadOnlyList<DeskRow> Mine, IReadOnlyList<DeskRow> Waiting, IReadOnlyList<DeskRow> InStead, DeskCounts Counts)
{
    public bool IsEmpty => Mine.Count + Waiting.Count + InStead.Count == 0;
}

public sealed class MyDesk(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    /// <summary>More than this many open tickets of one's own are not for one column; the rest comes up as these are done.</summary>
    public const int Most = 200;

    public async Task<DeskNow> Of(AgentId agent, CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.LookedAfterBy(agent, now).InDueOrder().Take(Most).AsRows(db).ToListAsync(stop);
        // Said beforehand, so that EF sees one question in another and asks all three at once.
        var atRisk = db.Tickets.AtRisk(db.Obstacles, now + Promise.Warning);
        var counts = await db.Companies.Where(c => c.Id == Lupaus.Ground.Identity.Company.OnlyId).Select(c => new DeskCounts(
            db.Tickets.Count(t => t.Closure == null && t.FirstHumanWordAt == null),
            db.Tickets.Open().Count(),
            atRisk.Count(),
            db.Outbox.Where(o => o.Way == Way.Call && o.State == Dispatch.Waiting && o.NotBefore <= now && db.Tickets.Any(t => t.Id == o.TicketId && t.OwnerId == agent)).Select(o => o.TicketId).Distinct().Count())).SingleAsync(stop);
        var own = rows.Where(r => r.Owner == agent).ToLookup(r => r.WaitsForCustomer);
        return new DeskNow([.. own[false]], [.. own[true]], [.. rows.Where(r => r.Owner != agent && !r.WaitsForCustomer)], counts);
    }
}

internal static class Risks
{
    /// <summary>
    /// Open tickets with a promise that broke since our last word, or that comes up before then, and those whose
    /// customer told us that something went wrong.
    /// </summary>
    public static IQueryable<Ticket> AtRisk(this IQueryable<Ticket> tickets, IQueryable<Obstacle> obstacles, DateTimeOffset soon)
    {
        var wentWrong = obstacles.ToldByCustomers().Select(o => o.TicketId);
        return tickets.Where(t =>
            (EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) <= soon && (t.Deadline <= soon || t.Promise!.Kind != PromiseKind.CheckBack)) ||
            (EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) > TicketsStored.Ever && t.LapsesSinceOurWord > 0) ||
            (EF.Property<DateTimeOffset?>(t, TicketsStored.ComesUp) > TicketsStored.Ever && wentWrong.Contains(t.Id)));
    }
}
