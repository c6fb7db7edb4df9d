using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <summary>
/// What some rule may begin with is written down in the same transaction as the fact, and looked at after it: so nothing
/// is missed, and no rule holds up what happens. What rules do in their second step begins nothing any more.
/// </summary>
public sealed class KeepCauses(KnownAutomation known) : IWitness
{
    public async ValueTask See(IReadOnlyList<NewsItem> happened, LupausDb db, CancellationToken stop)
    {
        var awaited = (await known.Now(stop)).RulesOn.Where(r => !r.When.FollowsClock).Select(r => r.When.Event).ToHashSet();
        if (awaited.Count == 0)
            return;
        var step = 1 + db.ChangeTracker.Entries<RuleRun>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Step).DefaultIfEmpty(0).Max();
        if (step > RuleRun.LastStep)
            return;
        foreach (var (fact, ticket, what, at) in happened.InTickets(db))
        {
            if (awaited.Contains(what))
                db.RuleCauses.Add(new RuleCause(fact, ticket, what, step, at));
        }
    }
}
