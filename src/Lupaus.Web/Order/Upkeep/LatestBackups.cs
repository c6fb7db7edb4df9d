using Lupaus.Order.Upkeep;
using Lupaus.Storage.Order.Upkeep;
using Lupaus.Web.Ground.Topics;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <param name="Folder">Where they are written by the node that takes them; null when nightly backups are switched off.</param>
/// <param name="Latest">The newest first, those that failed too.</param>
/// <param name="LastGood">The newest that went well, however long ago.</param>
public sealed record BackupsNow(string? Folder, IReadOnlyList<TakenBackup> Latest, TakenBackup? LastGood)
{
    /// <summary>When the next is due; null when nightly backups are switched off.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>Since when one is being made; null when none is.</summary>
    public DateTimeOffset? Going { get; init; }
}

/// <summary>The backups that were taken by themselves, for whoever keeps the machine: when, how big, and why not.</summary>
public sealed class LatestBackups(IDbContextFactory<LupausDb> databases, OurCompany company, Settings settings, TimeProvider clock)
{
    private const int Most = 60;

    public async Task<BackupsNow> Now(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var latest = await db.Backups.AsNoTracking().OrderByDescending(b => b.Id).Take(Most).ToListAsync(stop);
        var claimed = await db.Clockwork.AsNoTracking().Where(c => c.Name == NightlyBackup.Name).Select(c => c.ClaimedUntil).FirstOrDefaultAsync(stop);
        var (now, ours) = (clock.Now(), await company.Find(stop));
        // A claim outlives a failure, so that it isn't tried at once again; then nothing goes on.
        var since = claimed - NightlyBackup.Patience;
        return new BackupsNow(settings.BackupFolder is { } folder ? Path.GetFullPath(folder) : null, latest, latest.Find(b => b.Trouble is null))
        {
            Next = settings.BackupFolder is not null && ours is not null ? BackupShelf.NextDue(now, ours.Zone) : null,
            Going = claimed > now && !latest.Exists(b => b.At >= since) ? since : null,
        };
    }
}
