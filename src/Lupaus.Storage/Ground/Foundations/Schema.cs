namespace Lupaus.Storage.Ground.Foundations;

/// <summary>Brings the database to this version: migrations, then the triggers that no migration carries.</summary>
public sealed class Schema(IDbContextFactory<LupausDb> databases, Dialect dialect)
{
    public async Task<bool> IsCurrent(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Database.CanConnectAsync(stop) && !(await db.Database.GetPendingMigrationsAsync(stop)).Any();
    }

    /// <summary>Whether there is anything of ours, of whatever version.</summary>
    public async Task<bool> Exists(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        return await db.Database.CanConnectAsync(stop) && (await db.Database.GetAppliedMigrationsAsync(stop)).Any();
    }

    public async Task Migrate(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        await dialect.Prepare(db, stop);
        await db.Database.MigrateAsync(stop);
        await db.Database.ExecuteSqlRawAsync(dialect.TriggerScript, stop);
    }
}
