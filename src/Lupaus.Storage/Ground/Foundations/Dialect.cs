using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lupaus.Storage.Ground.Foundations;

/// <summary>Where the two databases differ. Nothing else asks which one it is.</summary>
public abstract class Dialect
{
    public abstract string Name { get; }

    /// <summary>Waits for one's turn to write; disposing gives it on. Databases that queue writers themselves need none.</summary>
    public virtual ValueTask<IDisposable?> WriteTurn(CancellationToken stop) => ValueTask.FromResult<IDisposable?>(null);

    /// <summary>
    /// Whether saving failed because somebody else changed the same thing first, so that doing it all again on fresh
    /// data is right.
    /// </summary>
    public bool SomeoneWasFaster(Exception exception) =>
        exception is DbUpdateConcurrencyException || Causes(exception).Any(cause => IsConflict(cause) || cause.Message.Contains(EndedMeanwhile, StringComparison.Ordinal));

    // Two answer at once: the end of the promise is stored before the ticket, so a trigger notices before the ticket's version does.
    private const string EndedMeanwhile = "only a live promise ends";

    protected abstract bool IsConflict(Exception exception);

    /// <summary>Names of the triggers that have to be there.</summary>
    public abstract Task<IReadOnlyList<string>> TriggersIn(LupausDb db, CancellationToken stop);

    /// <summary>SQL for a member of the JSON in a column, as text.</summary>
    public abstract string TextIn(string column, string member);

    /// <summary>SQL for a member of the JSON in a column, as an instant is stored.</summary>
    public abstract string InstantIn(string column, string member);

    /// <summary>SQL that takes a trigger away.</summary>
    public abstract string DropTrigger(string trigger, string table);

    /// <summary>Takes every trigger away, until <see cref="TriggerScript"/> puts them back: in one transaction, so that nobody else sees the tables without.</summary>
    public abstract Task TakeTriggersAway(LupausDb db, CancellationToken stop);

    /// <summary>Deletes every row of these tables, given in the order in which they would be filled; in a transaction, with the triggers away.</summary>
    public abstract Task Empty(LupausDb db, IReadOnlyList<string> tables, CancellationToken stop);

    /// <summary>Begins a transaction that sees one moment of these tables, however long it looks.</summary>
    public abstract Task<IDbContextTransaction> OneMoment(LupausDb db, IReadOnlyList<string> tables, CancellationToken stop);

    /// <summary>Writes the whole database into this empty file, as it is at one moment, where the database can do so itself; otherwise false.</summary>
    public virtual Task<bool> CopyInto(string file, LupausDb db, CancellationToken stop) => Task.FromResult(false);

    /// <summary>After a great many rows have come at once: what the database wants to know about them to answer well.</summary>
    public virtual Task GatherStatistics(LupausDb db, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Many rows into one table, as fast as the database takes them.</summary>
    public abstract Task Pour(DbConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken stop);

    /// <summary>After rows came while the triggers were away: what those would have kept up.</summary>
    public virtual Task AfterPouring(LupausDb db, CancellationToken stop) => Task.CompletedTask;

    /// <summary>
    /// Hears what other processes on the same database pass on, until stopped: the ids of facts they have stored, and
    /// words they send. A database that lives in one process has nobody to hear.
    /// </summary>
    public virtual Task Listen(Func<PassedOn, Task> hear, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Sends words to the other processes on the same database; of the moment, and not stored.</summary>
    public virtual Task Send(LupausDb db, string words, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Before the first table: what a new database file needs.</summary>
    public virtual Task Prepare(LupausDb db, CancellationToken stop) => Task.CompletedTask;

    /// <summary>The triggers, and whatever else no migration knows, as one script that can be run again and again.</summary>
    public virtual string TriggerScript
    {
        get
        {
            using var stream = GetType().Assembly.GetManifestResourceStream($"{GetType().Namespace}.triggers.sql")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    private static IEnumerable<Exception> Causes(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception;
    }
}

/// <summary>What another process passed on: the ids of facts it stored, or words of the moment.</summary>
public sealed record PassedOn(IReadOnlyList<long> Facts, string? Words);

/// <summary>A JSON document among the values poured into a table, since PostgreSQL has a type of its own for it.</summary>
public sealed record JsonText(string Text);
