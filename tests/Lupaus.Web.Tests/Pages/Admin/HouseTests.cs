using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;
using Lupaus.Web.Pages.Admin;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Ground.Identity;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Admin;

public sealed class HouseTests
{
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Theory, OnBothDatabases]
    public async Task What_the_company_is_called_and_reached_at_changes_on_every_page_at_once(string database)
    {
        await using var house = await House.On(database);
        var minna = house.BrowserOf(house.Minna);

        var answer = await minna.SendTo("/admin/company", "/admin/company",
            ("Name", "Satama Oy"), ("Email", "hei@satama.example"), ("Phone", "09 765 4321"), ("MailName", "Sataman väki"), ("Zone", "Europe/Stockholm"), ("Language", "sv"));

        answer.Headers.Location!.ToString().ShouldContain("saved=company");
        var company = await house.Get<OurCompany>().Now(default);
        (company.Name, company.MailName, company.Zone.Id, company.Language).ShouldBe(("Satama Oy", "Sataman väki", "Europe/Stockholm", LanguageCode.Sv));
        (await house.Browser().Page("/")).ShouldContain("Satama Oy");
    }

    [Theory, OnBothDatabases]
    public async Task A_time_zone_that_is_none_is_refused_and_what_was_typed_stays(string database)
    {
        await using var house = await House.On(database);

        var answer = await house.BrowserOf(house.Minna).SendTo("/admin/company", "/admin/company", ("Name", "Uusi nimi"), ("Email", "hei@satama.example"), ("Zone", "Kuu/Meri"), ("Language", "fi"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.Text();
        page.ShouldContain("Tuntematon aikavyöhyke");
        page.ShouldContain("value=\"Uusi nimi\"");
        (await house.Look(db => db.Companies.SingleAsync())).Name.ShouldBe("Satama Palvelut Oy");
    }

    [Theory, OnBothDatabases]
    public async Task A_team_opens_twice_a_day_and_promises_are_made_by_it_from_then_on(string database)
    {
        await using var house = await House.On(database);
        var team = await house.Look(db => db.Teams.SingleAsync());

        var answer = await house.BrowserOf(house.Minna).SendTo("/admin/hours", "/admin/hours/team", ("Team", team.Id.Value.ToString()), ("Mon", "9–12, 17-19"), ("Tue", "10-12"));

        answer.Headers.Location!.ToString().ShouldContain("saved=team");
        (await house.Look(db => db.Teams.SingleAsync())).Hours.ToString().ShouldBe("Mon 09:00-12:00 17:00-19:00; Tue 10:00-12:00");
        var ticket = await house.Matter(house.Antti);
        ticket.Promise!.Due.ShouldBe(House.MondayAtTen.AddHours(9)); // two hours before noon, two from five o'clock
    }

    [Theory, OnBothDatabases]
    public async Task A_team_is_never_left_without_any_opening_hours(string database)
    {
        await using var house = await House.On(database);
        var team = await house.Look(db => db.Teams.SingleAsync());

        var answer = await house.BrowserOf(house.Minna).SendTo("/admin/hours", "/admin/hours/team", ("Team", team.Id.Value.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await house.Look(db => db.Teams.SingleAsync())).Hours.ShouldBe(team.Hours);
    }

    [Theory, OnBothDatabases]
    public async Task Closing_a_day_says_how_many_promises_fall_on_it_and_moves_none(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(4), "asia hoituu"));
        var minna = house.BrowserOf(house.Minna);

        var asked = await minna.SendTo("/admin/hours", "/admin/hours/closed", ("First", "2026-11-27"), ("Name", "Retki"));
        var before = await house.Look(db => db.ClosedDays.CountAsync());
        await minna.SendTo("/admin/hours", "/admin/hours/closed", ("First", "2026-11-27"), ("Name", "Retki"), ("PromisesStand", "true"));

        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await asked.Text()).ShouldContain("annettuja lupauksia: 1");
        before.ShouldBe(0);
        (await house.Look(db => db.ClosedDays.SingleAsync())).Day.ShouldBe(Friday);
        (await house.Ticket(ticket.Id)).Promise!.Due.ShouldBe(House.MondayAtTen.AddDays(4));
    }

    [Theory, OnBothDatabases]
    public async Task A_closed_day_opens_again(string database)
    {
        await using var house = await House.On(database);
        await house.Get<CloseDays>().For(new Closing(Friday, Friday.AddDays(1), "Retki", false), house.Minna, default);

        await house.BrowserOf(house.Minna).SendTo("/admin/hours", "/admin/hours/open", ("Day", "2026-11-27"));

        (await house.Look(db => db.ClosedDays.SingleAsync())).Day.ShouldBe(Friday.AddDays(1));
        (await house.Get<OurCompany>().Now(default)).HoursOf(house.Topic).IsClosedOn(Friday).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task Eves_are_open_when_the_company_says_so(string database)
    {
        await using var house = await House.On(database);

        await house.BrowserOf(house.Minna).SendTo("/admin/hours", "/admin/hours/eves");

        (await house.Get<OurCompany>().Now(default)).HoursOf(house.Topic).IsClosedOn(new DateOnly(2026, 12, 24)).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task A_new_topic_has_its_own_pace_and_urgent_number(string database)
    {
        await using var house = await House.On(database);
        var team = await house.Look(db => db.Teams.Select(t => t.Id).SingleAsync());

        await house.BrowserOf(house.Minna).SendTo("/admin/topics", "/admin/topics",
            ("Team", team.Value.ToString()), ("Finnish", "Matkat"), ("Swedish", "Resor"), ("English", "Trips"), ("AnswerHours", "1,5"), ("FastestMinutes", "5"), ("UrgentPhone", "040 111 2222"), ("Nonce", "one"));

        var topic = await house.Look(db => db.Topics.SingleAsync(t => t.English == "Trips"));
        (topic.AnswerWithin, topic.IsDefault).ShouldBe((TimeSpan.FromMinutes(90), false));
        (await house.Get<OurCompany>().Now(default)).UrgentPhone(topic.Id).ShouldBe(PhoneNumber.Parse("040 111 2222"));
    }

    [Theory, OnBothDatabases]
    public async Task A_retired_topic_gets_no_new_matters_and_the_usual_one_cannot_be_retired(string database)
    {
        await using var house = await House.On(database);
        var team = await house.Look(db => db.Teams.Select(t => t.Id).SingleAsync());
        await house.Get<OpenTopic>().As(new WishedTopic(team, "Matkat", "Resor", "Trips", TimeSpan.FromHours(2), TimeSpan.FromMinutes(5), null), house.Minna, null, default);
        var trips = await house.Look(db => db.Topics.SingleAsync(t => t.English == "Trips"));
        await house.Get<RetireTopic>().Or(TopicTurn.MakeDefault, trips.Id, house.Minna, default);

        var refused = await Should.ThrowAsync<RuleBroken>(house.Get<RetireTopic>().Or(TopicTurn.Retire, trips.Id, house.Minna, default));
        await house.Get<RetireTopic>().Or(TopicTurn.Retire, house.Topic, house.Minna, default);

        refused.Refusal.Key.ShouldBe("topic.default");
        (await house.Get<OurCompany>().Now(default)).OpenTopics.ShouldHaveSingleItem().Id.ShouldBe(trips.Id);
        (await house.Matter(house.Antti)).TopicId.ShouldBe(trips.Id);
    }

    [Theory, OnBothDatabases]
    public async Task A_person_who_leaves_a_team_gets_no_more_of_its_matters(string database)
    {
        await using var house = await House.On(database);

        await house.BrowserOf(house.Minna).SendTo("/me", $"/admin/people/{house.Antti.Value}/teams");

        (await house.Look(db => db.Teams.SingleAsync())).Members.ShouldNotContain(m => m.AgentId == house.Antti);
    }

    [Theory, OnBothDatabases]
    public async Task A_withdrawn_invitation_opens_nothing_and_nobody_invites_themselves_back(string database)
    {
        await using var house = await House.On(database);
        var secret = await Invited(house);
        var liisa = await house.Look(db => db.Agents.Where(a => a.Name == "Liisa Korhonen").Select(a => a.Id).SingleAsync());
        var minna = house.BrowserOf(house.Minna);

        await minna.SendTo("/me", $"/admin/people/{liisa.Value}/withdraw");
        await house.Get<Web.Ground.Identity.AskForWayIn>().Forgotten("liisa@satama.example", default);
        await house.Get<Web.Ground.Identity.AskForWayIn>().NewInvitation(secret, default);

        (await house.Browser().GetAsync($"/invitation/{secret}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await house.Look(db => db.Outbox.CountAsync(o => o.AgentId == liisa))).ShouldBe(1);
        (await minna.Page("/admin/people")).ShouldContain("Kutsu peruttu");
        await house.Get<RenewInvitation>().For(liisa, house.Minna, default);
        (await house.Look(db => db.Outbox.CountAsync(o => o.AgentId == liisa))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task An_invitation_follows_a_corrected_address(string database)
    {
        await using var house = await House.On(database);
        var secret = await Invited(house);
        var liisa = await house.Look(db => db.Agents.Where(a => a.Name == "Liisa Korhonen").Select(a => a.Id).SingleAsync());

        await house.BrowserOf(house.Minna).SendTo("/me", $"/admin/people/{liisa.Value}/email", ("Email", "liisa.korhonen@satama.example"));
        house.Clock.Passes(TimeSpan.FromSeconds(1));

        (await house.Browser().GetAsync($"/invitation/{secret}")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await house.Look(db => db.Outbox.Where(o => o.AgentId == liisa).OrderByDescending(o => o.MadeAt).ThenByDescending(o => o.Id).Select(o => o.Address).FirstAsync())).ShouldBe("liisa.korhonen@satama.example");
        (await house.LoginOf(liisa)).NormalizedEmail.ShouldBe("LIISA.KORHONEN@SATAMA.EXAMPLE");
    }

    [Theory, OnBothDatabases]
    public async Task Two_admins_cannot_take_each_others_rights_at_the_same_moment(string database)
    {
        await using var house = await House.On(database);
        await house.Get<ChangeRole>().For(house.Maija, Role.Admin, [LanguageCode.Fi], house.Minna, default);

        var both = new[]
        {
            house.Get<ChangeRole>().For(house.Maija, Role.Agent, [LanguageCode.Fi], house.Minna, default),
            house.Get<ChangeRole>().For(house.Minna, Role.Agent, [LanguageCode.Fi], house.Maija, default),
        };
        var refused = await Should.ThrowAsync<RuleBroken>(Task.WhenAll(both));

        refused.Refusal.Key.ShouldBe("agent.lastadmin");
        (await house.Look(db => db.Agents.CountAsync(a => a.Role == Role.Admin))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_log_says_who_did_what_and_goes_on_where_it_left_off(string database)
    {
        await using var house = await House.On(database);
        for (var i = 0; i < 55; i++)
            await house.Get<KeepEves>().Closed(i % 2 == 1, house.Minna, default);
        await house.Get<ChangeRole>().For(house.Antti, Role.Lead, [LanguageCode.Fi], house.Minna, default);
        var minna = house.BrowserOf(house.Minna);

        var page = await minna.Page("/admin/log");
        var people = await minna.Page("/admin/log?about=people");
        var antti = await minna.Page($"/admin/log?agent={house.Antti.Value}");
        var first = await house.Get<AuditLog>().Show(new AuditFilter(null, null), null, default);
        var second = await house.Get<AuditLog>().Show(new AuditFilter(null, null), first.After, default);

        page.ShouldContain("Minna Salo vaihtoi roolin: Antti Laine, nyt vetäjä");
        people.ShouldNotContain("päivitti yrityksen tiedot");
        antti.ShouldNotContain("vaihtoi roolin");
        first.Rows.Count.ShouldBe(AuditLog.PartLength);
        second.Rows.ShouldNotBeEmpty();
        second.Rows.Max(r => r.Id).ShouldBeLessThan(first.Rows.Min(r => r.Id));
    }

    [Fact]
    public void Whatever_happens_to_the_house_can_be_found_in_the_log_by_what_it_is_about()
    {
        var found = Enum.GetValues<AuditKind>().SelectMany(AuditLog.KindsOf).ToArray();

        var all = typeof(AboutUs).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(AboutUs))).Select(t => t.Name);
        found.ShouldBe(all, ignoreOrder: true);
    }

    private static async Task<string> Invited(House house)
    {
        await house.Get<Welcome>().Invite(new Newcomer("Liisa Korhonen", "liisa@satama.example", Role.Agent, [LanguageCode.Fi], Array.Empty<TeamId>()), house.Minna, null, default);
        return (await house.Look(db => db.Outbox.Where(o => o.AgentId != null).Select(o => o.Secret).SingleAsync()))!;
    }
}
