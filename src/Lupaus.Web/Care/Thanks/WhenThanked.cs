using Lupaus.Care.Thanks;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Care.Thanks;

/// <summary>Whoever is thanked hears of it; what is taken back leaves their list too.</summary>
public sealed class WhenThanked : IListener<ColleagueThanked>, IListener<ThanksTakenBack>
{
    public Task Hear(ColleagueThanked fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var thanks = db.ChangeTracker.Entries<ThankYou>().Single(e => e.Entity.Id == fact.Thanks).Entity;
        db.Alerts.Add(new Alert(fact.To, thanks.TicketId, new Cause(AlertKind.Thanked, fact.Thanks.Value, null), happening.At, thanks.FromId));
        return Task.CompletedTask;
    }

    public async Task Hear(ThanksTakenBack fact, Happening happening, LupausDb db, CancellationToken stop)
    {
        var (what, to) = (fact.Thanks.Value, fact.To);
        db.Alerts.RemoveRange(await db.Alerts.Where(a => a.Kind == AlertKind.Thanked && a.What == what && a.AgentId == to).ToListAsync(stop));
    }
}
