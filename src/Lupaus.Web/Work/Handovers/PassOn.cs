using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Handovers;

/// <summary>All open tickets of one agent become another's. Promises stand; customers who have heard from us hear who goes on.</summary>
public sealed class PassOn(Telling telling)
{
    public async Task All(AgentId from, Agent to, OwnerReason why, CompanyNow company, LupausDb db, Actor by, DateTimeOffset now, CancellationToken stop)
    {
        foreach (var ticket in await db.Tickets.OwnedBy(from).ToListAsync(stop))
            ticket.PassTo(to.Id, why, ticket.IsUntouched ? null : telling.TakesOver(company, ticket.Language, to, ticket.Promise!, now), by, now);
    }
}
