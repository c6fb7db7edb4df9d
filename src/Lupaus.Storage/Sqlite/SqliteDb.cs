using Lupaus.Storage.Ground.Foundations;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lupaus.Storage.Sqlite;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : LupausDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite can't compare DateTimeOffset; UTC ticks it can.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(t => t.UtcTicks, t => new DateTimeOffset(t, TimeSpan.Zero));
}
