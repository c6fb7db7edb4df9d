using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Queue;

public sealed class TakeNextTests
{
    [Theory, OnBothDatabases]
    public async Task Fifty_who_ask_at_once_each_get_another_one_and_none_is_forgotten(string database)
    {
        await using var house = await House.On(database);
        var agents = await Join(house, 50);
        for (var i = 0; i < 50; i++)
            await Comes(house, i);

        var given = await Task.WhenAll(agents.Select(agent => Task.Run(() => house.Get<TakeNext>().For(agent, house.Nonce(), default))));

        given.OfType<Reference>().Distinct().Count().ShouldBe(50);
        (await house.Look(db => db.Tickets.CountAsync(t => t.TakenAt == null))).ShouldBe(0);
        (await house.Look(db => db.Tickets.Select(t => t.OwnerId).Distinct().CountAsync())).ShouldBe(50);
        (await house.Look(db => db.TurnsTaken.CountAsync(t => t.Count == 1))).ShouldBe(50);
    }

    [Theory, OnBothDatabases]
    public async Task Each_third_turn_is_for_who_has_waited_longest_and_the_history_says_why(string database)
    {
        await using var house = await House.On(database);
        var oldest = await Comes(house, 1);
        house.Clock.Passes(TimeSpan.FromMinutes(5));
        var second = await Comes(house, 2);
        var bus = await Comes(house, 5, deadlineIn: 120);
        var trip = await Comes(house, 4, deadlineIn: 90);
        var train = await Comes(house, 3, deadlineIn: 50);
        Ticket[] inOrder = [train, trip, oldest, bus, second];

        foreach (var ticket in inOrder)
        {
            (await Next(house)).ShouldBe(ticket.Reference);
            await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());
        }

        (await Whys(house, inOrder)).ShouldBe([WhyNext.Promise, WhyNext.Promise, WhyNext.LongestWaiting, WhyNext.Promise, WhyNext.Promise]);
    }

    [Theory, OnBothDatabases]
    public async Task What_one_has_begun_goes_before_what_can_wait_longer_and_takes_no_turn(string database)
    {
        await using var house = await House.On(database);
        var mine = await house.Matter(house.Antti, "Jorma Niemi", "jorma@example.fi");
        await house.Replies(mine.Id, house.Antti, new WhatNext.Promises(PromiseKind.FindOut, House.MondayAtTen.AddHours(1)));
        var other = await Comes(house, 1);

        (await Next(house)).ShouldBe(mine.Reference);
        (await Next(house)).ShouldBe(mine.Reference);
        (await house.Look(db => db.TurnsTaken.CountAsync())).ShouldBe(0);

        await house.Replies(mine.Id, house.Antti, new WhatNext.Solves());
        (await Next(house)).ShouldBe(other.Reference);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_colleague_has_taken_is_passed_by_and_can_not_be_taken_from_them(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Comes(house, 1);
        (await house.Get<TakeNext>().For(house.Maija, null, default)).ShouldBe(ticket.Reference);

        (await Next(house)).ShouldBeNull();
        (await house.Get<TakeNext>().For(house.Maija, null, default)).ShouldBe(ticket.Reference);
        (await Should.ThrowAsync<RuleBroken>(() => house.Get<TakeUntouched>().For(ticket.Id, house.Antti, OvertakeReason.KnowsIt, null, default))).Refusal.Key.ShouldBe("ticket.taken");
    }

    [Theory, OnBothDatabases]
    public async Task What_stood_with_somebody_who_went_away_stands_in_line_again(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Comes(house, 1);
        await house.Get<TakeNext>().For(house.Maija, null, default);

        await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == ticket.Id)).PassTo(house.Minna, OwnerReason.LongAbsence, null, Actor.Lupaus, house.Clock.GetUtcNow()), default);

        (await Next(house)).ShouldBe(ticket.Reference);
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_serves_comes_to_the_duty_agent_who_owns_it(string database)
    {
        await using var house = await House.On(database);
        await house.Look(db => db.Set<TeamMember>().ExecuteDeleteAsync());
        var ticket = await Comes(house, 1);

        ticket.OwnerId.ShouldBe(house.Minna);
        (await Next(house)).ShouldBeNull();
        (await house.Get<TakeNext>().For(house.Minna, null, default)).ShouldBe(ticket.Reference);
    }

    private static async Task<Ticket> Comes(House house, int number, int? deadlineIn = null)
    {
        var opened = await house.Get<OpenTicket>().From(new NewMatter(
            $"Asiakas {number}", EmailAddress.Parse($"asiakas{number}@example.fi"), null, "Laskussa on väärä summa, ja kuitti puuttuu.", LanguageCode.Fi, Channel.Form, house.Nonce(),
            Deadline: deadlineIn is { } minutes ? house.Clock.GetUtcNow().AddMinutes(minutes) : null), default);
        return await house.Ticket(opened.Id);
    }

    private static async Task<IReadOnlyList<AgentId>> Join(House house, int count)
    {
        var agents = Enumerable.Range(0, count).Select(i => Agent.Invite($"Agentti {i}", EmailAddress.Parse($"agentti{i}@satama.example"), Role.Agent, [LanguageCode.Fi], Actor.Lupaus, house.Clock.Now())).ToList();
        await house.Changes.Make(async db =>
        {
            var team = await db.Teams.Include(t => t.Members).SingleAsync();
            foreach (var agent in agents)
            {
                agent.Activate(Actor.Lupaus, house.Clock.Now());
                team.Joins(agent.Id);
                db.Add(agent);
            }
        }, default);
        return [.. agents.Select(a => a.Id)];
    }

    private static Task<Reference?> Next(House house) => house.Get<TakeNext>().For(house.Antti, house.Nonce(), default);

    private static async Task<IEnumerable<WhyNext>> Whys(House house, params Ticket[] tickets)
    {
        var rows = await house.Look(db => db.Facts.Where(f => f.Kind == nameof(TakenFromLine)).ToListAsync());
        return tickets.Select(t => ((TakenFromLine)rows.Single(r => r.TicketId == t.Id).Fact).Why);
    }
}
