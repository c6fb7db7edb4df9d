using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>Counts what is asked of the database, one by one.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private int count;

    /// <summary>How many it took to do this.</summary>
    public async Task<int> In(Func<Task> act)
    {
        Volatile.Write(ref count, 0);
        await act();
        return Volatile.Read(ref count);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Counted(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(result));

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Counted(result));

    private T Counted<T>(T result)
    {
        Interlocked.Increment(ref count);
        return result;
    }
}
