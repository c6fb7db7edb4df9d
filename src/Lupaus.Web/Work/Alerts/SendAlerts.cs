using Lupaus.Core.Outbox;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>
/// What no open desk has shown goes by mail, where its agent wishes so and it isn't their quiet hours; what is no longer
/// true goes nowhere.
/// </summary>
public sealed class SendAlerts(IDbContextFactory<LupausDb> databases, Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    private const int AtOnce = 100;

    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        var now = clock.Now();
        var late = now - Lupaus.Work.Alerts.Alert.DeskFirst;
        List<AlertId> waiting;
        await using (var db = await databases.CreateDbContextAsync(stop))
            waiting = await db.Alerts.Where(a => a.SettledAt == null && a.At <= late).OrderBy(a => a.At).Take(AtOnce).Select(a => a.Id).ToListAsync(stop);
        foreach (var id in waiting)
            await changes.Make(db => Send(db, id, company, now, stop), stop);
    }

    private static async Task Send(LupausDb db, AlertId id, CompanyNow company, DateTimeOffset now, CancellationToken stop)
    {
        var alert = await db.Alerts.FirstAsync(a => a.Id == id, stop);
        if (!alert.IsForMail(now))
            return;
        var wishes = await db.AlertWishes.FirstOrDefaultAsync(w => w.AgentId == alert.AgentId, stop) ?? new AlertWishes(alert.AgentId);
        if (!await db.IsStillTrue(alert, now, stop))
            alert.Settle(AlertEnd.Outdated, now);
        else if (!wishes.Mail)
            alert.Settle(AlertEnd.NotWished, now);
        else if (!wishes.IsQuiet(TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, company.Zone).DateTime)))
        {
            var agent = await db.Agents.AsNoTracking().FirstAsync(a => a.Id == alert.AgentId, stop);
            db.Outbox.Add(OutboxEntry.OfAlert(alert.AgentId, alert.TicketId, $"{alert.Kind}", agent.Email.Value, company.Email.Value.Split('@')[1], now));
            alert.Settle(AlertEnd.Mailed, now);
        }
    }
}

internal static class AlertsStored
{
    /// <summary>Whether what it tells still holds: the ticket is open, the deadline ahead, the promise unkept.</summary>
    public static async Task<bool> IsStillTrue(this LupausDb db, Alert alert, DateTimeOffset now, CancellationToken stop)
    {
        if (now - alert.At > Alert.Fresh)
            return false;
        var ticket = await db.Tickets.AsNoTracking().IgnoreAutoIncludes().FirstAsync(t => t.Id == alert.TicketId, stop);
        return alert.Kind switch
        {
            AlertKind.Mentioned => true,
            AlertKind.Urgent => ticket.IsOpen && ticket.Deadline?.ToUnixTimeMilliseconds() == alert.What && ticket.Deadline > now,
            AlertKind.Threatened => ticket.Promise?.Number == alert.What,
            _ => ticket.IsOpen && ticket.LapsesSinceOurWord > 0 && ticket.PromisesBroken == alert.What,
        };
    }
}
