using Lupaus.Core.Outbox;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Core.Outbox;

/// <summary>
/// Sends what is in the outbox and may go now: by our mail servers, or into a folder where there are none. Each entry is
/// claimed before it is carried, so two nodes never both send it.
/// </summary>
public sealed class SendOutbox(IDbContextFactory<LupausDb> databases, Changes changes, LetterWriter writer, Letters letters, OurCompany ourCompany, IMailServers servers, FolderCarrier folder, TimeProvider clock, ILogger<SendOutbox> log)
{
    private const int AtOnce = 50;

    /// <summary>So long one address is tried (RFC 5321, 4.5.4.1: four to five days).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(4);
    /// <summary>Delivery time expired (RFC 3463, 3.5): nothing is said against the address.</summary>
    private const string Undelivered = "4.4.7";
    /// <summary>Bad destination address syntax (RFC 3463, 3.2).</summary>
    private const string BadAddress = "5.1.3";
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>How many were carried.</summary>
    public async Task<int> Now(CancellationToken stop)
    {
        var carried = 0;
        foreach (var id in await Ready(stop))
        {
            if (await Take(id, stop) is { } entry && await Carry(entry, stop))
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

    private Task<OutboxEntry?> Take(MessageId id, CancellationToken stop) => changes.Make(async db =>
    {
        var now = clock.Now();
        var entry = await db.Outbox.FirstAsync(o => o.Id == id, stop);
        var isLeftBehind = entry.State == Dispatch.Sending && entry.ClaimedUntil < now;
        if (entry.State != Dispatch.Waiting && !isLeftBehind)
            return null;
        // A claim that ran out belonged to a process that died. A folder takes the same letter again under the same name,
        // so carrying it once more is safe; a mail server may have it, and nobody can say.
        if (isLeftBehind && !MayBeDoubled(entry) && await servers.Are(stop))
        {
            await letters.Unsure(entry, "net.closed", db, stop);
            return null;
        }
        entry.Claim(now + Claim);
        return entry;
    }, stop);

    private async Task<bool> Carry(OutboxEntry entry, CancellationToken stop)
    {
        try
        {
            var carried = await HandOver(entry, stop);
            await Settle(entry.Id, carried, stop);
            return carried is Carried.Taken;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            log.LogWarning("Letter {Letter} could not be written: {Trouble}", entry.Id.Value, e.GetType().Name);
            // Either the folder is in trouble, or it is an address that no letter can be written to.
            await Settle(entry.Id, e is ArgumentException ? new Carried.Refused(BadAddress, null) : new Carried.NotNow(e.GetType().Name, IsOurs: true), stop);
            return false;
        }
    }

    private async Task<Carried> HandOver(OutboxEntry entry, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var letter = await writer.Write(entry, db, stop);
        if (await servers.Carry(letter, stop) is { } carried)
            return carried;
        await folder.Carry(letter, stop);
        return new Carried.Taken();
    }

    private async Task Settle(MessageId id, Carried carried, CancellationToken stop)
    {
        var company = await ourCompany.Now(stop);
        await changes.Make(async db =>
        {
            var (entry, now) = (await db.Outbox.FirstAsync(o => o.Id == id, stop), clock.Now());
            switch (carried)
            {
                case Carried.Taken:
                    entry.Sent(now);
                    break;
                case Carried.Unknown unknown when !MayBeDoubled(entry):
                    await letters.Unsure(entry, unknown.Trouble, db, stop);
                    break;
                case Carried.Refused refused:
                    await letters.NotReached(entry, new Returned(entry.Address, refused.Status, refused.Said, gaveUp: true), company, db, stop);
                    break;
                case Carried.NotNow { IsOurs: false } late when now - entry.MadeAt >= Patience:
                    await letters.NotReached(entry, new Returned(entry.Address, late.Status ?? Undelivered, late.Trouble, gaveUp: true), company, db, stop);
                    break;
                case Carried.Unknown unknown:
                    entry.TryAgain(unknown.Trouble, now);
                    break;
                case Carried.NotNow late:
                    entry.TryAgain(late.Trouble, now);
                    break;
            }
        }, stop);
    }

    /// <summary>An invitation or an alert that comes twice does no harm, and nobody would see that it was unknown.</summary>
    private static bool MayBeDoubled(OutboxEntry entry) => entry.Letter is not (Letter.Message or Letter.Copy);
}
