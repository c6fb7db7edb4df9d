using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>News of what is mine: a ticket that somebody or something gave me, and a customer's further word in one.</summary>
public sealed class WhenMineChanges : IListener<OwnerNamed>, IListener<OwnerChanged>, IListener<MessageReceived>, IListener<MailWaits>
{
    public Task Hear(OwnerNamed fact, Happening happening, LupausDb db, CancellationToken stop) => Given(fact.Owner, happening, db);

    public Task Hear(OwnerChanged fact, Happening happening, LupausDb db, CancellationToken stop) => Given(fact.To, happening, db);

    public async Task Hear(MessageReceived fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var message = db.ChangeTracker.Entries<Message>().Single(e => e.Entity.Id == fact.Message).Entity;
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == message.TicketId);
        if (ticket.State == EntityState.Added)
            return; // the ticket itself is the news
        var agent = (await db.StandIns(happening.At, stop)).For(ticket.Entity);
        if (agent != happening.By.Agent)
            db.Alerts.Add(new Alert(agent, message.TicketId, new Cause(AlertKind.Answered, fact.Message.Value, null), happening.At));
    }

    public async Task Hear(MailWaits fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var mail = db.ChangeTracker.Entries<ReceivedMail>().Single(e => e.Entity.Id == fact.Mail).Entity;
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.Id == mail.TicketId).Entity;
        db.Alerts.Add(new Alert((await db.StandIns(happening.At, stop)).For(ticket), ticket.Id, new Cause(AlertKind.Waits, fact.Mail.Value, null), happening.At));
    }

    private static Task Given(AgentId owner, Happening happening, LupausDb db)
    {
        if (owner == happening.By.Agent)
            return Task.CompletedTask;
        var theirs = db.ChangeTracker.Entries<Ticket>().Where(e => e.Entity.OwnerId == owner && e.Entity.IsOpen && (e.State == EntityState.Added || e.Property(t => t.OwnerId).IsModified)).Select(e => e.Entity).ToArray();
        // By the ticket's version: in one moment it may be given away and back, and news of it must never stand in the way.
        foreach (var ticket in theirs.Where(t => !db.Alerts.Local.Any(a => a.TicketId == t.Id && a.AgentId == owner)))
            db.Alerts.Add(new Alert(owner, ticket.Id, new Cause(AlertKind.Given, ticket.Version, null), happening.At, happening.By.Agent));
        return Task.CompletedTask;
    }
}
