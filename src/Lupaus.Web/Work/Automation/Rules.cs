using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation;

/// <summary>Writes a new rule, which is off, or an old one anew.</summary>
public sealed class WriteRule(Changes changes, TimeProvider clock)
{
    public Task<RuleId> For(RuleId? id, RuleText text, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        Rule.WhyNotWrite(text).StopIfAny();
        var isDone = await db.Done(source, stop) is not null;
        if (id is { } known)
        {
            var old = await db.Rules.One(known, stop);
            if (isDone)
                return known;
            old.Rewrite(text, by, now);
            db.Remember(source, null, now);
            return known;
        }
        var all = await db.Rules.Where(r => r.DroppedAt == null).OrderBy(r => r.Id).ToListAsync(stop);
        if (isDone)
            return (all.LastOrDefault(r => r.Name == text.Name.OneLine()) ?? all.LastOrDefault() ?? throw new RuleBroken(Refusal.Because("rule.unknown"))).Id;
        (all.Count >= Rule.Most ? Refusal.Because("rule.many").With("limit", Rule.Most) : null).StopIfAny();
        var rule = Rule.Write(text, all.Select(r => r.Place).DefaultIfEmpty(0).Max() + 1, by, now);
        db.Rules.Add(rule);
        db.Remember(source, null, now);
        return rule.Id;
    }, stop);
}

public sealed class SwitchRule(Changes changes, TimeProvider clock)
{
    public Task For(RuleId id, bool on, AgentId by, CancellationToken stop, Source? source = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Rules.One(id, stop)).Switch(on, by, now);
        db.Remember(source, null, now);
    }, stop);
}

/// <summary>Rules act in their order; one goes before the one above it, or after the one below.</summary>
public sealed class MoveRule(Changes changes, TimeProvider clock)
{
    public Task For(RuleId id, bool up, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var rules = await db.Rules.Where(r => r.DroppedAt == null).OrderBy(r => r.Place).ThenBy(r => r.Id).ToListAsync(stop);
        var here = rules.FindIndex(r => r.Id == id);
        (here < 0 ? Refusal.Because("rule.unknown") : null).StopIfAny();
        var there = Math.Clamp(here + (up ? -1 : 1), 0, rules.Count - 1);
        (rules[here], rules[there]) = (rules[there], rules[here]);
        for (var place = 0; place < rules.Count; place++)
            rules[place].StandAt(place + 1, by, now);
    }, stop);
}

public sealed class DropRule(Changes changes, TimeProvider clock)
{
    public Task For(RuleId id, AgentId by, CancellationToken stop, Source? source = null) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        (await db.Rules.One(id, stop)).Drop(by, now);
        db.Remember(source, null, now);
    }, stop);
}

internal static class RulesStored
{
    public static async Task<Rule> One(this DbSet<Rule> rules, RuleId id, CancellationToken stop) =>
        await rules.FirstOrDefaultAsync(r => r.Id == id && r.DroppedAt == null, stop) ?? throw new RuleBroken(Refusal.Because("rule.unknown"));
}

/// <param name="Done">How often it acted in the last thirty days.</param>
/// <param name="Troubled">How often it could not.</param>
public sealed record RuleRow(Rule Rule, int Done, int Troubled);

public sealed record RunRow(RuleRun Run, Reference Ticket, string Subject);

/// <summary>What the rules have done.</summary>
public sealed class RuleLog(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    public const int Shown = 20;
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<RuleRow>> All(CancellationToken stop)
    {
        var since = clock.Now() - Month;
        await using var db = await databases.CreateDbContextAsync(stop);
        var rules = await db.Rules.AsNoTracking().Where(r => r.DroppedAt == null).OrderBy(r => r.Place).ThenBy(r => r.Id).ToListAsync(stop);
        var counts = await db.RuleRuns.Where(r => r.At > since).GroupBy(r => new { r.RuleId, IsDone = r.End == RunEnd.Done }).Select(g => new { g.Key.RuleId, g.Key.IsDone, Count = g.Count() }).ToListAsync(stop);
        int Count(RuleId id, bool done) => counts.Where(c => c.RuleId == id && c.IsDone == done).Select(c => c.Count).FirstOrDefault();
        return [.. rules.Select(r => new RuleRow(r, Count(r.Id, true), Count(r.Id, false)))];
    }

    /// <summary>Its last runs, newest first; null when there is no such rule.</summary>
    public async Task<(Rule Rule, IReadOnlyList<RunRow> Runs)?> Of(RuleId id, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        if (await db.Rules.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.DroppedAt == null, stop) is not { } rule)
            return null;
        var runs = await db.RuleRuns.AsNoTracking().Where(r => r.RuleId == id).OrderByDescending(r => r.At).Take(Shown)
            .Join(db.Tickets, r => r.TicketId, t => t.Id, (r, t) => new { Run = r, t.Reference, t.Subject }).ToListAsync(stop);
        return (rule, [.. runs.OrderByDescending(r => r.Run.At).Select(r => new RunRow(r.Run, r.Reference, r.Subject))]);
    }
}
