using System.Data.Common;
using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Sqlite;
using Lupaus.Web.Pages.Lead;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Pages.Lead;

public sealed class LeadTests
{
    [Theory, OnBothDatabases]
    public async Task A_promise_that_comes_up_within_half_an_hour_is_seen_as_threatened(string database)
    {
        await using var house = await House.On(database);
        var soon = await house.Matter(house.Antti);
        await house.Matter(house.Maija, "Bertil Holm", "bertil@example.fi");
        await house.Replies(soon.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddMinutes(25), "asia hoituu"));

        var now = await house.Get<WatchOver>().Look(default);

        now.Threatened.ShouldHaveSingleItem().Reference.ShouldBe(soon.Reference);
        now.BrokenToday.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_broke_today_is_listed_until_midnight_with_how_late_it_is(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddMinutes(40), "asia hoituu"));
        house.Clock.Passes(TimeSpan.FromHours(1));
        await house.Get<KeepWatch>().Look(default);

        var today = await house.Get<WatchOver>().Look(default);
        var page = await house.BrowserOf(house.Minna).Page("/lead");
        house.Clock.Passes(TimeSpan.FromHours(14));
        var tomorrow = await house.Get<WatchOver>().Look(default);

        today.BrokenToday.ShouldHaveSingleItem().StillWaits.ShouldBeTrue();
        today.Unanswered.ShouldBeEmpty();
        page.ShouldContain("myöhässä 20 min");
        page.ShouldContain($"/desk/{ticket.Reference}");
        tomorrow.BrokenToday.ShouldBeEmpty();
        tomorrow.Unanswered.Concat(tomorrow.Threatened).ShouldHaveSingleItem().Reference.ShouldBe(ticket.Reference);
    }

    [Theory, OnBothDatabases]
    public async Task A_late_answer_is_told_as_an_answer_and_how_late_it_was(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddMinutes(40), "asia hoituu"));
        house.Clock.Passes(TimeSpan.FromHours(1));
        await house.Get<KeepWatch>().Look(default);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(5), "asia hoituu"));

        var now = await house.Get<WatchOver>().Look(default);

        var row = now.BrokenToday.ShouldHaveSingleItem();
        row.StillWaits.ShouldBeFalse();
        (row.AnsweredAt - row.Due).ShouldBe(TimeSpan.FromMinutes(20));
        now.Week.ShouldBe(new Ledger(now.Week.Kept, 1));
        (await house.BrowserOf(house.Minna).Page("/lead/broken")).ShouldContain(ticket.Reference.ToString());
    }

    [Theory, OnBothDatabases]
    public async Task The_same_thing_moved_twice_comes_before_the_lead(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(2), "selvitän"));
        foreach (var hours in new[] { 3, 4 })
            await house.Get<Web.Core.Tickets.MovePromise>().For(ticket.Id, House.MondayAtTen.AddHours(hours), "odotan vastausta", house.Antti, house.Nonce(), default);

        var now = await house.Get<WatchOver>().Look(default);

        var again = now.Again.ShouldHaveSingleItem();
        again.Reference.ShouldBe(ticket.Reference);
        again.What.ShouldBeOfType<PromiseMovedAgain>().Moves.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task Load_stands_beside_hours_and_who_is_away_has_none(string database)
    {
        await using var house = await House.On(database);
        await house.Matter(house.Antti);
        await house.Matter(house.Antti, "Bertil Holm", "bertil@example.fi");
        await house.Get<GoAway>().As(new AwayPlan(house.Maija, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), house.Antti), house.Minna, null, default);

        var load = (await house.Get<WatchOver>().Look(default)).Load.ToDictionary(r => r.Agent);

        load[house.Antti].Open.ShouldBe(2);
        load[house.Antti].IsAtWork(House.MondayAtTen).ShouldBeTrue();
        load[house.Antti].Works!.Value.Length.ShouldBe(TimeSpan.FromHours(6));
        load[house.Maija].IsAtWork(House.MondayAtTen).ShouldBeFalse();
        load[house.Maija].StandIn.ShouldBe(house.Antti);
        load[house.Maija].DueAnHour.ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_has_touched_is_counted_with_the_oldest(string database)
    {
        await using var house = await House.On(database);
        var oldest = await house.Matter(house.Antti);
        house.Clock.Passes(TimeSpan.FromMinutes(5));
        await house.Matter(house.Maija, "Bertil Holm", "bertil@example.fi");

        var pool = (await house.Get<WatchOver>().Look(default)).Pool;

        pool.ShouldBe(new UntouchedPool(2, oldest.Reference, oldest.ArrivedAt));
    }

    [Fact]
    public async Task An_agent_is_not_shown_the_leads_page()
    {
        await using var house = await House.Open();

        foreach (var path in new[] { "/lead", "/lead/kept", "/lead/broken", $"/lead/of/{house.Maija.Value}" })
        {
            var answer = await house.BrowserOf(house.Antti).GetAsync(path);
            answer.Headers.Location!.AbsolutePath.ShouldBe("/not-yours", path);
            (await house.BrowserOf(house.Minna).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task However_much_there_is_the_leads_page_asks_the_database_at_most_eight_times()
    {
        var counter = new Counter();
        await using var house = await House.Open(also: b => b.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(counter)));
        for (var i = 0; i < 12; i++)
        {
            var ticket = await house.Matter(house.Antti, $"Asiakas {i}", $"c{i}@example.fi");
            await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddMinutes(20 + i), "asia hoituu"));
        }
        house.Clock.Passes(TimeSpan.FromMinutes(26));
        await house.Get<KeepWatch>().Look(default);
        var browser = house.BrowserOf(house.Minna);

        foreach (var path in new[] { "/lead", "/lead/kept", "/lead/broken", $"/lead/of/{house.Antti.Value}" })
        {
            await browser.Page(path);
            counter.Count = 0;
            await browser.Page(path);
            counter.Count.ShouldBeInRange(1, 8, path);
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
