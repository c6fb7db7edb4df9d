using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using Lupaus.Storage.Ground.Foundations;
using Npgsql;

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
