using Lupaus.Storage.Ground.Foundations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Storage.Order.Upkeep;

/// <summary>A backup as a database of its own: one SQLite file, whichever database it came from.</summary>
internal sealed class BackupFile : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private BackupFile(string file) => services = new ServiceCollection().AddLogging().AddStorage($"Data Source={file};Pooling=False").BuildServiceProvider();

    public Dialect Dialect => services.GetRequiredService<Dialect>();

    /// <summary>Empty, in this version's shape.</summary>
    public static async Task<BackupFile> Begin(string file, CancellationToken stop)
    {
        var made = new BackupFile(file);
        await made.services.GetRequiredService<Schema>().Migrate(stop);
        return made;
    }

    /// <summary>
    /// A copy of a backup, brought to this version; the backup itself is only read. What is no backup of ours, or not whole,
    /// is refused in plain words.
    /// </summary>
    public static async Task<BackupFile> CopyOf(string backup, string copy, CancellationToken stop)
    {
        try
        {
            await using (var source = new SqliteConnection($"Data Source={backup};Mode=ReadOnly;Pooling=False"))
            {
                await source.OpenAsync(stop);
                await using var vacuum = new SqliteCommand("VACUUM INTO $copy", source) { Parameters = { new SqliteParameter("$copy", copy) } };
                await vacuum.ExecuteNonQueryAsync(stop);
            }
            var opened = new BackupFile(copy);
            await opened.BringUp(backup, stop);
            return opened;
        }
        catch (SqliteException e)
        {
            const int NotADatabase = 26;
            throw new RuleBroken(Refusal.Because(e.SqliteErrorCode == NotADatabase ? "backup.foreign" : "backup.damaged").With("file", backup));
        }
    }

    public Task<LupausDb> Open(CancellationToken stop) => services.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync(stop);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task BringUp(string backup, CancellationToken stop)
    {
        await using (var db = await Open(stop))
        {
            var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table'").ToListAsync(stop);
            var applied = tables.Contains("promise_ends") ? (await db.Database.GetAppliedMigrationsAsync(stop)).ToArray() : [];
            (applied.Length == 0 ? Refusal.Because("backup.foreign").With("file", backup) :
                applied.Except(db.Database.GetMigrations()).Any() ? Refusal.Because("backup.newer").With("file", backup) :
                null).StopIfAny();
        }
        await services.GetRequiredService<Schema>().Migrate(stop);
    }
}
