using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Work.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Handovers;

public sealed class AbsenceTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Theory, OnBothDatabases]
    public async Task Three_working_days_away_leave_the_tickets_where_they_are(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);

        await Away(house, house.Antti, Monday, Monday.AddDays(2));
        await house.Get<MoveTicketsOfTheAbsent>().Look(default);

        (await house.Ticket(id)).OwnerId.ShouldBe(house.Antti);
    }

    [Theory, OnBothDatabases]
    public async Task A_longer_absence_moves_them_once_it_begins_and_the_promise_stands(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);
        await house.Answer(id, house.Antti);
        var due = (await house.Ticket(id)).Promise!.Due;
        await house.Get<GoAway>().As(new AwayPlan(house.Antti, Monday.AddDays(1), Monday.AddDays(7), house.Maija), house.Antti, null, default);

        await house.Get<MoveTicketsOfTheAbsent>().Look(default);
        (await house.Ticket(id)).OwnerId.ShouldBe(house.Antti);
        house.Clock.Becomes(new DateTimeOffset(2026, 11, 24, 0, 1, 0, TimeSpan.FromHours(2)));
        await house.Get<MoveTicketsOfTheAbsent>().Look(default);

        var ticket = await house.Ticket(id);
        ticket.OwnerId.ShouldBe(house.Maija);
        ticket.Promise!.Due.ShouldBe(due);
        (await house.Look(db => db.Messages.SingleAsync(m => m.TicketId == id && m.Nature == Nature.NewOwner))).Body.ShouldContain("Maija");
    }

    [Theory, OnBothDatabases]
    public async Task Tickets_move_once_and_stay_when_the_absent_come_back(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);
        await Away(house, house.Antti, Monday, Monday.AddDays(11));
        await house.Get<MoveTicketsOfTheAbsent>().Look(default);

        var absence = await house.Look(db => db.Absences.SingleAsync());
        house.Clock.Passes(TimeSpan.FromHours(1));
        await house.Get<ComeBack>().From(absence.Id, house.Antti, house.Antti, default);
        await house.Get<MoveTicketsOfTheAbsent>().Look(default);

        (await house.Ticket(id)).OwnerId.ShouldBe(house.Minna);
        (await house.Look(db => db.Absences.SingleAsync())).Covers(house.Clock.Now()).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_illness_without_an_end_becomes_long_when_it_has_lasted_long(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);
        await Away(house, house.Antti, Monday, null);

        await house.Get<MoveTicketsOfTheAbsent>().Look(default);
        (await house.Ticket(id)).OwnerId.ShouldBe(house.Antti);
        house.Clock.Becomes(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(2)));
        await house.Get<MoveTicketsOfTheAbsent>().Look(default);

        (await house.Ticket(id)).OwnerId.ShouldBe(house.Minna);
    }

    [Theory, OnBothDatabases]
    public async Task When_the_duty_agent_is_away_for_long_the_duty_goes_with_the_tickets(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Minna);
        await house.Get<GoAway>().As(new AwayPlan(house.Minna, Monday, Monday.AddDays(11), house.Maija), house.Minna, null, default);

        await house.Get<MoveTicketsOfTheAbsent>().Look(default);

        (await house.Ticket(id)).OwnerId.ShouldBe(house.Maija);
        (await house.Look(db => db.Companies.Select(c => c.DutyAgentId).SingleAsync())).ShouldBe(house.Maija);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_days_are_not_away_twice(string database)
    {
        await using var house = await House.On(database);
        await Away(house, house.Antti, Monday.AddDays(7), Monday.AddDays(9));

        var refused = await Should.ThrowAsync<RuleBroken>(Away(house, house.Antti, Monday.AddDays(9), Monday.AddDays(10)));

        refused.Refusal.Key.ShouldBe("absence.overlaps");
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_sent_twice_is_one_absence(string database)
    {
        await using var house = await House.On(database);
        var plan = new AwayPlan(house.Antti, Monday, Monday, null);

        await house.Get<GoAway>().As(plan, house.Antti, Source.Of("absence", "one"), default);
        await house.Get<GoAway>().As(plan, house.Antti, Source.Of("absence", "one"), default);

        (await house.Look(db => db.Absences.CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_works_alone_closes_the_company_and_moves_the_promises_first(string database)
    {
        await using var house = await House.On(database);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await house.Get<LetGo>().For(house.Maija, house.Minna, default);
        var id = await house.TicketOf(house.Minna);

        await Away(house, house.Minna, Monday, Monday.AddDays(2));

        var ticket = await house.Ticket(id);
        ticket.OwnerId.ShouldBe(house.Minna);
        ticket.Promise!.Due.ShouldBe(new DateTimeOffset(2026, 11, 26, 13, 0, 0, TimeSpan.FromHours(2)));
        (await house.Look(db => db.PromiseEnds.SingleAsync(e => e.TicketId == id))).How.ShouldBe(HowItEnded.Moved);
        (await house.Look(db => db.Messages.SingleAsync(m => m.TicketId == id && m.Nature == Nature.Moved))).Body.ShouldContain("avaamme taas torstaina 26.11. klo 9");
        (await house.Get<OurCompany>().Now(default)).HoursOf(house.Topic).IsClosedOn(Monday.AddDays(1)).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_works_alone_has_to_say_when_they_open_again(string database)
    {
        await using var house = await House.On(database);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await house.Get<LetGo>().For(house.Maija, house.Minna, default);

        var refused = await Should.ThrowAsync<RuleBroken>(Away(house, house.Minna, Monday, null));

        refused.Refusal.Key.ShouldBe("absence.alone.end");
    }

    [Theory, OnBothDatabases]
    public async Task Home_sooner_the_days_that_have_not_begun_are_open_again(string database)
    {
        await using var house = await House.On(database);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await house.Get<LetGo>().For(house.Maija, house.Minna, default);
        await Away(house, house.Minna, Monday.AddDays(1), Monday.AddDays(4));

        await house.Get<ComeBack>().From((await house.Look(db => db.Absences.SingleAsync())).Id, house.Minna, house.Minna, default);

        (await house.Look(db => db.ClosedDays.CountAsync())).ShouldBe(0);
    }

    private static Task Away(House house, AgentId agent, DateOnly first, DateOnly? last) =>
        house.Get<GoAway>().As(new AwayPlan(agent, first, last, null), agent, null, default);
}
