using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>What was written in the wrong matter goes to the right one of the same customer.</summary>
public sealed class MoveMessages(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, Telling telling, TimeProvider clock)
{
    public async Task For(TicketId from, IReadOnlyCollection<MessageId> messages, TicketId to, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var (ticket, other) = (await db.Tickets.One(from, stop), await db.Tickets.One(to, stop));
            var parting = await db.PartingOf(from, messages, stop);
            ticket.MoveMessagesTo(other, parting, await Promised(other, company, db, now, stop), by, now);
            await db.Pair(ticket, other, Pairing.Related, by, now, stop);
            db.Remember(source, from, now);
        }, stop);
    }

    private async Task<AnswerPromised?> Promised(Ticket ticket, CompanyNow company, LupausDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (!ticket.WaitsForCustomer)
            return null;
        var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        var owner = await db.Agents.AsNoTracking().FirstAsync(a => a.Id == ticket.OwnerId, stop);
        var answer = await forecasts.Again(ticket, owner.Id, company, db, now, stop);
        return new AnswerPromised(answer.Due, telling.Receipt(company, ticket.Language, customer, owner, answer.Due, now), Reckoned: answer.Reckoned);
    }
}
