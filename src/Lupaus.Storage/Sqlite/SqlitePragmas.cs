using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lupaus.Storage.Sqlite;

/// <summary>Settings that SQLite keeps per connection.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // FULL: an acknowledged write survives a power cut. The cache is in KiB when negative: 8 MiB a connection.
    private const string Settings = "PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000; PRAGMA synchronous = FULL; PRAGMA cache_size = -8192; PRAGMA recursive_triggers = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
