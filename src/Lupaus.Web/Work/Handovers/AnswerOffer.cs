using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>
/// What becomes of an offer: the colleague accepts and is the owner from then on, or says no and why; or who offered it
/// takes it back. A customer who has heard from us hears who goes on.
/// </summary>
public sealed class AnswerOffer(Changes changes, OurCompany ourCompany, Telling telling, TimeProvider clock)
{
    public async Task Accept(HandoverId id, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var (offer, ticket) = await Find(id, db, stop);
            ticket.WhyNotAnswerOffer(id, by, now).StopIfAny();
            var words = ticket.IsUntouched || !ticket.IsOpen ? null : telling.HandedOver(company, ticket.Language, await db.Agents.One(by, stop), await db.Agents.One(offer.ById, stop), ticket.Promise!, now);
            ticket.AcceptOffer(id, by, await db.IsLead(offer.ById, stop), words, now);
            db.Remember(source, ticket.Id, now);
        }, stop);
    }

    public Task Decline(HandoverId id, string reason, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var (offer, ticket) = await Find(id, db, stop);
        ticket.DeclineOffer(offer, reason, by, now);
        db.Remember(source, ticket.Id, now);
    }, stop);

    public Task Withdraw(HandoverId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var (_, ticket) = await Find(id, db, stop);
        ticket.WithdrawOffer(id, by, await db.IsLead(by, stop), now);
        db.Remember(source, ticket.Id, now);
    }, stop);

    private static async Task<(Handover Offer, Ticket Ticket)> Find(HandoverId id, LupausDb db, CancellationToken stop)
    {
        var offer = await db.Handovers.FirstOrDefaultAsync(h => h.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("handover.unknown"));
        return (offer, await db.Tickets.One(offer.TicketId, stop));
    }
}
