using System.Net;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Customers;

public sealed class CardTests
{
    [Theory, OnBothDatabases]
    public async Task A_card_shows_every_matter_and_keeps_what_is_written_on_it(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);
        var card = $"/desk/people/{ticket.CustomerId.Value}";
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldContain(card);

        (await antti.Send(card, $"{card}/about", ("name", "Aino Testinen"), ("language", "sv"), ("organisation", "Testinen Oy"), ("notes", "Pitää junista."))).IsDone.ShouldBeTrue();
        (await antti.Send(card, $"{card}/contacts", ("contact", "040 123 4567"))).IsDone.ShouldBeTrue();
        var words = await antti.Send(card, $"{card}/words", ("what", "Lähettää kuitin"), ("word-day", "2026-11-25"), ("word-time", "12:00"));
        words.IsDone.ShouldBeTrue(words.Html);
        var fields = await antti.Page(card);
        (await antti.Send($"{card}/fields", FormOf(fields, ("field", "Asiakasnumero"), ("value", "777")))).IsDone.ShouldBeTrue();

        var page = await antti.Page(card);
        foreach (var shown in new[] { ticket.Subject, "Testinen Oy", "Pitää junista.", "040 123 4567", "Lähettää kuitin", "Asiakasnumero", "777" })
            page.ShouldContain(shown);
        var organisation = await house.Look(db => db.Organisations.Select(o => o.Id).SingleAsync());
        (await antti.Page($"/desk/organisations/{organisation.Value}")).ShouldContain("Aino Testinen");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_cannot_be_written_on_a_card_is_said_in_place_and_what_was_typed_stays()
    {
        await using var house = await House.Open();
        var (ticket, other) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        var antti = house.BrowserOf(house.Antti);
        var card = $"/desk/people/{ticket.CustomerId.Value}";

        var taken = await antti.Send(card, $"{card}/contacts", ("contact", "eino@example.fi"));
        var wrong = await antti.Send(card, $"{card}/contacts", ("contact", "eino@"));
        var past = await antti.Send(card, $"{card}/words", ("what", "Lähettää kuitin"), ("word-day", "2026-11-20"), ("word-time", "12:00"));

        (taken.Status, wrong.Status, past.Status).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Conflict));
        taken.Html.ShouldContain("jo toisella asiakkaalla: Eino Toinen");
        wrong.Html.ShouldContain("value=\"eino@\"");
        past.Html.ShouldContain("value=\"Lähettää kuitin\"");
        (await antti.GetAsync("/desk/people/404")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        other.CustomerId.ShouldNotBe(ticket.CustomerId);
    }

    [Theory, OnBothDatabases]
    public async Task Two_rows_that_are_one_human_become_one_and_each_gets_back_what_was_theirs(string database)
    {
        await using var house = await House.On(database);
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Maija, "A. Testinen", null, "040 123 4567"));
        var antti = house.BrowserOf(house.Antti);
        var (card, gone) = ($"/desk/people/{one.CustomerId.Value}", $"/desk/people/{other.CustomerId.Value}");

        (await antti.Send(card, $"{card}/merge", ("other", "+358 40 1234567"))).IsDone.ShouldBeTrue();

        (await antti.Page(card)).ShouldContain("040 123 4567");
        (await house.Ticket(other.Id)).CustomerId.ShouldBe(one.CustomerId);
        (await antti.GetAsync(gone)).Headers.Location!.ToString().ShouldBe(card);
        await house.Get<MergeTickets>().For(one.Id, other.Id, house.Antti, house.Nonce(), default);
        await house.KeepsEveryRule();

        (await antti.Send(card, $"{card}/part/{other.CustomerId.Value}")).Html.ShouldContain("Erota ensin asiat");
        await house.Get<PartTicket>().For(other.Id, house.Antti, house.Nonce(), default);
        (await antti.Send(card, $"{card}/part/{other.CustomerId.Value}")).IsDone.ShouldBeTrue();

        (await house.Ticket(other.Id)).CustomerId.ShouldBe(other.CustomerId);
        (await antti.Page(gone)).ShouldContain("040 123 4567");
        (await antti.Page(card)).ShouldNotContain("040 123 4567");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_program_finds_people_by_whatever_is_known_changes_and_merges_them(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Åke Öhman", "ake@example.fi", "040 123 4567"));

        foreach (var query in new[] { "Åke", "öhman", "AKE@example.fi", "+358 (0)40 123 4567", "040 123" })
            (await shop.Get($"/customers?query={Uri.EscapeDataString(query)}")).Json.GetProperty("customers").EnumerateArray().ShouldHaveSingleItem().Text("name").ShouldBe("Åke Öhman", query);
        var first = await shop.Get("/customers?limit=1");
        (await shop.Get($"/customers?limit=1&after={first.Json.Text("next")}")).Json.GetProperty("customers").EnumerateArray().ShouldHaveSingleItem().Text("name").ShouldBe("Aino Testinen");

        var changed = await shop.Send(HttpMethod.Patch, $"/customers/{other.CustomerId.Value}", new { organisation = "Öhman Ab", fields = new { number = "777" } });
        (changed.Status, changed.Json.Text("organisation"), changed.Json.GetProperty("fields").Text("number")).ShouldBe((200, "Öhman Ab", "777"));
        var merged = await shop.Post($"/customers/{other.CustomerId.Value}/merge", new { into = $"{one.CustomerId.Value}" });
        (merged.Status, merged.Json.GetProperty("contacts").GetArrayLength(), merged.Json.GetProperty("matters").GetInt32()).ShouldBe((200, 3, 2));
        var parted = await shop.Post($"/customers/{other.CustomerId.Value}/unmerge");
        (parted.Status, parted.Json.GetProperty("contacts").GetArrayLength(), parted.Json.GetProperty("matters").GetInt32()).ShouldBe((200, 2, 1));
        (await shop.Get("/customers/404")).Status.ShouldBe(404);
    }

    private static Dictionary<string, string?> FormOf(string html, params (string Name, string Value)[] fields)
    {
        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]*)\"").Groups[1].Value;
        return fields.Append(("__RequestVerificationToken", token)).Append(("nonce", Guid.NewGuid().ToString("N"))).ToDictionary(f => f.Item1, f => (string?)f.Item2);
    }
}
