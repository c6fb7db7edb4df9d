using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Pages.Lead;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;

namespace Lupaus.Web.Tests.Pages.Lead;

public sealed class TomorrowTests
{
    private static readonly DateTimeOffset TuesdayAtTen = House.MondayAtTen.AddDays(1);

    [Theory, OnBothDatabases]
    public async Task If_one_of_us_is_ill_what_they_promised_goes_to_their_stand_in_and_what_does_not_fit_is_named(string database)
    {
        await using var house = await House.On(database);
        // There is an hour until ten, and each matter takes five minutes.
        var antti = await Promised(house, house.Antti, 8);
        await Promised(house, house.Maija, 8);

        var look = await house.Get<WithoutOneOfUs>().Look(null, default);

        look.Day.ShouldBe(new DateOnly(2026, 11, 24));
        var missed = look.Missed.ToDictionary(m => m.Agent);
        (missed[house.Antti].Due, missed[house.Antti].StandIn).ShouldBe((8, house.Minna));
        missed[house.Antti].Break.ShouldBeEmpty(); // Minna has promised nothing and stands in
        await house.Changes.Make(async db => (await db.Agents.FindAsync(house.Antti))!.NameStandIn(house.Maija, house.Minna, house.Clock.Now()), default);
        missed = (await house.Get<WithoutOneOfUs>().Look(null, default)).Missed.ToDictionary(m => m.Agent);
        missed[house.Antti].Break.Count.ShouldBe(4); // sixteen, and twelve fit
        missed[house.Maija].Break.ShouldBeEmpty();
        var page = await house.BrowserOf(house.Minna).Page("/lead/tomorrow");
        page.ShouldContain("4 lupausta jäisi pitämättä");
        page.ShouldContain(antti[0].Subject);
    }

    [Fact]
    public async Task Whoever_is_away_that_day_anyway_is_not_asked_about_and_on_friday_the_next_day_is_monday()
    {
        await using var house = await House.Open();
        await house.Get<GoAway>().As(new AwayPlan(house.Maija, new DateOnly(2026, 11, 24), new DateOnly(2026, 11, 24), house.Antti), house.Minna, null, default);

        (await house.Get<WithoutOneOfUs>().Look(null, default)).Missed.Select(m => m.Agent).ShouldBe([house.Antti, house.Minna], ignoreOrder: true);

        house.Clock.Becomes(House.MondayAtTen.AddDays(4));
        (await house.Get<WithoutOneOfUs>().Look(null, default)).Day.ShouldBe(new DateOnly(2026, 11, 30));
    }

    [Fact]
    public async Task Days_with_one_and_two_ill_are_lived_through_with_the_load_one_asks_for()
    {
        await using var house = await House.Open();

        var (ours, wished) = (await house.Get<WithoutOneOfUs>().Look(null, default), await house.Get<WithoutOneOfUs>().Look(99, default));

        (ours.Busy.Load, ours.Load, wished.Load).ShouldBe((null, 80, 100));
        wished.Days.Select(d => d.Ill).ShouldBe([0, 1, 2]);
        wished.Days[1].Measures.MeanWaitMinutes.ShouldBeGreaterThan(ours.Days[1].Measures.MeanWaitMinutes);
        (await house.BrowserOf(house.Minna).Page("/lead/tomorrow?load=99")).ShouldContain("Meille on tullut vielä liian vähän asioita");
    }

    [Fact]
    public async Task It_is_for_leads()
    {
        await using var house = await House.Open();

        (await house.BrowserOf(house.Antti).GetAsync("/lead/tomorrow")).Headers.Location!.AbsolutePath.ShouldBe("/not-yours");
        (await house.BrowserOf(house.Minna).GetAsync("/lead/tomorrow?load=many")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<List<Ticket>> Promised(House house, AgentId by, int count)
    {
        var promised = new List<Ticket>();
        for (var i = 0; i < count; i++)
        {
            var ticket = await house.Matter(by, $"Asiakas {by.Value}-{i}", $"c{by.Value}-{i}@example.fi");
            await house.Replies(ticket.Id, by, new WhatNext.Promises(PromiseKind.Act, TuesdayAtTen, "asia hoituu"));
            promised.Add(ticket);
        }
        return promised;
    }
}
