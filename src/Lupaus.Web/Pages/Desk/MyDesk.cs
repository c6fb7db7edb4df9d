using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Views;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Desk;

/// <summary>How much there is elsewhere.</summary>
/// <param name="Mine">All that is the agent's own or in their care, listed or not.</param>
/// <param name="Today">Promised for today, of everybody's.</param>
/// <param name="AtRisk">Broken, about to break, or gone wrong by the customer's word, of everybody's.</param>
/// <param name="Aside">Suspected spam that nobody has judged yet.</param>
/// <param name="Calls">Matters in which this agent has to ring somebody now.</param>
/// <param name="Internal">What we ask of each other.</param>
/// <param name="Asked">What this agent asks.</param>
public sealed record DeskCounts(int Mine, int Common, int Team, int Open, int Waiting, int Today, int AtRisk, int Aside, int Calls, int Internal, int Asked);

/// <summary>A saved view, by name.</summary>
public sealed record ViewNamed(SavedViewId Id, string Name, bool IsShared);

/// <summary>What is an agent's own, in the order it comes up: our turn, the customer's turn, and in a colleague's stead.</summary>
public sealed record DeskNow(IReadOnlyList<DeskRow> Mine, IReadOnlyList<DeskRow> Waiting, IReadOnlyList<DeskRow> InStead, DeskCounts Counts, IReadOnlyList<ViewNamed> Views)
{
    /// <summary>Colleagues wait for this agent's answer.</summary>
    public IReadOnlyList<DeskAsk> Asks { get; init; } = [];

    /// <summary>How many troubles are going on for which first aid is prepared.</summary>
    public int Troubles { get; init; }

    /// <summary>There is more than the column shows.</summary>
    public bool HasMore => Counts.Mine > Mine.Count + Waiting.Count + InStead.Count;
}

public sealed class MyDesk(IDbContextFactory<LupausDb> databases, HouseCounts houseCounts, SavedViews savedViews, KnownPlaybooks playbooks, TightPromises tight, TimeProvider clock)
{
    /// <summary>More than this many are not for one column: the rest comes up as these are done, and all of them stand in their own list.</summary>
    public const int Most = 50;

    public async Task<DeskNow> Of(AgentId agent, CancellationToken stop)
    {
        var (house, troubles) = (await houseCounts.Now(stop), (await playbooks.Now(stop)).GoingOn(clock.Now()).Select(p => p.Id).ToArray());
        await using var db = await databases.CreateDbContextAsync(stop);
        var mine = await db.LookedAfterBy(agent, clock.Now(), stop);
        var rows = (await mine.InDueOrder().Take(Most).AsRows(db, agent, troubles).ToListAsync(stop)).Marked(await tight.Now(stop));
        var views = (await savedViews.For(agent, stop)).Take(SavedView.MostSeen).Select(v => new ViewNamed(v.Id, v.Name, v.IsShared)).ToArray();
        var all = rows.Count < Most ? rows.Count : await mine.CountAsync(stop);
        var own = rows.Where(r => r.Owner == agent).ToLookup(r => r.WaitsForCustomer);
        var counts = new DeskCounts(all, house.Common, house.Team.GetValueOrDefault(agent), house.Open, house.Waiting, house.Today, house.AtRisk, house.Aside, house.Calls.GetValueOrDefault(agent), house.Internal, house.Requests.GetValueOrDefault(agent));
        return new DeskNow([.. own[false]], [.. own[true]], [.. rows.Where(r => r.Owner != agent && !r.WaitsForCustomer)], counts, views)
        {
            Troubles = troubles.Length,
            Asks = house.Asked.Contains(agent) ? await db.AsksOf(agent, clock.Now(), stop) : [],
        };
    }
}
