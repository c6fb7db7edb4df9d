using System.Data.Common;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lupaus.Storage.Sqlite;

public sealed class SqliteDialect : Dialect, IDisposable
{
    // result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintForeignKey = 787;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintTrigger = 1811;
    private const int ConstraintUnique = 2067;

    private readonly SemaphoreSlim gate = new(1);

    public override string Name => "SQLite";

    public override string TriggerScript => SqliteSearch.Table + SqlitePeople.Table + base.TriggerScript;

    /// <summary>SQLite's own waiters sleep in steps and starve each other; in line before the door everybody gets in.</summary>
    public override async ValueTask<IDisposable?> WriteTurn(CancellationToken stop)
    {
        await gate.WaitAsync(stop);
        return new Turn(gate);
    }

    // What a trigger refuses was right by the rules on the data that was read: somebody has changed it since.
    protected override bool IsConflict(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: Busy or Locked } or SqliteException { SqliteExtendedErrorCode: ConstraintForeignKey or ConstraintPrimaryKey or ConstraintUnique or ConstraintTrigger };

    public override async Task<IReadOnlyList<string>> TriggersIn(LupausDb db, CancellationToken stop) =>
        await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync(stop);

    public override string TextIn(string column, string member) => $"CAST(json_extract({column}, '$.{member}') AS TEXT)";

    // Julian days to ticks since the year 1; SQLite's own precision is a millisecond, as ours.
    public override string InstantIn(string column, string member) =>
        $"CAST(round((julianday(json_extract({column}, '$.{member}')) - 1721425.5) * 86400000) AS INTEGER) * 10000";

    public override async Task Prepare(LupausDb db, CancellationToken stop)
    {
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", stop);
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            await TakeTriggersAway(db, stop);
    }

    // A migration that changes a table makes it anew and renames it, which SQLite refuses while a trigger elsewhere speaks
    // of it. The script that runs after the migrations puts all of them back.
    public override async Task TakeTriggersAway(LupausDb db, CancellationToken stop)
    {
        var away = string.Concat((await TriggersIn(db, stop)).Select(trigger => $"DROP TRIGGER {trigger};"));
        if (away.Length > 0)
            await db.Database.ExecuteSqlRawAsync(away, stop);
    }

    public override async Task Empty(LupausDb db, IReadOnlyList<string> tables, CancellationToken stop)
    {
        var empty = "PRAGMA defer_foreign_keys = ON;" + string.Concat(tables.Reverse().Select(t => $"DELETE FROM \"{t}\";")) +
            "INSERT INTO search_tokens (search_tokens) VALUES ('delete-all');" + SqlitePeople.Anew; // the triggers that would do it are away
        await db.Database.ExecuteSqlRawAsync(empty, stop);
    }

    public override Task AfterPouring(LupausDb db, CancellationToken stop) => db.Database.ExecuteSqlRawAsync(SqlitePeople.Anew, stop);

    // Whoever reads in a transaction reads one moment of the file.
    public override Task<IDbContextTransaction> OneMoment(LupausDb db, IReadOnlyList<string> tables, CancellationToken stop) => db.Database.BeginTransactionAsync(stop);

    public override async Task<bool> CopyInto(string file, LupausDb db, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", stop);
        return true;
    }

    public override string DropTrigger(string trigger, string table) => $"DROP TRIGGER IF EXISTS {trigger}";

    /// <summary>One statement, prepared once.</summary>
    public override Task Pour(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken stop)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        foreach (var i in Enumerable.Range(0, columns.Count))
            insert.Parameters.Add(new SqliteParameter($"$p{i}", null));
        insert.Prepare();
        foreach (var row in rows)
        {
            var i = 0;
            foreach (var value in row)
                insert.Parameters[i++].Value = value is JsonText json ? json.Text : value ?? DBNull.Value;
            insert.ExecuteNonQuery();
            stop.ThrowIfCancellationRequested();
        }
        return Task.CompletedTask;
    }

    public void Dispose() => gate.Dispose();

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
