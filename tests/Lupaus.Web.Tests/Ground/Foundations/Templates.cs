using Lupaus.Storage;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Foundations;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Templates))]

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>One migrated database of each kind, with the company in it: each test gets a copy, which is much faster.</summary>
public sealed class Templates : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lupaus-").FullName;
    private readonly Lazy<Task<Satama>> sqlite;
    private readonly Lazy<Task<(Postgres Database, Satama Company)>> postgres;
    private readonly Lazy<Task<Postgres>> emptyPostgres = new(async () =>
    {
        var database = await Postgres.Empty();
        await Migrate(database.Connection);
        return database;
    });

    public Templates()
    {
        sqlite = new(() => Fill($"Data Source={SqliteFile}"));
        postgres = new(async () =>
        {
            var database = await Postgres.Empty();
            return (database, await Fill(database.Connection));
        });
    }

    internal static async ValueTask<Templates> Ours() => (await TestContext.Current.GetFixture<Templates>())!;

    /// <summary>A fresh copy: its connection, what is in it, and how to be rid of it.</summary>
    internal async Task<(string Connection, Satama Company, Func<ValueTask> Drop)> Copy(string database)
    {
        if (database == TestDatabase.Sqlite)
        {
            var company = await sqlite.Value;
            var file = Path.Combine(folder, $"{Guid.NewGuid():N}.db");
            File.Copy(SqliteFile, file);
            return ($"Data Source={file}", company, () => Delete(file));
        }
        var template = await postgres.Value;
        var copy = await template.Database.Copy();
        return (copy.Connection, template.Company, copy.DisposeAsync);
    }

    /// <summary>A PostgreSQL database that is migrated and has nobody in it.</summary>
    internal async Task<Postgres> EmptyPostgres() => await (await emptyPostgres.Value).Copy();

    public async ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        if (postgres.IsValueCreated && postgres.Value.IsCompletedSuccessfully)
            await (await postgres.Value).Database.DisposeAsync();
        if (emptyPostgres.IsValueCreated && emptyPostgres.Value.IsCompletedSuccessfully)
            await (await emptyPostgres.Value).DisposeAsync();
    }

    private string SqliteFile => Path.Combine(folder, "template.db");

    private static async Task<Satama> Fill(string connection)
    {
        await using var services = new ServiceCollection().AddStorage(connection).BuildServiceProvider();
        await services.GetRequiredService<Schema>().Migrate(CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        var company = await Satama.OpensIn(db, CancellationToken.None);
        await db.Database.CloseConnectionAsync();
        LetGo(connection);
        return company;
    }

    private static async Task Migrate(string connection)
    {
        await using var services = new ServiceCollection().AddStorage(connection).BuildServiceProvider();
        await services.GetRequiredService<Schema>().Migrate(CancellationToken.None);
    }

    private static ValueTask Delete(string file)
    {
        LetGo($"Data Source={file}");
        foreach (var part in new[] { file, $"{file}-wal", $"{file}-shm" })
            File.Delete(part);
        return ValueTask.CompletedTask;
    }

    // The last connection that closes writes the log into the file; a pooled one would keep it open.
    private static void LetGo(string connection)
    {
        if (!connection.StartsWith("Data Source", StringComparison.Ordinal))
            return;
        using var open = new SqliteConnection(connection);
        SqliteConnection.ClearPool(open);
    }
}
