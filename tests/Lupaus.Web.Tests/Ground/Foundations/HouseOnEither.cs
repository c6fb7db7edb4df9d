using Microsoft.AspNetCore.Builder;

namespace Lupaus.Web.Tests.Ground.Foundations;

internal static class HouseOnEither
{
    extension(House)
    {
        /// <summary>The same house on SQLite or on PostgreSQL.</summary>
        public static async Task<House> On(string database, Action<WebApplicationBuilder>? also = null)
        {
            if (database == TestDatabase.Sqlite)
                return await House.Open(also: also);
            var postgres = await (await Templates.Ours()).EmptyPostgres();
            var house = await House.Open(postgres.Connection, also: also);
            house.WhenLeft = postgres.DisposeAsync;
            return house;
        }
    }
}
