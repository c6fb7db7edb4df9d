using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Alerts;

/// <summary>Somebody is asked to go on with a ticket or to answer a question; and whoever asked hears what came of it.</summary>
public sealed class WhenAsked : IListener<HandoverOffered>, IListener<HandoverEnded>, IListener<ColleagueAsked>, IListener<QuestionPassed>, IListener<ColleagueAnswered>
{
    public Task Hear(HandoverOffered fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var ticket = db.ChangeTracker.Entries<Ticket>().Single(e => e.Entity.OfferedAs == fact.Handover).Entity;
        Tell(fact.To, AlertKind.Offered, fact.Handover.Value, fact.Until, ticket.Id, happening, db, happening.By.Agent);
        return Task.CompletedTask;
    }

    /// <summary>Who offered it hears, and so does whose it was when somebody else had offered it for them.</summary>
    public async Task Hear(HandoverEnded fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        AlertKind? kind = fact.How switch
        {
            HowOfferEnded.Accepted => AlertKind.OfferAccepted,
            HowOfferEnded.Declined => AlertKind.OfferDeclined,
            HowOfferEnded.Expired or HowOfferEnded.Away => AlertKind.OfferExpired,
            _ => null,
        };
        if (kind is not { } news)
            return;
        var offer = await db.Handovers.AsNoTracking().Where(h => h.Id == fact.Handover).Select(h => new { h.TicketId, h.OwnerId }).FirstOrDefaultAsync(stop);
        if (offer is null)
            return; // its words were erased
        foreach (var agent in new HashSet<AgentId> { fact.OfferedBy, offer.OwnerId })
            Tell(agent, news, fact.Handover.Value, null, offer.TicketId, happening, db, fact.To);
    }

    public Task Hear(ColleagueAsked fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        Tell(fact.Doer, AlertKind.Asked, fact.Duty.Value, fact.Due, TicketOf(fact.Duty, db), happening, db, happening.By.Agent);
        return Task.CompletedTask;
    }

    public async Task Hear(QuestionPassed fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        // It may come back to somebody who has been asked already, and they have heard of it then.
        var ticket = TicketOf(fact.Duty, db);
        if (!await db.Alerts.AnyAsync(a => a.TicketId == ticket && a.Kind == AlertKind.Asked && a.What == fact.Duty.Value && a.AgentId == fact.To, stop))
            Tell(fact.To, AlertKind.Asked, fact.Duty.Value, fact.Due, ticket, happening, db, happening.By.Agent);
    }

    public Task Hear(ColleagueAnswered fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        Tell(fact.AskedBy, AlertKind.Advised, fact.Duty.Value, null, TicketOf(fact.Duty, db), happening, db, happening.By.Agent);
        return Task.CompletedTask;
    }

    private static TicketId TicketOf(DutyId duty, LupausDb db) => db.ChangeTracker.Entries<Duty>().Single(e => e.Entity.Id == duty).Entity.TicketId;

    private static void Tell(AgentId agent, AlertKind kind, long what, DateTimeOffset? due, TicketId ticket, Happening happening, LupausDb db, AgentId? from)
    {
        if (agent != happening.By.Agent)
            db.Alerts.Add(new Alert(agent, ticket, new Cause(kind, what, due), happening.At, from));
    }
}
