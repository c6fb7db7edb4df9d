using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Work.Handovers;

/// <summary>
/// A ticket becomes a colleague's at once, without asking them: what nobody has begun, and by a lead anything. A customer
/// who has heard from us hears who goes on.
/// </summary>
public sealed class GiveTicket(Changes changes, OurCompany ourCompany, Telling telling, TimeProvider clock)
{
    public async Task To(TicketId id, AgentId to, AgentId by, Source? source, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            (ticket.WhyNotGive(to, by, await db.IsLead(by, stop)) ?? await db.WhyNotReceive(to, now, stop)).StopIfAny();
            var words = ticket.IsUntouched ? null : telling.TakesOver(company, ticket.Language, await db.Agents.One(to, stop), ticket.Promise!, now);
            ticket.PassTo(to, OwnerReason.Given, words, by, now);
            db.Remember(source, id, now);
        }, stop);
    }
}
