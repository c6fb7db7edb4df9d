using Lupaus.Ground.Identity;
using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Automation;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <summary>All macros and rules, dropped ones too, and the names of what they speak of.</summary>
public sealed record AutomationNow(
    IReadOnlyList<Macro> Macros, IReadOnlyList<Rule> Rules, IReadOnlyDictionary<SavedReplyId, string> Saved, IReadOnlyDictionary<OrganisationId, string> Organisations)
{
    public static readonly AutomationNow Nothing = new([], [], new Dictionary<SavedReplyId, string>(), new Dictionary<OrganisationId, string>());

    public string NameOf(MacroId macro) => Macros.FirstOrDefault(m => m.Id == macro)?.Name ?? "?";

    public string NameOf(RuleId rule) => Rules.FirstOrDefault(r => r.Id == rule)?.Name ?? "?";

    /// <summary>Everybody's, and their own; by name.</summary>
    public IEnumerable<Macro> MacrosFor(AgentId agent) =>
        Macros.Where(m => m.DroppedAt is null && m.IsFor(agent)).OrderBy(m => m.Name, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>In the order in which they act.</summary>
    public IEnumerable<Rule> RulesOn => Rules.Where(r => r.IsOn).OrderBy(r => r.Place).ThenBy(r => r.Id.Value);
}

/// <summary>Remembered for a moment, since every page of a ticket and every change of one asks.</summary>
public sealed class KnownAutomation
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public KnownAutomation(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async ValueTask<AutomationNow> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.All;
        var readAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var macros = await db.Macros.AsNoTracking().OrderBy(m => m.Id).ToListAsync(stop);
        var rules = await db.Rules.AsNoTracking().OrderBy(r => r.Place).ThenBy(r => r.Id).ToListAsync(stop);
        var saved = macros.SelectMany(m => m.Deeds).OfType<PutSavedReply>().Select(d => d.Saved).Distinct().ToArray();
        var organisations = rules.SelectMany(r => r.If).OfType<OrganisationIs>().Select(c => c.Organisation).Distinct().ToArray();
        known = new Known(
            new AutomationNow(
                macros, rules,
                saved.Length == 0 ? AutomationNow.Nothing.Saved : await db.SavedReplies.Where(s => saved.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, stop),
                organisations.Length == 0 ? AutomationNow.Nothing.Organisations : await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, stop)),
            readAt);
        return known.All;
    }

    /// <summary>As far as is known at this moment, without asking.</summary>
    public bool SomethingIsAwaited => known?.All.RulesOn.Any(r => !r.When.FollowsClock) == true;

    private sealed record Known(AutomationNow All, long ReadAt);
}
