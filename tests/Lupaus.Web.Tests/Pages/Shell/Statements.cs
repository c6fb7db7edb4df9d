using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>Counts what is asked of the database, one by one.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, bool> wide = new();
    private int count;

    /// <summary>Statements that number the rows of a whole table to take the first of a few: EF makes them of an entity's FirstOrDefault inside another question.</summary>
    public IEnumerable<string> OverWholeTables => wide.Keys;

    /// <summary>How many it took to do this.</summary>
    public async Task<int> In(Func<Task> act)
    {
        Volatile.Write(ref count, 0);
        await act();
        return Volatile.Read(ref count);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(command, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(command, result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(command, result));

    private T Counted<T>(DbCommand command, T result)
    {
        if (command.CommandText.Contains("ROW_NUMBER() OVER", StringComparison.Ordinal))
            wide[command.CommandText] = true;
        Interlocked.Increment(ref count);
        return result;
    }
}
