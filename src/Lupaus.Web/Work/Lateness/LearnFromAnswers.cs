using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Lateness;

/// <summary>
/// Looks at promises whose answer has come, or whose time has passed without one: from how long it took against the forecast, and from what was kept,
/// the next promises are made. A promise that was moved counts by its first time, so that moving hides nothing.
/// </summary>
public sealed class LearnFromAnswers(Changes changes, OurCompany ourCompany, LearntPromises learnt, TimeProvider clock)
{
    private const int AtOnce = 200;

    public async Task Look(CancellationToken stop)
    {
        if (await ourCompany.Find(stop) is not { } company)
            return;
        var looked = AtOnce;
        while (looked == AtOnce)
        {
            looked = await changes.Make(db => LookAtSome(company, db, stop), stop);
            if (looked > 0)
                learnt.Forget();
        }
    }

    private async Task<int> LookAtSome(CompanyNow company, LupausDb db, CancellationToken stop)
    {
        var now = clock.Now();
        var passed = now - PromiseBasis.ToBeStored;
        var ended = await db.PromiseBases.Where(b => b.LearntAt == null).Select(b => new
        {
            Basis = b,
            Answered = db.Messages.Where(m => m.TicketId == b.TicketId && m.Direction == Direction.ToCustomer && m.Nature == Nature.Human && m.At >= b.MadeAt).OrderBy(m => m.At).Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            IsClosed = db.Tickets.Any(t => t.Id == b.TicketId && t.Closure != null),
        }).Where(e => e.Answered != null || e.IsClosed || (e.Basis.WasKept == null && e.Basis.Due < passed)).OrderBy(e => e.Basis.Due).Take(AtOnce).ToListAsync(stop);
        var risks = await db.AllowedRisks.ToDictionaryAsync(r => r.Kind, stop);
        foreach (var end in ended)
        {
            var hours = company.HoursOf(end.Basis.TopicId);
            var kept = end.Basis.Learn(end.Answered is { } at ? (at, hours.Between(end.Basis.MadeAt, at)) : null, end.IsClosed, now);
            if (kept is not { } wasKept)
                continue;
            if (!risks.TryGetValue(end.Basis.Kind, out var risk))
                db.AllowedRisks.Add(risks[end.Basis.Kind] = risk = new AllowedRisk(end.Basis.Kind, company.Target));
            risk.Ended(wasKept, company.Target);
        }
        return ended.Count;
    }
}
