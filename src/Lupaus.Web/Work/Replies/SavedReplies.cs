using Lupaus.Storage.Ground.Foundations;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Replies;

/// <summary>What an agent may put into a reply: everybody's, and their own.</summary>
public sealed class SavedReplies(IDbContextFactory<LupausDb> databases)
{
    public const int Most = 500;

    public async Task<IReadOnlyList<SavedReply>> For(AgentId agent, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var saved = await db.SavedReplies.AsNoTracking().Where(s => s.OwnedBy == null || s.OwnedBy == agent).OrderBy(s => s.Id).Take(Most).ToListAsync(stop);
        return [.. saved.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)];
    }
}

/// <summary>Writes a new one, or an old one anew.</summary>
public sealed class WriteSavedReply(Changes changes, TimeProvider clock)
{
    public Task For(SavedReplyId? id, string name, SavedTexts texts, bool isMine, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        var now = clock.Now();
        var ownedBy = isMine ? by : (AgentId?)null;
        if (id is { } known)
        {
            var saved = await db.SavedReplies.One(known, by, stop);
            saved.Rewrite(name, texts, ownedBy, now);
        }
        else
        {
            SavedReply.WhyNotWrite(name, texts).StopIfAny();
            (await db.SavedReplies.CountAsync(s => s.OwnedBy == null || s.OwnedBy == by, stop) >= SavedReplies.Most
                ? Refusal.Because("saved.many").With("limit", SavedReplies.Most) : null).StopIfAny();
            db.SavedReplies.Add(SavedReply.Write(name, texts, ownedBy, now));
        }
        db.Remember(source, null, now);
    }, stop);
}

public sealed class DropSavedReply(Changes changes, TimeProvider clock)
{
    public Task For(SavedReplyId id, AgentId by, Source? source, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.Done(source, stop) is not null)
            return;
        db.SavedReplies.Remove(await db.SavedReplies.One(id, by, stop));
        db.Remember(source, null, clock.Now());
    }, stop);
}

internal static class SavedRepliesStored
{
    /// <summary>One that this agent may change.</summary>
    public static async Task<SavedReply> One(this DbSet<SavedReply> saved, SavedReplyId id, AgentId by, CancellationToken stop)
    {
        var one = await saved.FirstOrDefaultAsync(s => s.Id == id, stop) ?? throw new RuleBroken(Refusal.Because("saved.unknown"));
        one.WhyNotChange(by).StopIfAny();
        return one;
    }
}
