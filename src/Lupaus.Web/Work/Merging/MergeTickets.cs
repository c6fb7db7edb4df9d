using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>Two matters of one customer go on as one; the customer is told once. What was merged into the other comes along.</summary>
public sealed class MergeTickets(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, TellingOfMerges telling, TimeProvider clock)
{
    public async Task For(TicketId into, TicketId other, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(db => Merge(into, other, by, source, company, db, stop), stop);
    }

    private async Task Merge(TicketId into, TicketId from, AgentId by, Source? source, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ticket = await db.Tickets.One(into, stop);
        var other = await db.Tickets.One(from, stop);
        ticket.WhyNotTakeIn(other).StopIfAny();
        (await db.HeldReplies.AnyAsync(h => h.TicketId == from, stop) ? Refusal.Because("merge.held") : null).StopIfAny();
        var carried = await db.Tickets.Where(t => t.MergedIntoId == from).ToListAsync(stop);
        var answerBy = (await forecasts.Again(ticket, ticket.OwnerId, company, db, now, stop)).Due;
        var goesOn = ticket.GoesOnWith(other, answerBy, now);
        AgentId[] ids = [ticket.OwnerId, goesOn.Promiser];
        var agents = await db.Agents.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        var owner = agents[ticket.OwnerId];
        var told = telling.Merged(company, ticket, other, customer, owner, agents[goesOn.Promiser], goesOn, now);
        ticket.TakeIn(other, carried, new MergeTerms(told, answerBy, await WordsOf(ticket, db, stop), await WordsOf(other, db, stop), telling.Owed(owner.DeskLanguage)), by, now);
        db.Remember(source, into, now);
    }

    private static async Task<string?> WordsOf(Ticket ticket, LupausDb db, CancellationToken stop) => ticket.Promise?.WordsIn is { } number
        ? await db.PromiseWords.Where(w => w.TicketId == ticket.Id && w.Number == number).Select(w => w.Text).FirstOrDefaultAsync(stop)
        : null;
}
