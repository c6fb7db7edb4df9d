using Lupaus.Ground.People;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Spam;

/// <summary>Whom we don't listen to for now, newest first.</summary>
public sealed class BlockedSenders(IDbContextFactory<LupausDb> databases)
{
    public const int Most = 1000;

    public async Task<IReadOnlyList<BlockedSender>> All(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.BlockedSenders.AsNoTracking().OrderByDescending(s => s.Id).Take(Most).ToListAsync(stop);
    }
}

/// <summary>Blocks an address, or with "@example.com" all that comes from there.</summary>
public sealed class BlockSender(Changes changes, OurCompany ourCompany, TimeProvider clock)
{
    public async Task For(string sender, AgentId by, CancellationToken stop, Source? source = null)
    {
        var ours = (await ourCompany.Now(stop)).Email;
        var text = sender.OneLine();
        var kind = text.StartsWith('@') || !text.Contains('@') ? BlockKind.Domain : BlockKind.Address;
        var address = EmailAddress.Read(kind == BlockKind.Domain ? $"x@{text.TrimStart('@')}" : text) ?? throw new RuleBroken(Refusal.Because("block.shape"));
        await changes.Make(async db =>
        {
            if (await db.Done(source, stop) is not null)
                return;
            var now = clock.Now();
            (await db.BlockedSenders.CountAsync(stop) >= BlockedSenders.Most ? Refusal.Because("block.many").With("limit", BlockedSenders.Most) : null).StopIfAny();
            await db.Block(kind, address, ours, by, now, stop);
            db.Remember(source, null, now);
        }, stop);
    }
}

/// <summary>They are listened to again. What came meanwhile is where it was.</summary>
public sealed class UnblockSender(Changes changes, TimeProvider clock)
{
    public Task For(BlockedId id, AgentId by, CancellationToken stop) => changes.Make(async db =>
    {
        if (await db.BlockedSenders.FirstOrDefaultAsync(s => s.Id == id, stop) is not { } blocked)
            return;
        blocked.Unblock(by, clock.Now());
        db.BlockedSenders.Remove(blocked);
    }, stop);
}
