using System.Net;
using Lupaus.Ground.Identity;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Identity;
using Lupaus.Web.Tests.Work.Handovers;
using Lupaus.Web.Work.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Admin;

public sealed class PeopleTests
{
    [Theory, OnBothDatabases]
    public async Task Agents_do_not_see_the_people_page(string database)
    {
        await using var house = await House.On(database);
        var antti = await house.SignedIn(house.Antti);

        (await antti.GetAsync("/admin/people")).Headers.Location!.AbsolutePath.ShouldBe("/not-yours");
        (await antti.GetAsync("/not-yours")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_sets_absences_and_changes_nothing_else(string database)
    {
        await using var house = await House.On(database);
        await house.Get<ChangeRole>().For(house.Maija, Role.Lead, [LanguageCode.Fi], house.Minna, default);
        var maija = await house.SignedIn(house.Maija);

        var list = await maija.GetStringAsync("/lead/people");
        var person = await maija.GetStringAsync($"/lead/people/{house.Antti.Value}");
        var away = await maija.SendTo("/me", $"/lead/people/{house.Antti.Value}/absence", ("FirstDay", "2026-11-23"), ("LastDay", "2026-11-24"));
        var answer = await maija.SendTo("/me", $"/admin/people/{house.Antti.Value}/leave");

        list.ShouldContain("Antti Laine");
        list.ShouldNotContain("/admin/people/invite");
        person.ShouldNotContain("/admin");
        away.Headers.Location!.ToString().ShouldContain("saved=absence");
        (await house.Look(db => db.Absences.SingleAsync())).AgentId.ShouldBe(house.Antti);
        answer.Headers.Location!.AbsolutePath.ShouldBe("/not-yours");
        (await house.Look(db => db.ActiveAgents.CountAsync())).ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task An_invited_person_gets_a_letter_and_is_in_the_team_from_the_start(string database)
    {
        await using var house = await House.On(database);
        var minna = await house.SignedIn(house.Minna);
        var team = await house.Look(db => db.Teams.Select(t => t.Id).SingleAsync());

        var answer = await minna.SendTo("/admin/people/invite", "/admin/people/invite",
            ("Name", "Liisa Korhonen"), ("Email", "liisa@satama.example"), ("Role", "Agent"), ("Languages", "fi"), ("Languages", "sv"), ("Teams", team.Value.ToString()), ("Nonce", "one"));

        answer.Headers.Location!.ToString().ShouldBe("/admin/people?saved=invited");
        var liisa = await house.Look(db => db.Agents.SingleAsync(a => a.Name == "Liisa Korhonen"));
        liisa.Languages.ShouldBe([LanguageCode.Fi, LanguageCode.Sv]);
        (await house.Look(db => db.Outbox.AnyAsync(o => o.AgentId == liisa.Id && o.Address == "liisa@satama.example"))).ShouldBeTrue();
        (await house.Look(db => db.Teams.SingleAsync())).Members.ShouldContain(m => m.AgentId == liisa.Id);
        (await minna.GetStringAsync("/admin/people")).ShouldContain("Kutsuttu");
    }

    [Theory, OnBothDatabases]
    public async Task An_address_that_is_here_already_is_not_invited_again(string database)
    {
        await using var house = await House.On(database);
        var minna = await house.SignedIn(house.Minna);

        var answer = await minna.SendTo("/admin/people/invite", "/admin/people/invite", ("Name", "Antti Toinen"), ("Email", "ANTTI@satama.example"), ("Role", "Agent"), ("Languages", "fi"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Text();
        page.ShouldContain("on jo joku mukana");
        page.ShouldContain("value=\"Antti Toinen\"");
    }

    [Theory, OnBothDatabases]
    public async Task Before_letting_go_it_says_how_much_goes_to_whom(string database)
    {
        await using var house = await House.On(database);
        await house.TicketOf(house.Antti);
        await house.TicketOf(house.Antti);
        await house.Get<NameStandIn>().For(house.Antti, house.Maija, house.Minna, default);
        var minna = await house.SignedIn(house.Minna);

        var page = WebUtility.HtmlDecode(await minna.GetStringAsync($"/admin/people/{house.Antti.Value}"));
        await minna.SendTo($"/admin/people/{house.Antti.Value}", $"/admin/people/{house.Antti.Value}/leave");

        page.ShouldContain("Avoimia asioita on 2. Ne siirtyvät nyt. Niitä jatkaa Maija Virtanen.");
        (await minna.GetStringAsync("/admin/people")).ShouldContain("Ei enää mukana");
    }

    [Theory, OnBothDatabases]
    public async Task An_admin_takes_a_lost_second_factor_away_and_it_is_on_record(string database)
    {
        await using var house = await House.On(database);
        await house.Changes.Make(async db => (await db.Users.FirstAsync(l => l.Id == house.Antti.Value)).TwoFactorEnabled = true, default);
        var minna = await house.SignedIn(house.Minna);

        await minna.SendTo("/me", $"/admin/people/{house.Antti.Value}/secondfactor");

        (await house.LoginOf(house.Antti)).TwoFactorEnabled.ShouldBeFalse();
        (await house.Look(db => db.Facts.Where(f => f.Kind == nameof(WayInChanged) && f.ByAgent == house.Minna).ToListAsync())).ShouldContain(f => f.Fact == new WayInChanged(house.Antti, WayIn.SecondFactorReset));
    }

    [Theory, OnBothDatabases]
    public async Task The_duty_changes_hands(string database)
    {
        await using var house = await House.On(database);
        var minna = await house.SignedIn(house.Minna);

        await minna.SendTo("/me", $"/admin/people/{house.Maija.Value}/duty");

        (await house.Look(db => db.Companies.Select(c => c.DutyAgentId).SingleAsync())).ShouldBe(house.Maija);
    }

    [Theory, OnBothDatabases]
    public async Task An_admin_cannot_take_away_their_own_rights(string database)
    {
        await using var house = await House.On(database);
        var minna = await house.SignedIn(house.Minna);

        var answer = await minna.SendTo("/me", $"/admin/people/{house.Minna.Value}/role", ("Role", "Agent"), ("Languages", "fi"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }
}
