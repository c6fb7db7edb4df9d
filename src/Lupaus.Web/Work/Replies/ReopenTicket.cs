using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>We open a closed ticket again ourselves: the owner goes on, with a new promise the customer hears of.</summary>
public sealed class ReopenTicket(Changes changes, OurCompany ourCompany, Telling telling, TimeProvider clock)
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
            var due = ticket.NoLaterThanTold(company.MakerFor(ticket.TopicId).AnswerBy(company.Topic(ticket.TopicId), now).Due, now);
            ticket.Reopen(chosen.Agent, chosen.Why, new AnswerPromised(due, telling.Reopened(company, ticket.Language, customer, owner, due, now)), by, now);
            db.Remember(source, id, now);
        }, stop);
    }
}
