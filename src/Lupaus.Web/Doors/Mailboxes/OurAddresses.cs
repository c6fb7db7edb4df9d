using System.Collections.Frozen;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Doors.Mailboxes;

/// <summary>Addresses that are ours.</summary>
/// <param name="Company">Where customers write to; mail from there would be our own.</param>
/// <param name="People">Those of us who work here.</param>
public sealed record HouseAddresses(FrozenSet<string> Company, FrozenSet<string> People)
{
    /// <summary>What stands after a plus leads to a ticket, and not to somebody else (RFC 5233).</summary>
    public bool AreCompanys(string address) => Company.Contains(address) || Company.Contains(WithoutPlus(address));

    public bool AreOurs(string address) => AreCompanys(address) || People.Contains(address);

    internal static string WithoutPlus(string address) =>
        address.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus && address.IndexOf('@', plus) is > 0 and var at ? address[..plus] + address[at..] : address;
}

/// <summary>Remembered for a moment, since every mail asks.</summary>
public sealed class OurAddresses
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);
    private readonly IDbContextFactory<LupausDb> databases;
    private readonly OurMailboxes mailboxes;
    private readonly TimeProvider clock;
    private volatile Known? known;

    public OurAddresses(IDbContextFactory<LupausDb> databases, OurMailboxes mailboxes, News news, TimeProvider clock)
    {
        (this.databases, this.mailboxes, this.clock) = (databases, mailboxes, clock);
        news.Follow<AboutUs>(() => known = null);
    }

    public async ValueTask<HouseAddresses> Now(CancellationToken stop)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Moment)
            return fresh.Ours;
        var readAt = clock.GetTimestamp();
        await using var db = await databases.CreateDbContextAsync(stop);
        var company = await db.Companies.Select(c => c.Email).ToListAsync(stop);
        var people = await db.Agents.Where(a => a.Activity != null).Select(a => a.Email).ToListAsync(stop);
        var boxes = (await mailboxes.Now(stop)).SelectMany(m => m.OtherAddresses.Prepend(m.Address.Value));
        known = new Known(new HouseAddresses(SetOf(company.Select(a => a.Value).Concat(boxes)), SetOf(people.Select(a => a.Value))), readAt);
        return known.Ours;
    }

    private static FrozenSet<string> SetOf(IEnumerable<string> addresses) => addresses.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private sealed record Known(HouseAddresses Ours, long ReadAt);
}
