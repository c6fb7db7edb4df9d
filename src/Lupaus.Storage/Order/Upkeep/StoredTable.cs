using System.Data.Common;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lupaus.Storage.Order.Upkeep;

/// <summary>A table of the model as its rows are copied: the columns that are written, without the computed ones.</summary>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns)
{
    /// <summary>The entries of the search index are made of the messages, and the index itself is each database's own.</summary>
    public bool IsDerived => Name == "search_entries";

    /// <summary>Those that are referred to before those that refer to them.</summary>
    public static IReadOnlyList<StoredTable> InOrder(IModel model)
    {
        var ordered = new List<ITable>();
        void Add(ITable table)
        {
            if (ordered.Contains(table))
                return;
            foreach (var key in table.ForeignKeyConstraints.Where(k => k.PrincipalTable != table))
                Add((ITable)key.PrincipalTable);
            ordered.Add(table);
        }
        foreach (var table in model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
            Add(table);
        return [.. ordered.Select(t => new StoredTable(t.Name, [.. t.Columns.Where(IsWritten).OrderBy(c => c.Name, StringComparer.Ordinal).Select(StoredColumn.Of)]))];
    }

    public IEnumerable<object?[]> Rows(DbConnection connection, StoredTable into, DbTransaction? transaction)
    {
        var columns = Columns.Zip(into.Columns).ToArray();
        using var select = connection.CreateCommand();
        select.Transaction = transaction;
        select.CommandTimeout = (int)TimeSpan.FromHours(1).TotalSeconds;
        select.CommandText = $"SELECT {string.Join(", ", Columns.Select(c => $"\"{c.Name}\""))} FROM \"{Name}\"";
        using var reader = select.ExecuteReader();
        while (reader.Read())
            yield return [.. columns.Select((c, i) => c.First.Read(reader, i, c.Second))];
    }

    private static bool IsWritten(IColumn column) => column.PropertyMappings.All(m => m.Property.GetComputedColumnSql() is null);
}

/// <param name="Kind">What the database's driver takes and gives.</param>
internal sealed record StoredColumn(string Name, Type Kind)
{
    // A column without properties of its own holds a whole thing as JSON.
    public static StoredColumn Of(IColumn column) =>
        new(column.Name, column.PropertyMappings.FirstOrDefault()?.TypeMapping is { } mapping ? Bare(mapping.Converter?.ProviderClrType ?? mapping.ClrType) : typeof(JsonText));

    /// <summary>The value as the same column of the other database takes it.</summary>
    public object? Read(DbDataReader reader, int i, StoredColumn into) =>
        reader.IsDBNull(i) ? null :
        Kind == typeof(string) ? reader.GetString(i) :
        Kind == typeof(JsonText) ? new JsonText(reader.GetString(i)) :
        Kind == typeof(long) ? into.Kind == typeof(DateTimeOffset) ? new DateTimeOffset(reader.GetInt64(i), TimeSpan.Zero) : reader.GetInt64(i) :
        Kind == typeof(DateTimeOffset) ? into.Kind == typeof(long) ? reader.GetFieldValue<DateTimeOffset>(i).UtcTicks : reader.GetFieldValue<DateTimeOffset>(i) :
        Kind == typeof(int) ? reader.GetInt32(i) :
        Kind == typeof(short) ? reader.GetInt16(i) :
        Kind == typeof(bool) ? reader.GetBoolean(i) :
        Kind == typeof(double) ? reader.GetDouble(i) :
        Kind == typeof(decimal) ? reader.GetDecimal(i) :
        Kind == typeof(byte[]) ? reader.GetFieldValue<byte[]>(i) :
        Kind == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(i) :
        Kind == typeof(TimeOnly) ? reader.GetFieldValue<TimeOnly>(i) :
        Kind == typeof(TimeSpan) ? reader.GetFieldValue<TimeSpan>(i) :
        Kind == typeof(Guid) ? reader.GetGuid(i) :
        throw new NotSupportedException($"Nobody has said how {Name}, which is {Kind.Name}, is copied.");

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) is { } value ? value : type;
}
