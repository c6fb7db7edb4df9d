using Lupaus.Core.Tickets;
using Lupaus.Storage;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Ground.Foundations;

/// <summary>A database of one test's own, migrated and with the company in it, gone when the test is done.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "SQLite";
    public const string PostgreSql = "PostgreSQL";

    private readonly ServiceProvider services;
    private readonly Func<ValueTask> drop;

    private TestDatabase(ServiceProvider services, Satama company, Func<ValueTask> drop) => (this.services, Company, this.drop) = (services, company, drop);

    public Satama Company { get; }

    public Changes Changes => services.GetRequiredService<Changes>();

    public Dialect Dialect => services.GetRequiredService<Dialect>();

    public Task<IReadOnlyList<Violation>> Violations => services.GetRequiredService<InvariantCheck>().Look(Stop);

    public Schema Schema => services.GetRequiredService<Schema>();

    public IDbContextFactory<LupausDb> Contexts => services.GetRequiredService<IDbContextFactory<LupausDb>>();

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<TestDatabase> On(string database, Action<IServiceCollection>? alsoWith = null)
    {
        var (connection, company, drop) = await (await Templates.Ours()).Copy(database);
        var services = new ServiceCollection().AddStorage(connection);
        alsoWith?.Invoke(services);
        return new TestDatabase(services.BuildServiceProvider(), company, drop);
    }

    public LupausDb Open() => Contexts.CreateDbContext();

    public async Task<T> Ask<T>(Func<LupausDb, Task<T>> question)
    {
        await using var db = Open();
        return await question(db);
    }

    public Task Change(TicketId id, Action<Ticket> change) => Changes.Make(async db => change(await db.Tickets.One(id, Stop)), Stop);

    /// <summary>The ticket with all that was ever said and promised in it.</summary>
    public Task<Ticket> Read(TicketId id) => Ask(db => db.Tickets.AsNoTracking()
        .Include(t => t.Messages.OrderBy(m => m.Id)).Include(t => t.PromiseEnds.OrderBy(e => e.Number)).Include(t => t.PromiseWords).AsSplitQuery().SingleAsync(t => t.Id == id, Stop));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await drop();
    }
}
