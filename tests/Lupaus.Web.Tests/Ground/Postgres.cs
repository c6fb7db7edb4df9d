using Lupaus.Storage;
using Npgsql;

namespace Lupaus.Web.Tests.Ground;

/// <summary>
/// A PostgreSQL database of one test's own, dropped when the test is done with it. Any of them can be copied: fill one
/// once with what takes time, and give each test a copy.
/// </summary>
internal sealed class Postgres : IAsyncDisposable
{
    private const string Variable = "LUPAUS_TEST_POSTGRES";

    private readonly string name = $"test_{Guid.NewGuid():N}";

    private Postgres() =>
        Connection = new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;

    public static bool IsThere => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable));

    public string Connection { get; }

    public static Task<Postgres> Empty() => Made("template0");

    public Task<Postgres> Copy()
    {
        LetGo();
        return Made(name);
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        // Forced: a test that failed may have left a connection open. Not cancelled: it must go when the tests are stopped, too.
        await Tell($"DROP DATABASE {name} WITH (FORCE)", CancellationToken.None);
    }

    // Not a skip: a test that silently didn't run on PostgreSQL looks the same as one that passed.
    private static string Server => IsThere
        ? Environment.GetEnvironmentVariable(Variable)!
        : throw new InvalidOperationException($"{Variable} is not set, so there is no PostgreSQL to test on. Run the tests with bin/test, which starts one.");

    private static async Task<Postgres> Made(string template)
    {
        var database = new Postgres();
        await Tell($"CREATE DATABASE {database.name} TEMPLATE {template}", TestContext.Current.CancellationToken);
        return database;
    }

    private static async Task Tell(string sql, CancellationToken stop)
    {
        await using var server = new NpgsqlConnection(Server);
        await server.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(stop);
    }

    // PostgreSQL copies only what nobody is connected to, and pooled connections stay open.
    /// <summary>Connections are pooled by their string: ours, and the one the program makes of it.</summary>
    private void LetGo()
    {
        foreach (var connection in new[] { Connection, StorageServices.Prepared(Connection) })
            NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
    }
}
