using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>Whoever writes in a ticket knows what there was to know of it, by whatever door they came.</summary>
public sealed class WhenIWrite : IListener<MessageSent>
{
    public async Task Hear(MessageSent fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        if (happening.By.Agent is not { } agent)
            return;
        var ticket = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message).Entity.TicketId;
        foreach (var alert in await db.Alerts.Where(a => a.AgentId == agent && a.TicketId == ticket && a.ReadAt == null).ToListAsync(stop))
            alert.Read(happening.At);
    }
}
