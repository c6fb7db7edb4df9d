using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lupaus.Storage.Order.Upkeep;

internal static class Copying
{
    /// <summary>
    /// Everything in the one database takes the place of everything in the other, in the transaction that is open there.
    /// The triggers watch how things come to be one by one, and what comes here has its history behind it: they go and come
    /// back in that same transaction. What is made of other rows is left empty, to be made anew. Whoever calls looks that all is as it must be before committing.
    /// </summary>
    public static async Task TakePlaceOf(this LupausDb from, LupausDb into, Dialect dialect, CancellationToken stop)
    {
        var (sources, targets) = (StoredTable.InOrder(from.Model), StoredTable.InOrder(into.Model));
        await dialect.TakeTriggersAway(into, stop);
        await dialect.Empty(into, [.. targets.Select(t => t.Name)], stop);
        await from.Database.OpenConnectionAsync(stop);
        foreach (var target in targets.Where(t => !t.IsDerived))
        {
            var rows = sources.First(s => s.Name == target.Name).Rows(from.Database.GetDbConnection(), target, from.Database.CurrentTransaction?.GetDbTransaction());
            await dialect.Pour(into.Database.GetDbConnection(), target.Name, [.. target.Columns.Select(c => c.Name)], rows, stop);
        }
        await into.Database.ExecuteSqlRawAsync(dialect.TriggerScript, stop);
        await dialect.AfterPouring(into, stop);
    }
}
