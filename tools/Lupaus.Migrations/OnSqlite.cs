using Lupaus.Storage.Sqlite;

namespace Lupaus.Migrations;

// Writing a migration compares models; it never opens the database.
internal sealed class OnSqlite : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite().Options);
}
