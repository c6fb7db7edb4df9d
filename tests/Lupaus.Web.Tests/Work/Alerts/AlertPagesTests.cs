using System.Net.Http.Json;
using Lupaus.Core.Tickets;
using Lupaus.Web.Tests.Ground;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Live;
using Lupaus.Web.Work.Alerts;
using Lupaus.Web.Work.Live;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lupaus.Web.Tests.Work.Alerts;

public sealed class AlertPagesTests
{
    [Fact]
    public async Task An_open_desk_hears_of_a_mention_at_once()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await using var line = await Line.Open(house.BrowserOf(house.Maija), "/alerts/line");

        await Asks(house, ticket, "@maija tiedätkö tästä?");

        var heard = (await line.Until("alert"))[^1];
        heard.Data.ShouldContain("Antti mainitsi sinut muistiinpanossa");
        heard.Data.ShouldContain(ticket.Reference.ToString());
    }

    [Fact]
    public async Task A_desk_that_opens_later_is_told_what_came_before_and_only_once()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await Asks(house, ticket, "@maija tiedätkö tästä?");
        var maija = house.BrowserOf(house.Maija);
        await using (var line = await Line.Open(maija, "/alerts/line"))
            await line.Until("alert");
        await Shows(maija, await Only(house));

        await using var again = await Line.Open(maija, "/alerts/line");

        (await again.Until("unread", "1")).ShouldNotContain(e => e.EventType == "alert");
    }

    [Fact]
    public async Task A_line_that_broke_goes_on_where_it_was_even_when_another_browser_has_shown_it()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await Asks(house, ticket, "@maija ensin tämä");
        var first = await Only(house);
        var maija = house.BrowserOf(house.Maija);
        await Shows(maija, first);
        await Asks(house, ticket, "@maija ja sitten tämä");
        await Shows(maija, await house.Look(db => db.Alerts.Where(a => a.Kind == AlertKind.Mentioned).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync()));

        maija.DefaultRequestHeaders.Add("Last-Event-ID", first.Value.ToString());
        await using var line = await Line.Open(maija, "/alerts/line");

        (await line.Until("unread")).Count(e => e.EventType == "alert").ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_browsers_one_sounds()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await Asks(house, ticket, "@maija tiedätkö tästä?");
        var id = await Only(house);

        var may = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Shows(house.BrowserOf(house.Maija), id)));

        may.Count(m => m.Sounds).ShouldBe(1);
        may.Count(m => m.Rings).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_settles_a_colleagues_alert()
    {
        await using var house = await House.Open();
        await Asks(house, await house.Matter(house.Antti), "@maija tiedätkö tästä?");
        var id = await Only(house);

        (await Shows(house.BrowserOf(house.Antti), id)).ShouldBe(new MayAlso(false, false));

        (await house.Look(db => db.Alerts.SingleAsync(a => a.Id == id))).SettledAt.ShouldBeNull();
    }

    [Fact]
    public async Task Another_site_cannot_say_that_an_alert_was_shown()
    {
        await using var house = await House.Open();
        await Asks(house, await house.Matter(house.Antti), "@maija tiedätkö tästä?");
        var maija = house.BrowserOf(house.Maija);
        maija.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        var answer = await maija.PostAsJsonAsync($"/alerts/{(await Only(house)).Value}/shown", new { });

        ((int)answer.StatusCode).ShouldBe(403);
    }

    [Fact]
    public async Task The_list_shows_what_a_desk_has_shown_in_passing_and_then_it_is_read()
    {
        await using var house = await House.Open();
        await Asks(house, await house.Matter(house.Antti), "@maija tiedätkö tästä?");
        var maija = house.BrowserOf(house.Maija);
        (await maija.Page("/desk")).ShouldMatch("data-count=\"/alerts\"[^>]*>1<");

        var first = await maija.Page("/alerts");
        var second = await maija.Page("/alerts");

        first.ShouldContain("Antti mainitsi sinut muistiinpanossa");
        first.ShouldContain("<b class=\"mark\"");
        second.ShouldContain("Antti mainitsi sinut muistiinpanossa");
        second.ShouldNotContain("<b class=\"mark\"");
        second.ShouldMatch("data-count=\"/alerts\" hidden[^>]*>0<");
    }

    [Fact]
    public async Task Opening_the_ticket_reads_its_alerts_and_no_others()
    {
        await using var house = await House.Open();
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Bertta", "bertta@example.fi"));
        await Asks(house, one, "@maija tiedätkö tästä?");
        await Asks(house, other, "@maija entä tästä?");

        await house.BrowserOf(house.Maija).Page($"/desk/{one.Reference}");

        (await house.Look(db => db.Alerts.Where(a => a.AgentId == house.Maija && a.ReadAt == null).Select(a => a.TicketId).ToListAsync())).ShouldBe([other.Id]);
    }

    [Fact]
    public async Task A_mention_is_marked_in_the_note_and_an_address_is_not()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await Asks(house, ticket, "@Maija.Virtanen, osoite on maija@maija.example <b>");

        var page = await house.BrowserOf(house.Maija).GetStringAsync($"/desk/{ticket.Reference}");

        page.ShouldContain("<b class=\"called me\">@Maija.Virtanen</b>, osoite on ");
        page.ShouldContain("&lt;b&gt;");
        page.Split("class=\"called").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Wishes_are_kept_and_what_cannot_be_meant_is_told_in_its_place()
    {
        await using var house = await House.Open();
        var antti = house.BrowserOf(house.Antti);

        var done = await antti.Send("/me", "/me/alerts", ("Sound", "All"), ("Mail", "Nothing"), ("QuietFrom", "21.30"), ("QuietUntil", "6"));
        var refused = await antti.Send("/me", "/me/alerts", ("Sound", "Nothing"), ("Mail", "Nothing"), ("QuietFrom", "21:30"), ("QuietUntil", ""));

        done.IsDone.ShouldBeTrue();
        ((int)refused.Status).ShouldBe(422);
        refused.Html.ShouldContain("Hiljaiset tunnit tarvitsevat alun ja lopun");
        var wishes = await house.Look(db => db.AlertWishes.SingleAsync());
        (wishes.Sound, wishes.Mail, wishes.QuietFrom, wishes.QuietUntil).ShouldBe((HearOf.All, HearOf.Nothing, new TimeOnly(21, 30), new TimeOnly(6, 0)));
    }

    [Fact]
    public async Task Colleagues_are_offered_with_the_name_that_finds_them()
    {
        await using var house = await House.Open();

        var offered = await house.BrowserOf(house.Antti).GetStringAsync("/alerts/colleagues");

        offered.ShouldContain("\"mention\":\"Maija\"");
        offered.ShouldNotContain("Antti");
    }

    [Fact]
    public async Task A_line_at_another_web_node_hears_of_it_too()
    {
        await using var postgres = await Postgres.Empty();
        await using var one = await House.Open(postgres.Connection, also: b => b.Services.AddHostedService<OtherNodes>());
        await using var two = await House.Open(postgres.Connection, withCompany: false, also: b => b.Services.AddHostedService<OtherNodes>());
        await one.Matter(one.Antti);
        await using var line = await Line.Open(two.BrowserOf(one.Antti), "/alerts/line");
        await line.Until("unread", "0");
        foreach (var node in new[] { one, two })
            node.Clock.Becomes(House.MondayAtTen.AddHours(3.5));

        await one.Get<WatchAlerts>().Look(default);

        (await line.Until("alert"))[^1].Data.ShouldContain("Lupauksen aika loppuu");
    }

    [Fact]
    public async Task A_program_can_ask_for_an_agents_alerts_and_say_that_they_are_read()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var ticket = await house.Matter(house.Antti);
        await shop.Post($"/tickets/{ticket.Reference}/notes", new { text = "@maija tiedätkö tästä?" });

        var (status, before, _) = await shop.Send(HttpMethod.Get, "/alerts", agent: "maija@satama.example");
        await shop.Post("/alerts/read", agent: "maija@satama.example");
        var (_, after, _) = await shop.Send(HttpMethod.Get, "/alerts", agent: "maija@satama.example");

        status.ShouldBe(200);
        var alert = before.GetProperty("alerts").EnumerateArray().Single();
        (alert.GetProperty("kind").GetString(), alert.GetProperty("ticket").GetString()).ShouldBe(("mentioned", ticket.Reference.Value));
        alert.GetProperty("readAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        after.GetProperty("alerts")[0].GetProperty("readAt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);
    }

    [Fact]
    public async Task Whoever_answers_by_a_program_has_heard_what_there_was_to_hear()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.CustomerWrites(ticket.Id, "Entä nyt?");

        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        (await house.Look(db => db.Alerts.Where(a => a.AgentId == house.Antti && a.ReadAt == null).CountAsync())).ShouldBe(0);
    }

    private static Task Asks(House house, Ticket ticket, string note) =>
        house.Get<WriteNote>().For(ticket.Id, note, [], house.Antti, house.Nonce(), default);

    private static Task<AlertId> Only(House house) => house.Look(db => db.Alerts.Where(a => a.Kind == AlertKind.Mentioned).Select(a => a.Id).SingleAsync());

    private static async Task<MayAlso> Shows(HttpClient browser, AlertId id)
    {
        if (!browser.DefaultRequestHeaders.Contains("Sec-Fetch-Site"))
            browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = await browser.PostAsJsonAsync($"/alerts/{id.Value}/shown", new { });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<MayAlso>())!;
    }
}
