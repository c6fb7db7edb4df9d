using System.Security.Cryptography;
using System.Text;
using Lupaus.Storage;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Tests.Ground;
using Lupaus.Web.Tests.Pages.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Lupaus.Web.Tests.Order.Upkeep;

public sealed class BigDemoTests
{
    private static readonly DateTimeOffset Now = House.MondayAtTen;

    [Fact]
    public async Task The_same_seed_gives_the_same_company_on_both_databases()
    {
        await using var postgres = await Postgres.Empty();

        var here = await Fill(null, 300, 7);
        var there = await Fill(postgres.Connection, 300, 7);
        var other = await Fill(null, 300, 8);

        there.ShouldBe(here);
        other.ShouldNotBe(here);
    }

    [Fact]
    public async Task A_big_company_is_like_a_real_one()
    {
        using var lupaus = new Terminal();
        await lupaus.Run("demo", "--tickets", "1000", "--seed", "3");

        await using var rooms = Demo.Rooms(lupaus.Settings, new DemoClock(DateTimeOffset.UtcNow));
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        (await db.Tickets.CountAsync()).ShouldBe(1000);
        (await db.Tickets.CountAsync(t => t.Closure == null)).ShouldBeInRange(40, 60);
        (await db.Tickets.CountAsync(t => t.Closure == null && t.Promise!.Due < t.LastWordAt)).ShouldBe(0);
        (await db.Messages.CountAsync()).ShouldBeInRange(9_000, 11_000);
        (await db.People.CountAsync()).ShouldBeInRange(250, 350);
    }

    [Fact]
    public async Task PostgreSQL_knows_its_tables_once_they_are_filled()
    {
        await using var postgres = await Postgres.Empty();

        await Fill(postgres.Connection, 300, 7);

        await using var connection = new NpgsqlConnection(postgres.Connection);
        await connection.OpenAsync();
        await using var known = new NpgsqlCommand("SELECT reltuples::int FROM pg_class WHERE relname = 'tickets'", connection);
        (await known.ExecuteScalarAsync()).ShouldBe(300);
    }

    private static async Task<string> Fill(string? connection, int tickets, int seed)
    {
        using var lupaus = new Terminal(connection);
        (await lupaus.Run("migrate")).Exit.ShouldBe(0);
        await BigDemo.Fill(lupaus.Settings, tickets, seed, Now, default);
        await using var rooms = Demo.Rooms(lupaus.Settings, new DemoClock(Now));
        (await rooms.GetRequiredService<InvariantCheck>().Look(default)).ShouldBeEmpty();
        await using var db = await rooms.GetRequiredService<IDbContextFactory<LupausDb>>().CreateDbContextAsync();
        var messages = await db.Messages.Join(db.Tickets, m => m.TicketId, t => t.Id, (m, t) => new { t.Reference, m.At, m.Body, t.PromisesMade, t.PromisesBroken })
            .ToListAsync();
        var text = new StringBuilder();
        foreach (var line in messages.Select(m => $"{m.Reference} {m.At.UtcTicks} {m.PromisesMade} {m.PromisesBroken} {m.Body}").Order(StringComparer.Ordinal))
            text.AppendLine(line);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
