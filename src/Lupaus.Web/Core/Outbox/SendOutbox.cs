using Lupaus.Core.Outbox;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>Sends what is in the outbox and may go now. Each entry is claimed before it is carried, so two nodes never both send it.</summary>
public sealed class SendOutbox(IDbContextFactory<LupausDb> databases, Changes changes, LetterWriter writer, FolderCarrier carrier, TimeProvider clock, ILogger<SendOutbox> log)
{
    private const int AtOnce = 50;
    private const int MostAttempts = 20;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>How many were carried.</summary>
    public async Task<int> Now(CancellationToken stop)
    {
        var carried = 0;
        foreach (var id in await Ready(stop))
        {
            if (await Take(id, stop) && await Carry(id, stop))
                carried++;
        }
        return carried;
    }

    private async Task<List<MessageId>> Ready(CancellationToken stop)
    {
        var now = clock.Now();
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Outbox
            .Where(o => (o.State == Dispatch.Waiting || o.State == Dispatch.Sending) && o.NotBefore <= now && o.Way == Way.Mail)
            .Where(o => o.State == Dispatch.Waiting || o.ClaimedUntil < now)
            .OrderBy(o => o.NotBefore).Take(AtOnce).Select(o => o.Id).ToListAsync(stop);
    }

    private Task<bool> Take(MessageId id, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var entry = await db.Outbox.FirstAsync(o => o.Id == id, stop);
        // A claim that ran out belonged to a process that died. The folder takes the same letter again under the
        // same name, so carrying it once more is safe.
        if (entry.State != Dispatch.Waiting && !(entry.State == Dispatch.Sending && entry.ClaimedUntil < now))
            return false;
        entry.Claim(now + Claim);
        return true;
    }, stop);

    private async Task<bool> Carry(MessageId id, CancellationToken stop)
    {
        try
        {
            await using (var db = await databases.CreateDbContextAsync(stop))
                await carrier.Carry(await writer.Write(await db.Outbox.AsNoTracking().FirstAsync(o => o.Id == id, stop), db, stop), stop);
            await changes.Make(async db => (await db.Outbox.FirstAsync(o => o.Id == id, stop)).Sent(clock.Now()), stop);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException) // the last: an address that no letter can be written to
        {
            log.LogWarning("Letter {Letter} could not be written: {Trouble}", id.Value, e.GetType().Name);
            await changes.Make(async db => Postpone(await db.Outbox.FirstAsync(o => o.Id == id, stop), e.GetType().Name), stop);
            return false;
        }
    }

    private void Postpone(OutboxEntry entry, string trouble)
    {
        if (entry.Attempts >= MostAttempts)
            entry.GiveUp(trouble, clock.Now());
        else
            entry.TryAgain(trouble, clock.Now());
    }
}
