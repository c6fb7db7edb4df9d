using System.Data.Common;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Pages.Desk;

public sealed class StatementCountTests
{
    private const int Most = 8;

    [Fact]
    public async Task However_much_there_is_a_page_of_the_desk_asks_the_database_at_most_eight_times()
    {
        var counter = new Counter();
        await using var house = await House.Open(also: b => b.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(counter)));
        var ticket = await house.Matter(house.Antti);
        for (var i = 0; i < 12; i++)
        {
            await house.Matter(house.Antti, $"Asiakas {i}", $"c{i}@example.fi");
            await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(5), "asia hoituu"));
            await house.CustomerWrites(ticket.Id, "Entä nyt?");
        }
        var browser = house.BrowserOf(house.Antti);

        foreach (var path in new[] { "/desk", "/desk/common", "/desk/open", "/desk/closed", "/desk/find?q=asiakas", $"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/history" })
        {
            await browser.Page(path);
            counter.Count = 0;
            await browser.Page(path);
            counter.Count.ShouldBeInRange(1, Most, path);
        }
    }

    private sealed class Counter : DbCommandInterceptor
    {
        public int Count { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
