using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>
/// One look at the clock: whose customer's time runs out, and which promise is about to break. Each thing alerts each
/// person once, whichever of several web nodes sees it first.
/// </summary>
public sealed class WatchAlerts(Changes changes, OurCompany ourCompany, AlertBell bell, TimeProvider clock)
{
    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        var now = clock.Now();
        var alerted = await changes.Make(db => Alert(db, company.DutyAgent, now, stop), stop);
        if (alerted.Count > 0)
            await bell.Ring(alerted, stop);
    }

    private static async Task<IReadOnlyCollection<AgentId>> Alert(LupausDb db, AgentId duty, DateTimeOffset now, CancellationToken stop)
    {
        var coming = await ComingUp(db, now, stop);
        if (coming.Count == 0)
            return [];
        var tickets = coming.Select(t => t.Id).ToArray();
        var told = (await db.Alerts.AsNoTracking().Where(a => tickets.Contains(a.TicketId!.Value) && (a.Kind == AlertKind.Urgent || a.Kind == AlertKind.Threatened))
            .Select(a => new { TicketId = a.TicketId!.Value, a.Kind, a.What, a.AgentId }).ToListAsync(stop)).ToHashSet();
        var standIns = await db.StandIns(now, stop);
        var alerted = new HashSet<AgentId>();
        foreach (var ticket in coming)
        {
            foreach (var cause in Lupaus.Work.Alerts.Alert.ComingUp(ticket, now))
            {
                var hearers = new HashSet<AgentId> { standIns.For(ticket) };
                if (cause.Kind == AlertKind.Urgent)
                    hearers.Add(standIns.For(duty));
                foreach (var agent in hearers.Where(a => !told.Contains(new { TicketId = ticket.Id, cause.Kind, cause.What, AgentId = a })))
                {
                    db.Alerts.Add(new Alert(agent, ticket.Id, cause, now));
                    alerted.Add(agent);
                }
            }
        }
        return alerted;
    }

    /// <summary>But for those whose answer leaves in a moment.</summary>
    private static Task<List<Ticket>> ComingUp(LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        var (soon, hour) = (now + Promise.Warning, now + Ticket.UrgentWithin);
        return db.Tickets.ComingUpBy(hour).AsNoTracking().IgnoreAutoIncludes()
            .Where(t => (t.Deadline >= now && t.Deadline <= hour) || (t.Promise!.Kind != PromiseKind.CheckBack && t.Promise.Due >= now && t.Promise.Due <= soon))
            .Where(t => !db.HeldReplies.Any(h => h.TicketId == t.Id)).ToListAsync(stop);
    }
}
