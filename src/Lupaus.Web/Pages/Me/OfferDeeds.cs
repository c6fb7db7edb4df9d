using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Looks;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Automation.Deeds;
using Lupaus.Web.Work.Replies;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Pages.Me;

/// <summary>What the forms of macros and rules offer to choose from.</summary>
public sealed record Offered(AutomationNames Names, Doers Doers, IReadOnlyList<SavedReply> Saved, IReadOnlyList<Colleague> AtWork, IReadOnlyList<(TeamId Id, string Name)> Teams)
{
    public IEnumerable<Topic> Topics => Names.Company.OpenTopics;

    public IEnumerable<KnownWebhook> Webhooks => Names.Webhooks.Where(w => !w.IsDropped);

    public string Say(Deed deed) => Doers.Say(deed, Names);
}

public sealed class OfferDeeds(OurCompany ourCompany, Colleagues colleagues, KnownWebhooks webhooks, KnownAutomation known, SavedReplies saved, Doers doers, IDbContextFactory<LupausDb> databases)
{
    public async Task<Offered> To(AgentId agent, Phrases words, CancellationToken stop)
    {
        var all = await colleagues.Now(stop);
        await using var db = await databases.CreateDbContextAsync(stop);
        var teams = (await db.Teams.AsNoTracking().IgnoreAutoIncludes().ToListAsync(stop)).Select(t => (t.Id, t.Name)).OrderBy(t => t.Name, StringComparer.InvariantCulture).ToList();
        var names = new AutomationNames(words, await ourCompany.Now(stop), all, await webhooks.Now(stop), await known.Now(stop)) { TeamName = id => teams.Where(t => t.Id == id).Select(t => t.Name).FirstOrDefault() };
        return new Offered(names, doers, await saved.For(agent, stop), [.. all.Values.Where(c => c.IsActive).OrderBy(c => c.Name, StringComparer.InvariantCulture)], teams);
    }
}
