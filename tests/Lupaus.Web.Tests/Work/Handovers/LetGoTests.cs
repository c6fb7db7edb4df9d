using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Identity;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Handovers;

public sealed class LetGoTests
{
    [Theory, OnBothDatabases]
    public async Task Who_leaves_hands_every_open_ticket_to_their_stand_in_with_its_promise(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);
        var promised = (await house.Ticket(id)).Promise!;
        await house.Get<NameStandIn>().For(house.Antti, house.Maija, house.Minna, default);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        var ticket = await house.Ticket(id);
        ticket.OwnerId.ShouldBe(house.Maija);
        ticket.Promise!.ShouldBe(promised with { Promiser = house.Maija });
        (await house.Look(db => db.ActiveAgents.AnyAsync(a => a.AgentId == house.Antti))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_stand_in_the_duty_agent_goes_on(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        (await house.Ticket(id)).OwnerId.ShouldBe(house.Minna);
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_who_has_heard_from_us_is_told_who_goes_on(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);
        await house.Answer(id, house.Antti);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        var told = await house.Look(db => db.Messages.SingleAsync(m => m.TicketId == id && m.Nature == Nature.NewOwner));
        told.Body.ShouldContain("olen Minna ja hoidan asiaasi tästä eteenpäin");
        told.Body.ShouldContain("Lupaus pysyy samana");
        (await house.Look(db => db.Outbox.AnyAsync(o => o.Id == told.Id))).ShouldBeTrue();
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_whom_nobody_has_answered_yet_is_not_troubled(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Antti);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        (await house.Look(db => db.Messages.AnyAsync(m => m.TicketId == id && m.Nature == Nature.NewOwner))).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_word_given_on_a_colleagues_ticket_is_the_owners_from_then_on(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Maija);
        await house.Answer(id, house.Antti);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        var ticket = await house.Ticket(id);
        ticket.OwnerId.ShouldBe(house.Maija);
        ticket.Promise!.Promiser.ShouldBe(house.Maija);
    }

    [Theory, OnBothDatabases]
    public async Task Tasks_taken_on_elsewhere_pass_to_the_owners_of_those_tickets(string database)
    {
        await using var house = await House.On(database);
        var id = await house.TicketOf(house.Maija);
        await house.Get<ChangeTicket>().For(id, (t, now) => t.TakeOn("Palautus tilille", house.Antti, now.AddDays(2), isTold: false, house.Maija, now), default);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        (await house.Ticket(id)).Duties.Single().Doer.ShouldBe(house.Maija);
    }

    [Theory, OnBothDatabases]
    public async Task Of_many_tasks_only_their_own_open_ones_pass_on_and_the_ticket_tells_of_it(string database)
    {
        await using var house = await House.On(database);
        var (own, maijas, minnas) = (await house.TicketOf(house.Antti), await house.TicketOf(house.Maija), await house.TicketOf(house.Minna));
        await Owes(house, own, house.Antti, "Oma tehtävä");
        await Owes(house, maijas, house.Antti, "Soitto asemalle");
        await Owes(house, maijas, house.Minna, "Minnan oma");
        await Owes(house, minnas, house.Antti, "Tehty jo");
        await house.Get<ChangeTicket>().For(minnas, (t, now) => t.FinishDuty(t.Duties[0].Id, dropped: false, house.Antti, now), default);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        (await Doers(house, own)).ShouldBe([("Oma tehtävä", house.Minna)]);
        (await Doers(house, maijas)).ShouldBe([("Minnan oma", house.Minna), ("Soitto asemalle", house.Maija)], ignoreOrder: true);
        (await Doers(house, minnas)).ShouldBe([("Tehty jo", house.Antti)]);
        (await house.Look(db => db.Duties.AnyAsync(d => d.Doer == house.Antti && d.DoneAt == null))).ShouldBeFalse();
        (await house.Look(db => db.Facts.Where(f => f.TicketId == maijas).ToListAsync())).Select(f => f.Fact).OfType<DutyPassed>().ShouldHaveSingleItem().To.ShouldBe(house.Maija);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task When_the_duty_agent_leaves_the_duty_goes_to_somebody_first(string database)
    {
        await using var house = await House.On(database);
        await house.Get<ChangeRole>().For(house.Maija, Lupaus.Ground.Identity.Role.Admin, [LanguageCode.Fi], house.Minna, default);
        var id = await house.TicketOf(house.Minna);

        await house.Get<LetGo>().For(house.Minna, house.Maija, default);

        (await house.Look(db => db.Companies.Select(c => c.DutyAgentId).SingleAsync())).ShouldBe(house.Maija);
        (await house.Ticket(id)).OwnerId.ShouldBe(house.Maija);
    }

    [Theory, OnBothDatabases]
    public async Task The_last_one_cannot_be_let_go(string database)
    {
        await using var house = await House.On(database);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await house.Get<LetGo>().For(house.Maija, house.Minna, default);

        var refused = await Should.ThrowAsync<RuleBroken>(house.Get<LetGo>().For(house.Minna, house.Minna, default));

        refused.Refusal.Key.ShouldBe("agent.last");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_lets_themselves_go(string database)
    {
        await using var house = await House.On(database);

        var refused = await Should.ThrowAsync<RuleBroken>(house.Get<LetGo>().For(house.Minna, house.Minna, default));

        refused.Refusal.Key.ShouldBe("people.self");
    }

    [Theory, OnBothDatabases]
    public async Task Their_session_ends_at_once_and_they_do_not_get_in_again(string database)
    {
        await using var house = await House.On(database);
        var browser = await house.SignedIn(house.Antti);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        (await browser.GetAsync("/me")).Headers.Location!.AbsolutePath.ShouldBe("/sign-in");
        (await house.Browser().Send("/sign-in", ("Email", "antti@satama.example"), ("Password", AtTheDoor.Password))).StatusCode.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
    }

    [Theory, OnBothDatabases]
    public async Task Matters_that_come_in_while_somebody_leaves_all_have_an_owner_who_is_here(string database)
    {
        await using var house = await House.On(database);

        var coming = Enumerable.Range(0, 12).Select(i => house.Get<OpenTicket>().From(Matters.From($"asiakas{i}@example.fi"), default));
        await Task.WhenAll(coming.Append((Task)house.Get<LetGo>().For(house.Antti, house.Minna, default)).ToArray());

        var owners = await house.Look(db => db.Tickets.Open().Select(t => t.OwnerId).ToListAsync());
        owners.Count.ShouldBe(12);
        owners.ShouldNotContain(house.Antti);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_taken_back_gets_in_as_before(string database)
    {
        await using var house = await House.On(database);
        var email = await house.HasPassword(house.Antti);
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        await house.Get<TakeBack>().For(house.Antti, house.Minna, default);

        (await house.Browser().Send("/sign-in", ("Email", email), ("Password", AtTheDoor.Password))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
    }

    private static Task Owes(House house, TicketId ticket, AgentId doer, string what) =>
        house.Get<ChangeTicket>().For(ticket, (t, now) => t.TakeOn(what, doer, now.AddDays(2), isTold: false, house.Minna, now), default);

    private static async Task<IEnumerable<(string, AgentId)>> Doers(House house, TicketId id) => (await house.Ticket(id)).Duties.Select(d => (d.What, d.Doer));
}

internal static class Matters
{
    public static NewMatter From(string email) => new(
        "Aino Testinen", EmailAddress.Parse(email), null, "Automaatti sanoo: lippua ei voi lunastaa.", LanguageCode.Fi, Channel.Form, Source.Of("form", Guid.NewGuid().ToString()));

    /// <summary>An open ticket that nobody has touched, of this agent's.</summary>
    public static async Task<TicketId> TicketOf(this House house, AgentId owner)
    {
        var opened = await house.Get<OpenTicket>().From(From($"{Guid.NewGuid():N}@example.fi"), default);
        await house.Get<ChangeTicket>().For(opened.Id, (t, now) => t.PassTo(owner, OwnerReason.Given, null, house.Minna, now), default);
        return opened.Id;
    }

    public static Task Answer(this House house, TicketId id, AgentId by) => house.Get<SendReply>().For(
        id, new Reply("Selvitän asian.", new WhatNext.Promises(PromiseKind.FindOut, house.Clock.Now().AddHours(3))), [], by, null, default);

    public static Task<Ticket> Ticket(this House house, TicketId id) => house.Look(db => db.Tickets.AsNoTracking().FirstAsync(t => t.Id == id));
}
