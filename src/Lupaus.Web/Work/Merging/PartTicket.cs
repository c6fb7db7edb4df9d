using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>What had been merged is a matter of its own again, with an owner and a promise; the customer is told once.</summary>
public sealed class PartTicket(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, TellingOfMerges telling, TimeProvider clock)
{
    public async Task For(TicketId id, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(db => Part(id, by, source, company, db, stop), stop);
    }

    private async Task Part(TicketId id, AgentId by, Source? source, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var part = await db.Tickets.One(id, stop);
        var whole = await db.Tickets.One(part.MergedIntoId ?? throw new RuleBroken(Refusal.Because("merge.not")), stop);
        var others = await db.Tickets.Where(t => t.MergedIntoId == whole.Id).ToListAsync(stop);
        var (chosen, owner) = await db.WhoGoesOn(part, company, now, stop);
        var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == part.CustomerId, stop);
        var forecast = (await forecasts.Again(part, owner.Id, company, db, now, stop)).Due;
        var due = part.AnswerAfterParting(whole, others, forecast, now);
        part.PartFrom(whole, others, chosen.Agent, chosen.Why, new AnswerPromised(due, telling.Parted(company, part, customer, owner, due, now)), by, now);
        db.Remember(source, id, now);
    }
}
