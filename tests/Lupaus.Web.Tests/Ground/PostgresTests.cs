using Npgsql;

namespace Lupaus.Web.Tests.Ground;

public sealed class PostgresTests
{
    [Fact]
    public async Task A_copy_begins_with_what_was_there_and_goes_its_own_way()
    {
        await using var original = await Postgres.Empty();
        await Ask(original, "CREATE TABLE words AS SELECT 'lupaus' AS word");

        await using var copy = await original.Copy();
        await Ask(copy, "INSERT INTO words VALUES ('asia')");

        (await Ask(copy, "SELECT count(*) FROM words")).ShouldBe(2L);
        (await Ask(original, "SELECT count(*) FROM words")).ShouldBe(1L);
    }

    private static async Task<object?> Ask(Postgres database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
