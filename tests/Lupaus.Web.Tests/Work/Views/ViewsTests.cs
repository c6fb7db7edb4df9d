using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Views;

public sealed class ViewsTests
{
    [Theory, OnBothDatabases]
    public async Task Each_view_of_the_desk_shows_what_its_name_says(string database)
    {
        await using var house = await House.On(database);
        var mine = await house.Matter(house.Antti, "Aino Oma", "oma@example.fi");
        var untouched = await house.Matter(house.Maija, "Eino Uusi", "uusi@example.fi");
        var waiting = await house.Matter(house.Maija, "Oona Odottaja", "odottaja@example.fi");
        await house.Replies(waiting.Id, house.Maija, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(3), "Ehditkö katsoa?"));
        var later = await house.Matter(house.Maija, "Leo Myöhempi", "leo@example.fi");
        await house.Replies(later.Id, house.Maija, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(2)));
        var closed = await house.Matter(house.Maija, "Sanna Suljettu", "sanna@example.fi");
        await house.Replies(closed.Id, house.Maija, new WhatNext.Solves());
        var antti = house.BrowserOf(house.Antti);

        async Task Shows(string view, params Ticket[] wanted)
        {
            var html = await antti.Page($"/desk/{view}");
            var list = html[html.IndexOf("data-list", StringComparison.Ordinal)..];
            new[] { mine, untouched, waiting, later, closed }.Where(t => list.Contains($"value=\"{t.Reference}\"")).Select(t => t.Reference).ShouldBe(wanted.Select(t => t.Reference), ignoreOrder: true, view);
        }

        await Shows("mine", mine);
        await Shows("common", mine, untouched);
        await Shows("team", mine, untouched, waiting, later);
        await Shows("open", mine, untouched, waiting, later);
        await Shows("waiting", waiting);
        await Shows("today", mine, untouched);
        await Shows("risk");
        await Shows("closed", closed);
        await Shows("list?owner=me", mine);
        await Shows("list?state=Both&text=Suljettu", closed);
        await Shows("list?turn=Customers", waiting);
        await Shows("list?due=Week&turn=Ours", mine, untouched, later);
        await Shows($"list?owner={house.Maija.Value}&state=Closed", closed);
    }

    [Theory, OnBothDatabases]
    public async Task A_view_that_is_saved_and_shared_stands_on_colleagues_desks_and_only_its_maker_changes_it(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Maija);
        await house.Get<TagTicket>().For(ticket.Id, ["laskut"], [], house.Maija, null, default);
        var tag = (await house.Look(db => db.Tags.SingleAsync())).Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));

        var saved = await antti.Send("/desk/list", "/desk/views", ("name", "Laskuasiat"), ("tag", tag), ("shared", "1"));
        var path = saved.Leads!.Split('?')[0];

        (await maija.Page("/desk")).ShouldContain($"href=\"{path}\"");
        (await maija.Page(path)).ShouldContain($"value=\"{ticket.Reference}\"");
        (await maija.Page(path)).ShouldNotContain("Poista näkymä");
        (await maija.Send("/desk/blocked", "/desk/blocked")).Status.ShouldNotBe(HttpStatusCode.InternalServerError);
        (await antti.Send(path, "/desk/views", ("name", "Laskut"), ("tag", tag))).Leads.ShouldBe($"{path}?done=saved");
        (await maija.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await antti.Send(path, $"{path}/drop")).Leads.ShouldBe("/desk/open?done=dropped");
        (await house.Look(db => db.SavedViews.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_view_without_a_name_is_refused_and_its_filter_kept()
    {
        await using var house = await House.Open();

        var answer = await house.BrowserOf(house.Antti).Send("/desk/list", "/desk/views", ("name", " "), ("text", "lippu"), ("order", "OldestWord"));

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Html.ShouldContain("Anna näkymälle nimi.");
        answer.Html.ShouldContain("value=\"lippu\"");
        answer.Html.ShouldContain("value=\"OldestWord\" selected");
    }

    [Theory, OnBothDatabases]
    public async Task What_has_come_since_one_looked_is_unread_until_one_looks_again(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Page("/desk")).ShouldContain("class=\"unread\"");
        await antti.Page($"/desk/{ticket.Reference}");
        (await antti.Page("/desk")).ShouldNotContain("class=\"unread\"");
        house.Clock.Passes(TimeSpan.FromMinutes(20));
        await house.CustomerWrites(ticket.Id, "Entä kuitti?");

        (await antti.Page("/desk/open")).ShouldContain("class=\"is-new\"");
        (await antti.Page("/desk/list?unread=1")).ShouldContain($"value=\"{ticket.Reference}\"");
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldContain(">Uutta</span>");
        (await antti.Page("/desk/open")).ShouldNotContain("class=\"is-new\"");
        (await house.BrowserOf(house.Minna).Page("/desk/open")).ShouldNotContain("class=\"is-new\"");
    }

    [Theory, OnBothDatabases]
    public async Task Ones_own_words_are_not_new_and_a_ticket_can_be_marked_unread_again(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);
        await antti.Page($"/desk/{ticket.Reference}");
        await house.Get<WriteNote>().For(ticket.Id, "Soitan huomenna.", [], house.Antti, house.Nonce(), default);
        (await antti.Page("/desk")).ShouldNotContain("class=\"unread\"");

        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/unread")).Leads.ShouldBe("/desk/mine?done=unread");

        (await antti.Page("/desk/mine?done=unread")).ShouldContain("Merkitty lukemattomaksi.");
        (await antti.Page("/desk")).ShouldContain("class=\"unread\"");
    }

    [Theory, OnBothDatabases]
    public async Task A_program_lists_views_and_saves_its_own(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();
        async Task<string?[]> Listed(string query) => [.. (await shop.Send(HttpMethod.Get, $"/tickets?{query}")).Json.GetProperty("tickets").EnumerateArray().Select(t => t.Text("reference"))];

        (await Listed("view=common")).ShouldBe([reference]);
        (await Listed("view=waiting")).ShouldBeEmpty();
        (await Listed("view=open&query=lunastaa&turn=ours&due=week")).ShouldBe([reference]);
        (await shop.Get("/tickets?view=common")).Status.ShouldBe(403);
        (await shop.Send(HttpMethod.Get, "/tickets?turn=sideways")).Status.ShouldBe(400);
        var saved = await shop.Post("/views", new { name = "Lunastus", shared = true, filter = new { query = "lunastaa", state = "both", order = "newestWord" } });
        saved.Status.ShouldBe(201);
        (await Listed($"view={saved.Json.Text("id")}")).ShouldBe([reference]);
        (await shop.Send(HttpMethod.Put, $"/views/{saved.Json.Text("id")}", new { name = "Muu", filter = new { owner = "me", query = "ei osu" } })).Json.Text("name").ShouldBe("Muu");
        (await Listed($"view={saved.Json.Text("id")}")).ShouldBeEmpty();
        (await shop.Send(HttpMethod.Delete, $"/views/{saved.Json.Text("id")}")).Status.ShouldBe(204);

        (await shop.Post($"/tickets/{reference}/read")).Status.ShouldBe(204);
        (await Listed("unread=true")).ShouldBeEmpty();
        (await shop.Post($"/tickets/{reference}/unread")).Status.ShouldBe(204);
        (await Listed("unread=true")).ShouldBe([reference]);
    }
}
