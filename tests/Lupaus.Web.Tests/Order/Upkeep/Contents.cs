using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lupaus.Web.Tests.Order.Upkeep;

/// <summary>Every row of every table as text, the same from either database; read past the program, which might forget a table.</summary>
internal static class Contents
{
    private static readonly string[] NotCarried = ["__EFMigrationsHistory", "__EFMigrationsLock", "promise_debts", "restorations"];

    public static async Task<IReadOnlyList<string>> Of(string connection)
    {
        await using DbConnection database = connection.StartsWith("Data Source", StringComparison.Ordinal) ? new SqliteConnection($"{connection};Pooling=False") : new NpgsqlConnection(connection);
        await database.OpenAsync();
        var tables = await Ask(database, database is SqliteConnection
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", r => r.GetString(0));
        var all = new List<string>();
        foreach (var table in tables.Except(NotCarried).Where(t => !t.StartsWith("search_", StringComparison.Ordinal)))
            all.AddRange([table, .. (await Ask(database, $"SELECT * FROM \"{table}\"", Row)).Select(row => $"{table}: {row}")]);
        return [.. all.Order(StringComparer.Ordinal)];
    }

    /// <summary>Says only what differs.</summary>
    public static async Task ShouldHold(this string connection, IReadOnlyList<string> expected)
    {
        var here = await Of(connection);
        expected.Except(here).ShouldBeEmpty("missing");
        here.Except(expected).ShouldBeEmpty("too much");
        here.Count.ShouldBe(expected.Count);
    }

    private static async Task<List<T>> Ask<T>(DbConnection database, string sql, Func<DbDataReader, T> read)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }

    private static string Row(DbDataReader row) => string.Join('|', Enumerable.Range(0, row.FieldCount)
        .Select(i => (Name: row.GetName(i), Text: row.IsDBNull(i) ? "-" : Text(row.GetValue(i)))).OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"{c.Name}={c.Text}"));

    private static string Text(object value) => value switch
    {
        bool yes => yes ? "1" : "0",
        DateTime at => at.Ticks.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToHexString(bytes),
        string text when text.StartsWith('{') => Json(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // PostgreSQL keeps the meaning of a document, and not its spaces and the order of its members.
    private static string Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return string.Join(',', document.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}:{p.Value}"));
    }
}
