using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Order.Upkeep;

/// <summary>
/// A backup takes the place of everything in the database, in one transaction that is committed only when the whole is as
/// it must be. Programs that run on it meanwhile wait, and then forget what they remember.
/// </summary>
public sealed class WholeReplacement(IDbContextFactory<LupausDb> databases, Dialect dialect, InvariantCheck check)
{
    private const int MostRounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>How many tickets there are now.</summary>
    /// <param name="backup">The file; it is only read.</param>
    /// <param name="folder">Where a copy may lie meanwhile.</param>
    /// <param name="beforehand">Once the backup is known to be one of ours, and before anything is changed.</param>
    public async Task<int> By(string backup, string folder, DateTimeOffset now, Func<Task> beforehand, CancellationToken stop)
    {
        var workshop = Path.Combine(folder, $"restoring-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        OursAlone.Folder(workshop);
        try
        {
            await using var copy = await BackupFile.CopyOf(backup, Path.Combine(workshop, "copy.db"), stop);
            await using var from = await copy.Open(stop);
            await beforehand();
            from.Restorations.Add(new Restoration(now)); // comes along with the rest
            await from.SaveChangesAsync(stop);
            await Replace(from, stop);
            return await from.Tickets.CountAsync(stop);
        }
        finally
        {
            Directory.Delete(workshop, recursive: true);
        }
    }

    private async Task Replace(LupausDb from, CancellationToken stop)
    {
        for (var round = 1; ; round++)
        {
            try
            {
                await TryReplace(from, stop);
                return;
            }
            catch (Exception e) when (round < MostRounds && dialect.SomeoneWasFaster(e))
            {
                // Others were writing, and waited for us as we did for them.
            }
        }
    }

    private async Task TryReplace(LupausDb from, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        db.Database.SetCommandTimeout(Patience);
        using var turn = await dialect.WriteTurn(stop);
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            await from.TakePlaceOf(db, dialect, stop);
            WhyNot(await check.Look(db, stop)).StopIfAny();
            await transaction.CommitAsync(stop);
        }
        await dialect.GatherStatistics(db, stop);
    }

    private static Refusal? WhyNot(IReadOnlyList<Violation> violations) => violations.Count == 0 ? null :
        Refusal.Because("restore.broken").With("count", violations.Count).With("what", $"{violations[0].Rule}: {violations[0].What}");
}
