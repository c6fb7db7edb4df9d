using System.Collections.Concurrent;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Views;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Views;

/// <summary>The views an agent sees: their own and those shared with all of us, by name. Remembered for a moment, since every page of the desk names them.</summary>
public sealed class SavedViews(IDbContextFactory<LupausDb> databases, TimeProvider clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<AgentId, Known> known = new();

    public async Task<IReadOnlyList<SavedView>> For(AgentId agent, CancellationToken stop)
    {
        if (known.TryGetValue(agent, out var fresh) && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Views;
        var readAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var seen = await db.SavedViews.AsNoTracking().Where(v => v.IsShared || v.MadeBy == agent).OrderBy(v => v.Id).Take(2 * SavedView.MostSeen).ToListAsync(stop);
        return (known[agent] = new Known([.. seen.OrderBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase)], readAt)).Views;
    }

    /// <summary>One has been saved or dropped.</summary>
    public void Forget() => known.Clear();

    private sealed record Known(IReadOnlyList<SavedView> Views, long ReadAt);
}

/// <summary>Saves a new one, or an old one anew; answers which it is.</summary>
public sealed class SaveView(Changes changes, SavedViews views, TimeProvider clock)
{
    public async Task<SavedViewId> For(SavedViewId? id, string name, ViewFilter filter, bool isShared, AgentId by, CancellationToken stop, Source? source = null)
    {
        var saved = await Save(id, name, filter, isShared, by, source, stop);
        views.Forget();
        return saved;
    }

    private Task<SavedViewId> Save(SavedViewId? id, string name, ViewFilter filter, bool isShared, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var isDone = await db.Done(source, stop) is not null;
        if (!isDone)
            db.Remember(source, null, now);
        if (id is { } known)
        {
            var view = await db.SavedViews.One(known, by, stop);
            if (!isDone)
                view.Change(name, filter, isShared, by, now);
            return view.Id;
        }
        // The same name pressed twice is one view.
        if (await db.SavedViews.FirstOrDefaultAsync(v => v.MadeBy == by && v.Name == name.OneLine(), stop) is { } same)
        {
            if (!isDone)
                same.Change(name, filter, isShared, by, now);
            return same.Id;
        }
        (isDone ? Refusal.Because("view.unknown") : null).StopIfAny(); // it was saved then, and is gone or called otherwise since
        SavedView.WhyNotSave(name, filter).StopIfAny();
        (await db.SavedViews.CountAsync(v => v.MadeBy == by || (isShared && v.IsShared), stop) >= SavedView.MostSeen
            ? Refusal.Because("view.many").With("limit", SavedView.MostSeen) : null).StopIfAny();
        var saved = SavedView.Of(name, filter, isShared, by, now);
        db.SavedViews.Add(saved);
        return saved.Id;
    }, stop);
}

public sealed class DropView(Changes changes, SavedViews views, TimeProvider clock)
{
    public async Task For(SavedViewId id, AgentId by, CancellationToken stop, Source? source = null)
    {
        await Drop(id, by, source, stop);
        views.Forget();
    }

    private Task Drop(SavedViewId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var view = await db.SavedViews.One(id, by, stop);
        view.WhyNotChange(by).StopIfAny();
        db.SavedViews.Remove(view);
        db.Remember(source, null, clock.Now());
    }, stop);
}

internal static class SavedViewsStored
{
    /// <summary>One that this agent sees.</summary>
    public static async Task<SavedView> One(this DbSet<SavedView> views, SavedViewId id, AgentId by, CancellationToken stop) =>
        await views.FirstOrDefaultAsync(v => v.Id == id && (v.IsShared || v.MadeBy == by), stop) ?? throw new RuleBroken(Refusal.Because("view.unknown"));
}
