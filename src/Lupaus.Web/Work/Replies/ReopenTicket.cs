using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>We open a closed ticket again ourselves: the owner goes on, with a new promise the customer hears of.</summary>
public sealed class ReopenTicket(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, Telling telling, TimeProvider clock)
{
    public async Task For(TicketId id, Actor by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            ticket.WhyNotReopen(now).StopIfAny();
            var (chosen, owner) = await db.WhoGoesOn(ticket, company, now, stop);
            var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
            var answer = await forecasts.Again(ticket, owner.Id, company, db, now, stop);
            ticket.Reopen(chosen.Agent, chosen.Why, new AnswerPromised(answer.Due, telling.Reopened(company, ticket.Language, customer, owner, answer.Due, now), Reckoned: answer.Reckoned), by, now);
            db.Remember(source, id, now);
        }, stop);
    }
}
