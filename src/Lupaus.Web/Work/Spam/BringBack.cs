using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Core.Queue;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Spam;

/// <summary>It was no spam: the matter has an owner and a promise as if it came now, and the customer is acknowledged.</summary>
public sealed class BringBack(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, Telling telling, TimeProvider clock)
{
    public async Task For(TicketId id, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            ticket.WhyNotBringBack().StopIfAny();
            var roster = await db.Roster(company, ticket, now, stop);
            var chosen = roster.Choose(null);
            var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
            var answer = await forecasts.New(company.Topic(ticket.TopicId), roster, [], null, company, db, now, stop);
            var hours = company.HoursOf(ticket.TopicId);
            var words = telling.Acknowledgement(company, ticket.Language, customer, roster.Agent(chosen.Agent), answer.Forecast, null, hours.IsOpenAt(now) ? null : hours.NextOpening(now), now, ticket.TopicId);
            ticket.BringBack(chosen.Agent, chosen.Why, new AnswerPromised(answer.Due, words, Reckoned: answer.Reckoned), by, now);
            db.Remember(source, id, now);
        }, stop);
    }
}
