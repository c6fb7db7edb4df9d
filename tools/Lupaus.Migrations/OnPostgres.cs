using Lupaus.Storage.Postgres;

namespace Lupaus.Migrations;

internal sealed class OnPostgres : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql().Options);
}
