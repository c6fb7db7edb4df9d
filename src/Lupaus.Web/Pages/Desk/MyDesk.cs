using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How much there is elsewhere.</summary>
/// <param name="Today">Promised for today, of everybody's.</param>
/// <param name="AtRisk">Broken, about to break, or gone wrong by the customer's word, of everybody's.</param>
/// <param name="Aside">Suspected spam that nobody has judged yet.</param>
/// <param name="Calls">Matters in which this agent has to ring somebody now.</param>
public sealed record DeskCounts(int Common, int Team, int Open, int Waiting, int Today, int AtRisk, int Aside, int Calls);

/// <summary>A saved view, by name.</summary>
public sealed record ViewNamed(SavedViewId Id, string Name, bool IsShared);

/// <summary>What is an agent's own, in the order it comes up: our turn, the customer's turn, and in a colleague's stead.</summary>
public sealed record DeskNow(IReadOnlyList<DeskRow> Mine, IReadOnlyList<DeskRow> Waiting, IReadOnlyList<DeskRow> InStead, DeskCounts Counts, IReadOnlyList<ViewNamed> Views)
{
    public bool IsEmpty => Mine.Count + Waiting.Count + InStead.Count == 0;
}

public sealed class MyDesk(IDbContextFactory<LupausDb> databases, OurCompany ourCompany, TimeProvider clock)
{
    /// <summary>More than this many open tickets of one's own are not for one column; the rest comes up as these are done.</summary>
    public const int Most = 200;

    public async Task<DeskNow> Of(AgentId agent, CancellationToken stop)
    {
        var moment = Moment.In((await ourCompany.Now(stop)).Zone, clock.Now());
        await using var db = await databases.CreateDbContextAsync(stop);
        var rows = await db.LookedAfterBy(agent, moment.Now).InDueOrder().Take(Most).AsRows(db, agent).ToListAsync(stop);
        // Said beforehand, so that EF sees one question in another and asks all of them at once.
        var common = db.InView(DeskView.Common, agent, moment);
        // Topic by topic, each counted in an index: in the other order SQLite opens every open ticket to see its topic.
        var team = db.TopicsServedBy(agent).SelectMany(topic => db.Tickets.Open().Where(t => t.TopicId == topic.Id));
        var open = db.InView(DeskView.Open, agent, moment);
        var waiting = db.InView(DeskView.Waiting, agent, moment);
        var today = db.InView(DeskView.Today, agent, moment);
        var atRisk = db.InView(DeskView.Risk, agent, moment);
        var aside = db.Tickets.Where(t => t.AsideUntil != null);
        var counts = await db.Companies.Where(c => c.Id == Lupaus.Ground.Identity.Company.OnlyId).Select(c => new DeskCounts(
            common.Count(), team.Count(), open.Count(), waiting.Count(), today.Count(), atRisk.Count(), aside.Count(),
            db.Outbox.Where(o => o.Way == Way.Call && o.State == Dispatch.Waiting && o.NotBefore <= moment.Now && db.Tickets.Any(t => t.Id == o.TicketId && t.OwnerId == agent)).Select(o => o.TicketId).Distinct().Count())).SingleAsync(stop);
        var views = await db.SavedViews.Where(v => v.IsShared || v.MadeBy == agent).OrderBy(v => v.Name).Take(SavedView.MostSeen).Select(v => new ViewNamed(v.Id, v.Name, v.IsShared)).ToListAsync(stop);
        var own = rows.Where(r => r.Owner == agent).ToLookup(r => r.WaitsForCustomer);
        return new DeskNow([.. own[false]], [.. own[true]], [.. rows.Where(r => r.Owner != agent && !r.WaitsForCustomer)], counts, views);
    }
}
