using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Tickets;

public sealed class TagsTests
{
    [Theory, OnBothDatabases]
    public async Task Tags_are_added_and_removed_on_the_tickets_page_and_shown_in_lists(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/tags", ("tag", "Laskut, matkat"))).Leads.ShouldBe($"/desk/{ticket.Reference}?done=tag");
        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/tags", ("tag", "LASKUT"))).IsDone.ShouldBeTrue();
        (await antti.Page("/desk/open")).ShouldContain(">Laskut</span>");
        (await house.Look(db => db.Tags.CountAsync())).ShouldBe(2);
        await house.Untag(antti, ticket.Reference, "matkat");

        (await antti.Page($"/desk/{ticket.Reference}")).ShouldNotContain("Poista tunniste matkat");
        (await antti.Page($"/desk/{ticket.Reference}/history")).ShouldContain("Antti Laine poisti tunnisteen matkat.");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_is_no_tag_is_refused_in_its_place_and_stays_typed()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        var answer = await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/tags", ("tag", new string('p', 41)));

        answer.Html.ShouldContain("Tunniste on liian pitkä: enintään 40 merkkiä mahtuu.");
        answer.Html.ShouldContain(new string('p', 41));
    }

    [Theory, OnBothDatabases]
    public async Task A_program_tags_and_finds_by_tag(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var (one, other) = (await shop.Opens(), await shop.Opens("Toinen asia.", "eino@example.fi"));

        var tagged = await shop.Post($"/tickets/{one}/tags", new { add = new[] { "Laskut", "laskut" }, remove = new[] { "muu" } }, once: "tag-1");

        tagged.Json.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["Laskut"]);
        (await shop.Get("/tags")).Json.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["Laskut"]);
        (await shop.Get("/tickets?tag=LASKUT")).Json.GetProperty("tickets").EnumerateArray().Select(t => t.Text("reference")).ShouldBe([one]);
        (await shop.Get("/tickets?tag=olematon")).Status.ShouldBe(400);
        (await shop.Post($"/tickets/{other}/tags", new { add = Enumerable.Range(1, 21).Select(i => $"t{i}").ToArray() })).Json.Key().ShouldBe("tag.many");
    }
}

internal static class AtTags
{
    /// <summary>Each tag has a form of its own, all to the same address: the one of this tag.</summary>
    public static async Task Untag(this House house, HttpClient browser, Reference ticket, string tag)
    {
        var hidden = await browser.HiddenOf($"/desk/{ticket}", $"/desk/{ticket}/tags/remove");
        (await browser.Send($"/desk/{ticket}/tags/remove", new Dictionary<string, string?>(hidden) { ["tag"] = tag })).IsDone.ShouldBeTrue();
    }
}
