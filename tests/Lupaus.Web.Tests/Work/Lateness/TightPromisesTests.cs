using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Pages.Lead;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;

namespace Lupaus.Web.Tests.Work.Lateness;

public sealed class TightPromisesTests
{
    /// <summary>Each matter usually takes five minutes: eight fit in until then.</summary>
    private static readonly DateTimeOffset TwentyToEleven = House.MondayAtTen.AddMinutes(40);

    [Theory, OnBothDatabases]
    public async Task More_than_can_be_done_by_its_time_is_seen_as_threatened_long_before_it(string database)
    {
        await using var house = await House.On(database);
        var promised = new List<Ticket>();
        for (var i = 1; i <= 9; i++)
            promised.Add(await Promised(house, i, TwentyToEleven.AddMinutes(i == 9 ? 4 : 0)));

        var tight = await house.Get<TightPromises>().Now(default);

        tight.ShouldBe([promised[8].Id]);
        (await house.Get<WatchOver>().Look(default)).Threatened.ShouldHaveSingleItem().Reference.ShouldBe(promised[8].Reference);
        var antti = house.BrowserOf(house.Antti);
        (await antti.Page("/desk")).ShouldContain("aika ei riitä");
        (await antti.Page($"/desk/{promised[8].Reference}")).ShouldContain("Työaikaa ei ole tarpeeksi ennen luvattua hetkeä.");
        (await antti.Page($"/desk/{promised[0].Reference}")).ShouldNotContain("Työaikaa ei ole tarpeeksi");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_done_or_moved_leaves_time_for_the_others(string database)
    {
        await using var house = await House.On(database);
        for (var i = 1; i <= 8; i++)
            await Promised(house, i, TwentyToEleven);
        var ninth = await Promised(house, 9, TwentyToEleven);
        (await house.Get<TightPromises>().Now(default)).Count.ShouldBe(1);

        await house.Replies(ninth.Id, house.Antti, new WhatNext.Solves());

        (await house.Get<TightPromises>().Now(default)).Count.ShouldBe(1); // reckoned once a minute
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        (await house.Get<TightPromises>().Now(default)).Count.ShouldBe(1); // a minute has gone
        await house.Replies((await house.Look(db => Task.FromResult(db.Tickets.First(t => t.Closure == null)))).Id, house.Antti, new WhatNext.Solves());
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        (await house.Get<TightPromises>().Now(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_has_begun_fits_while_anybody_of_the_team_has_time(string database)
    {
        await using var house = await House.On(database);
        for (var i = 1; i <= 5; i++)
            await house.Matter(house.Antti, $"Asiakas {i}", $"c{i}@example.fi");
        house.Clock.Becomes(House.MondayAtTen.AddHours(3).AddMinutes(50)); // ten minutes for each of three

        (await house.Get<TightPromises>().Now(default)).ShouldBeEmpty();

        foreach (var agent in new[] { house.Maija, house.Minna })
            await house.Get<GoAway>().As(new AwayPlan(agent, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 23), house.Antti), house.Minna, null, default);
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        (await house.Get<TightPromises>().Now(default)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_promise_that_may_break_is_moved_by_one_key_to_a_time_that_can_be_kept()
    {
        await using var house = await House.Open();
        var ticket = await Promised(house, 1, House.MondayAtTen.AddMinutes(40));
        house.Clock.Passes(TimeSpan.FromMinutes(20));

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");

        page.ShouldContain("Ehdithän?");
        page.ShouldContain("data-move");
        var better = House.MondayAtTen.AddHours(4).AddMinutes(30); // the topic's own time, as a person would say it
        page.ShouldContain($"value=\"{better.ToUnixTimeMilliseconds()}\" checked");
        page.ShouldContain("odotan vielä tietoa, jota ratkaisuun tarvitaan");
    }

    private static async Task<Ticket> Promised(House house, int number, DateTimeOffset due)
    {
        var ticket = await house.Matter(house.Antti, $"Asiakas {number}", $"c{number}@example.fi");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, due, "asia hoituu"));
        return await house.Ticket(ticket.Id);
    }
}
