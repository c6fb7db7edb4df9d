using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Core.Tickets;

/// <summary>The same thing later, decided before due; the customer is told why, in their language.</summary>
public sealed class MovePromise(Changes changes, OurCompany ourCompany, Telling telling, TimeProvider clock)
{
    public async Task For(TicketId id, DateTimeOffset due, string reason, AgentId by, Source? source, CancellationToken stop)
    {
        WhyNotGive(reason).StopIfAny();
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            var ticket = await db.Tickets.One(id, stop);
            ticket.MovePromiseTo(due, telling.Moved(company, ticket.Language, reason, due, now), by, now);
            db.Remember(source, id, now);
        }, stop);
    }

    public static Refusal? WhyNotGive(string reason) =>
        reason.OneLine().Length is 0 or > Limits.Reason ? Refusal.Because("promise.reason").With("limit", Limits.Reason) : null;
}
