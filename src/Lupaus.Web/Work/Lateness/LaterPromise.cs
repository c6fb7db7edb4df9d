using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Lateness;

/// <summary>When a promise that may break could honestly be due instead.</summary>
public sealed class LaterPromise(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, AnswerForecasts forecasts, TimeProvider clock)
{
    /// <summary>Null where it isn't later than what is promised already.</summary>
    public async Task<DateTimeOffset?> Than(Ticket ticket, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var due = (await forecasts.Again(ticket, ticket.OwnerId, company, db, clock.Now(), stop)).Due;
        return due > ticket.Promise!.Due ? due : null;
    }
}
