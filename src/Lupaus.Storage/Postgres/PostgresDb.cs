using Lupaus.Storage.Ground.Foundations;

namespace Lupaus.Storage.Postgres;

public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : LupausDb(options);
