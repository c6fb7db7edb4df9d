using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Order.Upkeep;

/// <summary>The whole database in one file, as it is at one moment, while others go on writing.</summary>
public sealed class WholeCopy(IDbContextFactory<LupausDb> databases, Dialect dialect)
{
    /// <summary>
    /// Answers its size in bytes. It is written beside under another name and takes its own when it is whole and on the
    /// disk, so a file by that name is always a whole backup.
    /// </summary>
    public async Task<long> Into(string file, bool mayReplace, CancellationToken stop)
    {
        (!mayReplace && Path.Exists(file) ? Refusal.Because("backup.exists").With("file", file) : null).StopIfAny();
        var unfinished = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            OursAlone.File(unfinished);
            await using (var db = await databases.CreateDbContextAsync(stop))
            {
                db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
                if (!await dialect.CopyInto(unfinished, db, stop))
                    await CopyRows(db, unfinished, stop);
            }
            await using (var whole = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
                whole.Flush(flushToDisk: true);
            File.Move(unfinished, file, overwrite: mayReplace);
            return new FileInfo(file).Length;
        }
        finally
        {
            foreach (var left in new[] { "", "-wal", "-shm", "-journal" })
                File.Delete(unfinished + left);
        }
    }

    private async Task CopyRows(LupausDb db, string file, CancellationToken stop)
    {
        ((await db.Database.GetPendingMigrationsAsync(stop)).Any() ? Refusal.Because("schema.old") : null).StopIfAny();
        await using var backup = await BackupFile.Begin(file, stop);
        await using (var into = await backup.Open(stop))
        await using (var one = await dialect.OneMoment(db, [.. StoredTable.InOrder(db.Model).Select(t => t.Name)], stop))
        await using (var writing = await into.Database.BeginTransactionAsync(stop))
        {
            await db.TakePlaceOf(into, backup.Dialect, stop);
            await writing.CommitAsync(stop);
        }
        await using var done = await backup.Open(stop);
        // One file, without a log beside it.
        await done.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE", stop);
    }
}
