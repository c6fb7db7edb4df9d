using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Queue;

/// <summary>A matter that ended with words of ours which the customer never got has not ended: it goes on with its owner.</summary>
public sealed class WhenUnheard(OurCompany ourCompany, AnswerForecasts forecasts, Letters letters, Telling telling) : IListener<NotReached>
{
    public async Task Hear(NotReached fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        if (fact.CopyTo is not null)
            return;
        var said = await db.Messages.AsNoTracking().Where(m => m.Id == fact.Message).Select(m => new { m.Nature, m.TicketId }).FirstAsync(stop);
        var ticket = await db.Tickets.One(said.TicketId, stop);
        if (ticket.MergedIntoId is { } whole)
            ticket = await db.Tickets.One(whole, stop);
        if (said.Nature != Nature.Human || ticket.WhyNotReopen(happening.At) is not null)
            return;
        var company = await ourCompany.Now(stop);
        var (chosen, owner) = await db.WhoGoesOn(ticket, company, happening.At, stop);
        var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        var answer = await forecasts.Again(ticket, owner.Id, company, db, happening.At, stop);
        ticket.GoOnUnheard(fact.Message, chosen.Agent, chosen.Why, new AnswerPromised(answer.Due, telling.Reopened(company, ticket.Language, customer, owner, answer.Due, happening.At), Reckoned: answer.Reckoned), await letters.ToDo(ticket, db, stop), happening.At);
    }
}
