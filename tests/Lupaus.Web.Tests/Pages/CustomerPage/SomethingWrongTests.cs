using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;

namespace Lupaus.Web.Tests.Pages.CustomerPage;

public sealed class SomethingWrongTests
{
    private const string Wrong = "Sain toisen ihmisen lipun";

    [Theory, OnBothDatabases]
    public async Task The_customer_tells_what_went_wrong_and_sees_at_once_what_happens_next(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.Writes();
        aino.Text.ShouldContain("Menikö jokin pieleen? Kerro meille.");

        await aino.Sends($"{aino.Page}/wrong", ("wrong", Wrong));

        aino.Status.ShouldBe(HttpStatusCode.OK);
        aino.Text.ShouldContain("Anteeksi, että jokin meni pieleen. Minna sai viestisi heti ja selvittää, mitä tapahtui.");
        aino.Text.ShouldContain("Kerroit, että jokin meni pieleen. Minna selvittää sitä");
        aino.Text.ShouldContain("Minna Salo vastaa sinulle. Viimeistään tänään klo 14");
        aino.Text.ShouldContain(Wrong);
        var ticket = await house.TicketOf();
        var failure = ticket.Obstacles.ShouldHaveSingleItem();
        (failure.Kind, failure.Text, failure.RaisedBy).ShouldBe((ObstacleKind.Failure, Wrong, null));
        ticket.Duties.ShouldHaveSingleItem().Doer.ShouldBe(ticket.OwnerId);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_solved_matter_opens_again_by_it(string database)
    {
        await using var house = await House.On(database);
        var aino = await house.IsToldItIsSolved();

        await aino.Sends($"{aino.Page}/wrong", ("wrong", "kiitos"));

        aino.Text.ShouldContain("Minna Salo vastaa sinulle.");
        var ticket = await house.TicketOf();
        (ticket.IsOpen, ticket.LooksIntoWhatCustomerTold).ShouldBe((true, true));
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_month_it_is_a_new_matter_that_is_looked_into()
    {
        await using var house = await House.Open();
        var aino = await house.IsToldItIsSolved();
        var before = aino.Page;
        house.Clock.Passes(TimeSpan.FromDays(31));

        await aino.Opens(before);
        await aino.Sends($"{before}/wrong", ("wrong", Wrong));

        aino.Page.ShouldNotBe(before);
        aino.Text.ShouldContain("Avasimme sinulle uuden asian");
        aino.Text.ShouldContain("Kerroit, että jokin meni pieleen.");
        (await house.Look(db => db.Tickets.AsNoTracking().OrderByDescending(t => t.Id).FirstAsync())).LooksIntoWhatCustomerTold.ShouldBeTrue();
    }

    [Fact]
    public async Task Told_twice_by_the_same_form_it_is_one_message_and_one_failure()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        var form = aino.Hidden($"{aino.Page}/wrong").Append(("wrong", Wrong)).ToArray();
        var page = aino.Page;

        await aino.Sends($"{page}/wrong", form);
        using var browser = house.Browser();
        await house.Get<Web.Doors.Intake.HearCustomer>().Say(new((await house.TicketOf()).Id, "Ja vielä lisää", Channel.Page, Source.Of("page", "again"), SaysItFailed: true), default);

        var ticket = await house.TicketOf();
        (ticket.Obstacles.Count, ticket.Duties.Count).ShouldBe((1, 1));
        await aino.Opens(page);
        aino.Text.ShouldContain("Ja vielä lisää");
    }

    [Fact]
    public async Task Nothing_said_comes_back_to_be_said()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();

        await aino.Sends($"{aino.Page}/wrong", ("wrong", "  "));

        aino.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        aino.Text.ShouldContain("Viesti on vielä tyhjä.");
        (await house.TicketOf()).Obstacles.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_owner_finds_it_on_the_desk_and_the_lead_among_what_is_at_risk()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await house.Answers("Hoidan.", new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(2)));
        (await house.BrowserOf(house.Minna).Page("/desk/risk")).ShouldContain("Mikään lupaus ei ole vaarassa.");

        await aino.Opens(aino.Page);
        await aino.Sends($"{aino.Page}/wrong", ("wrong", Wrong));

        var reference = (await house.TicketOf()).Reference;
        var desk = house.BrowserOf(house.Minna);
        (await desk.Page("/desk/risk")).ShouldContain($"/desk/{reference}");
        (await desk.Page("/desk")).ShouldContain("Asiakas: jokin meni pieleen");
        var page = await desk.Page($"/desk/{reference}");
        page.ShouldContain("Selvitä, mikä meni pieleen, ja kerro asiakkaalle");
        page.ShouldContain(Wrong);
        page.ShouldContain("Aino Testinen kertoi, että jokin meni pieleen");
    }

    [Fact]
    public async Task Once_mended_the_page_asks_again_and_the_lead_need_not_look()
    {
        await using var house = await House.Open();
        var aino = await house.Writes();
        await aino.Sends($"{aino.Page}/wrong", ("wrong", Wrong));
        var ticket = await house.TicketOf();

        await house.Get<ChangeTicket>().For(ticket.Id, (t, now) => t.SettleObstacle(t.Obstacles[0].Id, "Oikea lippu lähti.", house.Minna, now), default);
        await aino.Opens(aino.Page);

        aino.Text.ShouldContain("Menikö jokin pieleen? Kerro meille.");
        aino.Text.ShouldNotContain("Kerroit, että jokin meni pieleen.");
        (await house.BrowserOf(house.Minna).Page("/desk/risk")).ShouldContain("Mikään lupaus ei ole vaarassa.");
    }
}
