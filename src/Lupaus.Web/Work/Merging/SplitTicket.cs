using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Lupaus.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Merging;

/// <summary>Some of what was written becomes a matter of its own, with owner and promise; the two stand beside each other from then on.</summary>
public sealed class SplitTicket(Changes changes, OurCompany ourCompany, AnswerForecasts forecasts, TellingOfMerges telling, TimeProvider clock)
{
    /// <summary>Answers which ticket it became.</summary>
    public async Task<TicketId> For(TicketId id, IReadOnlyCollection<MessageId> messages, string subject, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        return await changes.Make(db => Split(id, messages, subject, by, source, company, db, stop), stop);
    }

    private async Task<TicketId> Split(TicketId id, IReadOnlyCollection<MessageId> messages, string subject, AgentId by, Source? source, CompanyNow company, LupausDb db, CancellationToken stop)
    {
        if (await db.Done(source, stop) is { TicketId: { } done })
            return done;
        var now = clock.Now();
        var ticket = await db.Tickets.One(id, stop);
        var parting = await db.PartingOf(id, messages, stop);
        var roster = await db.Roster(company, ticket, now, stop);
        var chosen = roster.Choose(ticket.OwnerId);
        var customer = await db.People.Include(p => p.Contacts).FirstAsync(p => p.Id == ticket.CustomerId, stop);
        var due = (await forecasts.Again(ticket, chosen.Agent, company, db, now, stop)).Due;
        var words = telling.Split(company, ticket, subject, customer, roster.Agent(chosen.Agent), due, now);
        var part = ticket.SplitOff(parting, new NewPart(subject, Reference.Random(), chosen.Agent, chosen.Why, new AnswerPromised(due, words)), by, now);
        db.Tickets.Add(part);
        await db.Pair(ticket, part, Pairing.Related, by, now, stop);
        db.Remember(source, part.Id, now);
        return part.Id;
    }
}

internal static class Partings
{
    /// <summary>These messages, and whether anything that the customer wrote stays.</summary>
    public static async Task<Parting> PartingOf(this LupausDb db, TicketId ticket, IReadOnlyCollection<MessageId> messages, CancellationToken stop)
    {
        var going = await db.Messages.Where(m => messages.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(stop);
        (going.Count < messages.Count ? Refusal.Because("split.nothing") : null).StopIfAny();
        var stays = await db.Messages.AnyAsync(m => m.TicketId == ticket && m.Direction == Direction.FromCustomer && !messages.Contains(m.Id), stop);
        return new Parting(going, stays);
    }
}
