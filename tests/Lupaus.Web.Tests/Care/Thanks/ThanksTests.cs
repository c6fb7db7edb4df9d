using System.Net;
using Lupaus.Care.Thanks;
using Lupaus.Web.Care.Thanks;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Care.Thanks;

public sealed class ThanksTests
{
    [Theory, OnBothDatabases]
    public async Task Whoever_is_thanked_hears_of_it_and_everybody_reads_it_on_the_teams_page(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        (await house.BrowserOf(house.Antti).Send(page, $"{page}/thanks", ("to", house.Maija.Value.ToString()), ("words", "Löysit kuitin!"))).IsDone.ShouldBeTrue();

        (await house.Look(db => db.Alerts.SingleAsync(a => a.Kind == AlertKind.Thanked))).ShouldSatisfyAllConditions(a => a.AgentId.ShouldBe(house.Maija), a => a.FromId.ShouldBe(house.Antti), a => a.TicketId.ShouldBe(ticket.Id));
        (await house.BrowserOf(house.Minna).GetStringAsync("/team", TestContext.Current.CancellationToken)).ShouldContain("Löysit kuitin!");
        (await house.BrowserOf(house.Maija).GetStringAsync("/alerts", TestContext.Current.CancellationToken)).ShouldContain("kiittää sinua");
        (await house.BrowserOf(house.Maija).GetStringAsync(page, TestContext.Current.CancellationToken)).ShouldContain("Löysit kuitin!");
    }

    [Theory, OnBothDatabases]
    public async Task Thanks_taken_back_are_gone_with_their_words_and_their_alert(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Get<ThankColleague>().For(ticket.Id, house.Maija, "Väärä asia.", house.Antti, house.Nonce(), default);
        var said = await house.Look(db => db.ThankYous.AsNoTracking().SingleAsync());
        var page = $"/desk/{ticket.Reference}";

        var others = () => house.Get<TakeThanksBack>().For(ticket.Id, said.Id, house.Maija, house.Nonce(), default);
        (await others.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("thanks.others");
        (await house.BrowserOf(house.Antti).Send(page, $"{page}/thanks/{said.Id.Value}/back")).IsDone.ShouldBeTrue();

        (await house.Look(db => db.ThankYous.AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(t => t.Words.ShouldBeNull(), t => t.TakenBackAt.ShouldNotBeNull());
        (await house.Look(db => db.Alerts.AnyAsync(a => a.Kind == AlertKind.Thanked))).ShouldBeFalse();
        (await house.BrowserOf(house.Minna).GetStringAsync("/team", TestContext.Current.CancellationToken)).ShouldContain("Ei vielä kiitoksia");
        await house.Get<ThankColleague>().For(ticket.Id, house.Maija, "Nyt oikein.", house.Antti, house.Nonce(), default);
        (await house.Get<ThanksSaid>().Latest(default)).ShouldHaveSingleItem().Words.ShouldBe("Nyt oikein.");
    }

    [Theory, OnBothDatabases]
    public async Task In_one_matter_each_of_us_thanks_somebody_once_however_often_they_press(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var thank = house.Get<ThankColleague>();

        var presses = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await Record.ExceptionAsync(() => thank.For(ticket.Id, house.Maija, null, house.Antti, house.Nonce(), default))));

        presses.OfType<RuleBroken>().Select(r => r.Refusal.Key).ShouldBe(["thanks.already", "thanks.already", "thanks.already"]);
        (await house.Look(db => db.ThankYous.CountAsync())).ShouldBe(1);
        await thank.For(ticket.Id, house.Maija, null, house.Minna, house.Nonce(), default);
        (await house.Look(db => db.ThankYous.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Thanks_need_somebody_who_works_here()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";

        (await house.BrowserOf(house.Antti).Send(page, $"{page}/thanks", ("to", "4711"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await house.BrowserOf(house.Antti).Send(page, $"{page}/thanks", ("words", "Kiitos!"))).Html.ShouldContain("Valitse kollega, joka on meillä töissä.");
    }

    [Fact]
    public async Task The_teams_page_says_who_is_here_and_who_is_on_duty()
    {
        await using var house = await House.Open();

        var page = await house.BrowserOf(house.Antti).GetStringAsync("/team", TestContext.Current.CancellationToken);

        page.ShouldContain("Päivystäjä");
        page.ShouldContain("Töissä");
    }
}
