using System.Data.Common;
using System.Globalization;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>What somebody with a database shell could try, on a connection like the program's own.</summary>
internal static class RawSql
{
    private static readonly string[] Watched =
        ["tickets", "messages", "received_mails", "outbox", "promise_ends", "facts", "obstacles", "duties", "agents", "active_agents", "company", "erasures"];

    public static async Task<int> Raw(this TestDatabase database, string sql)
    {
        await using var db = database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(TestDatabase.Stop);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = sql;
        var rows = await command.ExecuteNonQueryAsync(TestDatabase.Stop);
        await transaction.CommitAsync(TestDatabase.Stop);
        return rows;
    }

    /// <summary>The database says no, for this reason, and every row is as it was.</summary>
    public static async Task ShouldRefuse(this TestDatabase database, string sql, string because)
    {
        var before = await database.Everything();

        var refusal = await Should.ThrowAsync<DbException>(() => database.Raw(sql));

        refusal.Message.ShouldContain(because, Case.Insensitive);
        (await database.Everything()).ShouldBe(before);
    }

    /// <summary>A statement that inserts a copy of a row, but for some of its columns.</summary>
    public static string CopyOf(this TestDatabase database, string table, string where, params (string Column, string Value)[] but)
    {
        using var db = database.Open();
        var columns = db.Model.GetEntityTypes().Where(e => e.GetTableName() == table).SelectMany(ColumnsOf).Distinct().ToArray();
        var values = columns.Select(c => but.FirstOrDefault(b => b.Column == c).Value ?? c);
        return $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} WHERE {where}";
    }

    public static async Task<string> Everything(this TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(TestDatabase.Stop);
        var lines = new List<string>();
        foreach (var table in Watched)
            lines.AddRange(await Rows(db, table));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> ColumnsOf(ITypeBase type) => type.GetDeclaredProperties()
        .Where(p => p.GetComputedColumnSql() is null)
        .Select(p => p.GetColumnName())
        .Concat(type.GetDeclaredComplexProperties().SelectMany(c => ColumnsOf(c.ComplexType)));

    private static async Task<List<string>> Rows(LupausDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
        await using var reader = await command.ExecuteReaderAsync(TestDatabase.Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestDatabase.Stop))
            rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)))}");
        return rows;
    }
}
