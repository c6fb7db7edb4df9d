using System.Globalization;
using Lupaus.Doors.Mailboxes;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Our mailboxes, the oldest first, without those that were dropped. Remembered for a moment, since every mail and letter asks.</summary>
public sealed class OurMailboxes
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public OurMailboxes(IDbContextFactory<LupausDb> databases, News news, TimeProvider clock)
    {
        (this.databases, this.clock) = (databases, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async ValueTask<IReadOnlyList<Mailbox>> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.All;
        var readAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        known = new Known(await db.Mailboxes.AsNoTracking().Where(m => m.DroppedAt == null).OrderBy(m => m.Id).ToListAsync(stop), readAt);
        return known.All;
    }

    /// <summary>The one that letters leave by where no other is nearer.</summary>
    public async ValueTask<Mailbox?> Main(CancellationToken stop) => (await Now(stop)).FirstOrDefault(m => m.MaySend);

    /// <summary>The one a mail was fetched from, else the one it was sent to.</summary>
    public async ValueTask<Mailbox?> Addressed(IncomingMail mail, CancellationToken stop)
    {
        var all = await Now(stop);
        return all.FirstOrDefault(m => m.Door().Name == mail.Signs.Door) ?? all.FirstOrDefault(m => mail.Recipients.Any(m.Hears));
    }

    /// <summary>What our own mail server hands over bears its findings; what strangers bring may bear anything. A stored mail knows its door by name alone.</summary>
    public async ValueTask<MailDoor> Trusting(MailDoor door, CancellationToken stop)
    {
        if (door.TrustedServer is not null)
            return door;
        var all = await Now(stop);
        if (all.FirstOrDefault(m => m.Door().Name == door.Name) is { } mailbox)
            return door with { TrustedServer = mailbox.TrustedServer };
        return door.IsOurServers && all.Select(m => m.TrustedServer).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToArray() is [var one] ? door with { TrustedServer = one } : door;
    }

    private sealed record Known(IReadOnlyList<Mailbox> All, long ReadAt);
}

internal static class MailboxDoors
{
    public static MailDoor Door(this Mailbox mailbox) =>
        new(string.Create(CultureInfo.InvariantCulture, $"mailbox {mailbox.Id.Value}"), mailbox.TrustedServer, [mailbox.Address.Value]);

    /// <summary>Whether mail to this address is meant for it; what stands after a plus leads to a ticket.</summary>
    public static bool Hears(this Mailbox mailbox, string address) =>
        mailbox.OtherAddresses.Prepend(mailbox.Address.Value).Any(a => a.Equals(address, StringComparison.OrdinalIgnoreCase) || a.Equals(HouseAddresses.WithoutPlus(address), StringComparison.OrdinalIgnoreCase));
}
