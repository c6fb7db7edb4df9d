using System.Data.Common;
using Lupaus.Storage.Ground.Foundations;
using Npgsql;

namespace Lupaus.Storage.Postgres;

public sealed class PostgresDialect : Dialect
{
    public override string Name => "PostgreSQL";

    // What a trigger refuses (raises) was right by the rules on the data that was read: somebody has changed it since.
    protected override bool IsConflict(Exception exception) => exception is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.RaiseException,
    };

    public override string TextIn(string column, string member) => $"({column}::jsonb ->> '{member}')";

    public override string InstantIn(string column, string member) => $"({column}::jsonb ->> '{member}')::timestamptz";

    public override async Task<IReadOnlyList<string>> TriggersIn(LupausDb db, CancellationToken stop) =>
        await db.Database.SqlQueryRaw<string>("SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'").ToListAsync(stop);

    public override string DropTrigger(string trigger, string table) => $"DROP TRIGGER IF EXISTS {trigger} ON {table}";

    public override async Task Pour(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken stop)
    {
        await using var import = await ((NpgsqlConnection)connection).BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in rows)
        {
            await import.StartRowAsync(stop);
            foreach (var value in row)
                await (value is null ? import.WriteNullAsync(stop) : import.WriteAsync(value, stop));
        }
        await import.CompleteAsync(stop);
    }
}
