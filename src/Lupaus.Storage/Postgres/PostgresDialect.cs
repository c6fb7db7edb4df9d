using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Lupaus.Storage.Postgres;

public sealed class PostgresDialect(string connectionString) : Dialect
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

    public override async Task TakeTriggersAway(LupausDb db, CancellationToken stop)
    {
        const string All =
            """
            SELECT coalesce(string_agg(format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass), '; '), '') AS "Value"
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace
            """;
        await db.Database.ExecuteSqlRawAsync((await db.Database.SqlQueryRaw<string>(All).ToListAsync(stop))[0], stop);
    }

    public override async Task Empty(LupausDb db, IReadOnlyList<string> tables, CancellationToken stop)
    {
        var empty = $"TRUNCATE {Named(tables)}";
        await db.Database.ExecuteSqlRawAsync(empty, stop);
    }

    /// <summary>The tables are held first: emptying one (a restore) would otherwise show through even here.</summary>
    public override async Task<IDbContextTransaction> OneMoment(LupausDb db, IReadOnlyList<string> tables, CancellationToken stop)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        var hold = $"SET TRANSACTION READ ONLY; LOCK TABLE {Named(tables)} IN ACCESS SHARE MODE";
        await db.Database.ExecuteSqlRawAsync(hold, stop);
        return transaction;
    }

    public override async Task GatherStatistics(LupausDb db, CancellationToken stop) => await db.Database.ExecuteSqlRawAsync("ANALYZE", stop);

    private static string Named(IEnumerable<string> tables) => string.Join(", ", tables.Select(t => $"\"{t}\""));

    // The trigger facts_are_passed_on notifies the first channel.
    private const string FactsChannel = "lupaus_facts";
    private const string WordsChannel = "lupaus_words";

    public override async Task Listen(Func<PassedOn, Task> hear, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { KeepAlive = 30, Pooling = false }.ConnectionString);
        var waiting = Channel.CreateUnbounded<NpgsqlNotificationEventArgs>();
        connection.Notification += (_, notified) => waiting.Writer.TryWrite(notified);
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"LISTEN {FactsChannel}; LISTEN {WordsChannel}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        while (true)
        {
            await connection.WaitAsync(stop);
            while (waiting.Reader.TryRead(out var notified))
                await hear(notified.Channel == WordsChannel ? new PassedOn([], notified.Payload) : new PassedOn([.. notified.Payload.Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture))], null));
        }
    }

    public override async Task Send(LupausDb db, string words, CancellationToken stop) =>
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({WordsChannel}, {words})", stop);

    public override async Task Pour(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken stop)
    {
        await using var import = await ((NpgsqlConnection)connection).BeginBinaryImportAsync($"COPY \"{table}\" ({Named(columns)}) FROM STDIN (FORMAT BINARY)", stop);
        import.Timeout = TimeSpan.FromHours(1); // foreign keys are looked at when the last row has come
        foreach (var row in rows)
        {
            await import.StartRowAsync(stop);
            foreach (var value in row)
            {
                await (value switch
                {
                    null => import.WriteNullAsync(stop),
                    JsonText json => import.WriteAsync(json.Text, NpgsqlDbType.Jsonb, stop),
                    // SQLite keeps them, and no door of ours lets them in.
                    string text when text.Contains('\0') => import.WriteAsync(text.Replace("\0", "", StringComparison.Ordinal), stop),
                    _ => import.WriteAsync(value, stop),
                });
            }
        }
        await import.CompleteAsync(stop);
    }
}
