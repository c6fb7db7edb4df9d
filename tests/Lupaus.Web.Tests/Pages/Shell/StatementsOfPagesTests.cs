using Lupaus.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>Every page there is, found in the program's own table of addresses: a page of tomorrow is counted too.</summary>
public sealed class StatementsOfPagesTests
{
    private const int Most = 8;

    [Fact]
    public async Task However_much_there_is_a_page_asks_the_database_the_same_few_questions()
    {
        var statements = new Statements();
        await using var house = await House.Open(also: b => b.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(statements)));
        var world = new World(house);
        await world.Grows(4);
        var few = await Count(house, world, statements);

        await world.Grows(8);
        var many = await Count(house, world, statements);

        few.Count.ShouldBeGreaterThan(15);
        statements.OverWholeTables.Select(s => s[s.IndexOf("FROM", StringComparison.Ordinal)..]).ShouldBeEmpty();
        many.Where(page => page.Value > Most).ShouldBeEmpty();
        many.Where(page => page.Value > few[page.Key]).Select(page => $"{page.Key}: {few[page.Key]}, with more rows {page.Value}").ShouldBeEmpty();
    }

    private static async Task<Dictionary<string, int>> Count(House house, World world, Statements statements)
    {
        var (lead, guest) = (house.BrowserOf(house.Minna), house.Browser());
        var counts = new Dictionary<string, int>();
        foreach (var route in Addresses.OfPages(house))
        {
            var path = Addresses.Blank().Replace(route, blank => world.Fills(route, blank.Groups[1].Value));
            var browser = route.StartsWith("/t/", StringComparison.Ordinal) || path is "/" or "/sign-in" ? guest : lead;
            // The first time it learns what is remembered for some seconds. What it learned may end just before the next time, but not twice.
            (await browser.GetAsync(path)).StatusCode.ShouldNotBe(System.Net.HttpStatusCode.InternalServerError, path);
            counts[route] = Math.Min(await statements.In(() => browser.GetAsync(path)), await statements.In(() => browser.GetAsync(path)));
        }
        return counts;
    }
}
