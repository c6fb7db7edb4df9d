using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>Whoever has the ticket or the mailbox in front of them, or the list, needn't be told any more.</summary>
public sealed class ReadAlerts(UnreadAlerts unread, Changes changes, AlertBell bell, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task At(TicketId ticket, AgentId agent, CancellationToken stop)
    {
        if (await unread.Has(agent, ticket, stop))
            await Read(agent, alerts => alerts.Where(a => a.TicketId == ticket), stop);
    }

    public async Task At(MailboxId mailbox, AgentId agent, CancellationToken stop)
    {
        if (await unread.Of(agent, stop) > 0)
            await Read(agent, alerts => alerts.Where(a => a.MailboxId == mailbox), stop);
    }

    public async Task All(AgentId agent, CancellationToken stop)
    {
        if (await unread.Of(agent, stop) > 0)
            await Read(agent, alerts => alerts, stop);
    }

    private async Task Read(AgentId agent, Func<IQueryable<Alert>, IQueryable<Alert>> which, CancellationToken stop)
    {
        var read = await changes.Make(async db =>
        {
            var alerts = await which(db.Alerts.Where(a => a.AgentId == agent && a.ReadAt == null)).OrderBy(a => a.Id).Take(AtOnce).ToListAsync(stop);
            foreach (var alert in alerts)
                alert.Read(clock.Now());
            return alerts.Count;
        }, stop);
        if (read > 0)
            await bell.Ring([agent], stop);
    }
}
