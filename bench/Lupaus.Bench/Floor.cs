using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lupaus.Bench;

/// <summary>What the disk and the database do at most, one after the other: the floor under every write of ours.</summary>
internal static class Floor
{
    public static IEnumerable<(string Name, double PerSecond)> Measure(TimeSpan time)
    {
        var folder = Environment.GetEnvironmentVariable("LUPAUS__DATA") ?? "data";
        yield return ("4 KB written and on the disk (fsync)", Fsync(Path.Combine(folder, "fsync.probe"), time));
        var database = Environment.GetEnvironmentVariable("LUPAUS__DATABASE");
        yield return string.IsNullOrEmpty(database)
            ? ("a bare insert, committed (SQLite, WAL, FULL)", OnSqlite(Path.Combine(folder, "insert.probe"), time))
            : ("a bare insert, committed (PostgreSQL)", OnPostgres(database, time));
    }

    private static double Fsync(string file, TimeSpan time)
    {
        var page = new byte[4096];
        using var probe = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        return Rate(time, () =>
        {
            probe.Write(page);
            probe.Flush(flushToDisk: true);
        });
    }

    private static double OnSqlite(string file, TimeSpan time)
    {
        try
        {
            using var database = new SqliteConnection($"Data Source={file};Pooling=False");
            database.Open();
            return Inserts(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE probe (id INTEGER PRIMARY KEY, words TEXT)", time);
        }
        finally
        {
            foreach (var part in new[] { "", "-wal", "-shm" })
                File.Delete(file + part);
        }
    }

    private static double OnPostgres(string connection, TimeSpan time)
    {
        using var database = new NpgsqlConnection(connection);
        database.Open();
        try
        {
            return Inserts(database, "CREATE TABLE probe (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words TEXT)", time);
        }
        finally
        {
            using var drop = new NpgsqlCommand("DROP TABLE IF EXISTS probe", database);
            drop.ExecuteNonQuery();
        }
    }

    private static double Inserts(DbConnection database, string prepare, TimeSpan time)
    {
        using var command = database.CreateCommand();
        command.CommandText = prepare;
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO probe (words) VALUES ('Lippua ei voi lunastaa')";
        command.Prepare();
        return Rate(time, () => command.ExecuteNonQuery());
    }

    private static double Rate(TimeSpan time, Action act)
    {
        var (count, clock) = (0, Stopwatch.StartNew());
        for (; clock.Elapsed < time; count++)
            act();
        return count / clock.Elapsed.TotalSeconds;
    }
}
