using System.Data.Common;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Core.Outbox;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Storage.Ground.Foundations;
using Lupaus.Storage.Ground.People;
using Lupaus.Storage.Order.Upkeep;
using Lupaus.Storage.Postgres;
using Lupaus.Storage.Sqlite;
using Lupaus.Storage.Work.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lupaus.Storage;

public static class StorageServices
{
    /// <summary>
    /// The database: a PostgreSQL connection string ("Host=...") or a SQLite one ("Data Source=...").
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, string connection)
    {
        services.AddSingleton<Listeners>().AddSingleton<Changes>().AddSingleton<Schema>().AddSingleton<News>().AddSingleton<Forgetting>().AddSingleton<InvariantCheck>();
        services.AddSingleton<WholeCopy>().AddSingleton<WholeReplacement>();
        services.AddListener<MessageSent, WhenMessageSent>().AddListener<PromiseMade, WhenPromiseMade>().AddListener<TicketClosed, WhenTicketClosed>().AddListener<TicketMerged, WhenTicketMerged>().AddListener<TicketClosed, WhenSetAside>();
        services.AddListener<CopySent, WhenCopySent>().AddListener<ParticipantLeft, WhenCopySent>();
        services.AddListener<AgentInvited, WhenWayInAsked>().AddListener<InvitationRenewed, WhenWayInAsked>().AddListener<RecoveryAsked, WhenWayInAsked>();
        if (IsPostgres(connection))
        {
            services.AddSingleton<Dialect>(new PostgresDialect(connection)).AddSingleton<SearchDialect, PostgresSearch>().AddSingleton<PeopleDialect, PostgresPeople>();
            services.AddPooledDbContextFactory<PostgresDb>(o => o.UseNpgsql(Prepared(connection)).Common());
            services.AddSingleton<IDbContextFactory<LupausDb>, Databases<PostgresDb>>();
        }
        else
        {
            services.AddSingleton<Dialect, SqliteDialect>().AddSingleton<SearchDialect, SqliteSearch>().AddSingleton<PeopleDialect, SqlitePeople>();
            services.AddPooledDbContextFactory<SqliteDb>(o => o.UseSqlite(connection).ReplaceService<IMigrationsSqlGenerator, TypedComputedColumns>().AddInterceptors(new SqlitePragmas()).Common());
            services.AddSingleton<IDbContextFactory<LupausDb>, Databases<SqliteDb>>();
        }
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContext());
        return services;
    }

    /// <summary>Why this is no connection string, in the provider's words; null when it is one.</summary>
    public static string? WhatIsWrongIn(string connection)
    {
        try
        {
            _ = IsPostgres(connection) ? (DbConnectionStringBuilder)new NpgsqlConnectionStringBuilder(connection) : new SqliteConnectionStringBuilder(connection);
            return null;
        }
        catch (ArgumentException e)
        {
            return e.Message.OneLine().TrimEnd('.');
        }
    }

    private static bool IsPostgres(string connection) => connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What is asked again and again is planned once per connection, and not compiled: our questions are small, and
    /// compiling one took a hundred times as long as answering it. A setting in the connection string goes before; a
    /// pooler between us and the database may need "Max Auto Prepare=0".
    /// </summary>
    internal static string Prepared(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        if (!connection.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 3);
        settings.Options ??= "-c jit=off";
        return settings.ConnectionString;
    }

    private static void Common(this DbContextOptionsBuilder options) =>
        // A ticket's few obstacles and duties come in the ticket's own query. Whether a migration is missing is for a test
        // to find out: at every start it would build the model a second time.
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning, RelationalEventId.PendingModelChangesWarning));

    private sealed class Databases<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<LupausDb> where TDb : LupausDb
    {
        public LupausDb CreateDbContext() => factory.CreateDbContext();

        public async Task<LupausDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }
}
