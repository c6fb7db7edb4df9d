using Lupaus.Storage.Order.Upkeep;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Order.Upkeep;

/// <param name="Folder">Where they are written by the node that takes them; null when nightly backups are switched off.</param>
/// <param name="Latest">The newest first, those that failed too.</param>
/// <param name="LastGood">The newest that went well, however long ago.</param>
public sealed record BackupsNow(string? Folder, IReadOnlyList<TakenBackup> Latest, TakenBackup? LastGood);

/// <summary>The backups that were taken by themselves, for whoever keeps the machine: when, how big, and why not.</summary>
public sealed class LatestBackups(IDbContextFactory<LupausDb> databases, Settings settings)
{
    private const int Most = 60;

    public async Task<BackupsNow> Now(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        var latest = await db.Backups.AsNoTracking().OrderByDescending(b => b.Id).Take(Most).ToListAsync(stop);
        return new BackupsNow(settings.BackupFolder is { } folder ? Path.GetFullPath(folder) : null, latest, latest.Find(b => b.Trouble is null));
    }
}
