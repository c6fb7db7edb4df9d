using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lupaus.Storage.Order.Upkeep;

/// <summary>
/// Writes many finished things at once, past EF's bookkeeping: histories that were lived elsewhere, facts, outbox and all.
/// Nobody listens, so whoever calls has to bring everything that belongs together in one go.
/// </summary>
public sealed class Bulk(IDbContextFactory<LupausDb> databases, Dialect dialect)
{
    // These watch how things come to be one by one, and what comes here has its history behind it. Dropping them and
    // putting them back are part of the same transaction, so nobody else ever sees the tables without.
    private static readonly (string Trigger, string Table)[] WatchingBeginnings =
        [("tickets_begin_open", "tickets"), ("promise_ends_was_live", "promise_ends"), ("promise_ends_is_not_live", "promise_ends")];

    /// <summary>In the order given, which has to suit the foreign keys; one transaction.</summary>
    public async Task Pour(IEnumerable<IReadOnlyCollection<object>> batches, CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        using var turn = await dialect.WriteTurn(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var (trigger, table) in WatchingBeginnings)
            await db.Database.ExecuteSqlRawAsync(dialect.DropTrigger(trigger, table), stop);
        foreach (var rows in batches.Where(b => b.Count > 0))
        {
            var type = db.Model.FindEntityType(rows.First().GetType())!;
            var columns = ColumnsOf(type).ToArray();
            await dialect.Pour(db.Database.GetDbConnection(), type.GetTableName()!, [.. columns.Select(c => c.Name)], rows.Select(r => columns.Select(c => c.Of(r))), stop);
        }
        await db.Database.ExecuteSqlRawAsync(dialect.TriggerScript, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Once it has all come: a database that has just been filled doesn't know yet how to look things up.</summary>
    public async Task Finish(CancellationToken stop)
    {
        await using var db = await databases.CreateDbContextAsync(stop);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await dialect.GatherStatistics(db, stop);
    }

    private sealed record Column(string Name, Func<object, object?> Of);

    private static IEnumerable<Column> ColumnsOf(IEntityType type) =>
    [
        .. type.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(p => ColumnOf(p, p.IsShadowProperty() ? Shadow(p) : p.GetGetter().GetClrValue)),
        .. type.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties().Select(p => ColumnOf(p, Inside(c.GetGetter().GetClrValue, p.GetGetter().GetClrValue)))),
    ];

    private static Column ColumnOf(IProperty property, Func<object, object?> value)
    {
        var stored = property.GetTypeMapping().Converter?.ConvertToProvider;
        return new Column(property.GetColumnName(), row => value(row) is { } clr ? stored is null ? clr : stored(clr) : null);
    }

    private static Func<object, object?> Inside(Func<object, object?> complex, Func<object, object?> value) =>
        row => complex(row) is { } part ? value(part) : null;

    /// <summary>What listeners would have set beside the thing itself.</summary>
    private static Func<object, object?> Shadow(IProperty property) => property.Name switch
    {
        MessageMap.SentAs => row => row is Message { Direction: Direction.ToCustomer } message ? message.Id : null,
        TicketMap.LiveToldIn => row => ((Ticket)row).Promise?.ToldIn,
        _ => throw new NotSupportedException($"Nobody has said where {property.DeclaringType.DisplayName()}.{property.Name} comes from."),
    };
}
