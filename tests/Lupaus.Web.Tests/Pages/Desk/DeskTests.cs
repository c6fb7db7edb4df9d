using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Calendar;
using Lupaus.Web.Tests.Ground;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Pages.Desk;

public sealed class DeskTests
{
    [Fact]
    public async Task Who_has_not_signed_in_sees_nothing_of_the_desk()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        foreach (var path in new[] { "/desk", "/desk/open", "/desk/risk", $"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/history", "/desk/files/1/a.txt" })
            (await house.Browser().GetAsync(path)).Headers.Location!.ToString().ShouldContain("/sign-in");
    }

    [Fact]
    public async Task What_is_due_first_stands_first_and_waiting_for_the_customer_stands_apart()
    {
        await using var house = await House.Open();
        var later = await house.Matter(house.Antti, "Jorma Niemi", "jorma@example.fi");
        await house.Matter(house.Antti, "Aino Testinen", deadline: house.Clock.GetUtcNow().AddHours(1));
        var waiting = await house.Matter(house.Antti, "Ravintola Talvi", "talvi@example.fi");
        await house.Replies(waiting.Id, house.Antti, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(3), "Hei, ehditkö katsoa?"));

        var desk = await house.BrowserOf(house.Antti).Page("/desk");

        InOrder(desk, "Minun lupaukseni", "Aino Testinen", "Jorma Niemi", "Odotan asiakasta", "Ravintola Talvi");
        desk.ShouldContain(later.Reference.Value);
    }

    [Fact]
    public async Task More_than_the_column_holds_is_one_press_away_and_counted_in_full()
    {
        await using var house = await House.Open();
        for (var i = 0; i <= Web.Pages.Desk.MyDesk.Most; i++)
            await house.Matter(house.Antti);

        var desk = await house.BrowserOf(house.Antti).Page("/desk");

        desk.Split("class=\"customer\"").Length.ShouldBe(Web.Pages.Desk.MyDesk.Most + 1);
        desk.ShouldMatch("href=\"/desk/mine\"[^>]*>Näytä kaikki 51<");
        desk.ShouldMatch("<h2[^>]*><span[^>]*>Minun lupaukseni</span></h2>");
    }

    [Fact]
    public async Task A_promise_soon_due_or_late_says_so_in_words()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        house.Clock.Becomes(House.MondayAtTen.AddHours(3.75));
        (await browser.Page("/desk")).ShouldMatch("<b[^>]*>pian</b> · 15 min");
        house.Clock.Becomes(House.MondayAtTen.AddHours(4.5));
        (await browser.Page("/desk")).ShouldMatch("<b[^>]*>myöhässä</b> · 14.00");
    }

    [Fact]
    public async Task What_I_have_not_read_is_marked_until_I_open_it_and_again_when_the_customer_writes()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var browser = house.BrowserOf(house.Antti);

        (await browser.Page("/desk")).ShouldContain("Lukematta");
        await browser.Page($"/desk/{ticket.Reference}");
        (await browser.Page("/desk")).ShouldNotContain("Lukematta");
        await house.CustomerWrites(ticket.Id, "Entä nyt?");
        (await browser.Page("/desk")).ShouldContain("Lukematta");
    }

    [Fact]
    public async Task While_a_colleague_is_away_their_stand_in_sees_their_tickets()
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti, "Jorma Niemi", "jorma@example.fi");
        (await house.BrowserOf(house.Maija).Page("/desk")).ShouldNotContain("Sijaistan");

        var now = house.Clock.Now();
        await house.Changes.Make(db => Task.FromResult(db.Add(Absence.Plan(house.Antti, now, now.AddDays(2), house.Maija, now))), default);

        InOrder(await house.BrowserOf(house.Maija).Page("/desk"), "Sijaistan", "Jorma Niemi");
    }

    [Fact]
    public async Task Take_next_leads_to_the_ticket_and_pressed_twice_takes_one()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Maija);
        var browser = house.BrowserOf(house.Antti);
        var html = await browser.Page("/desk");

        var first = await browser.Send("/desk", "/desk/next");

        first.Leads.ShouldBe($"/desk/{ticket.Reference}");
        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(house.Antti);
        html.ShouldContain("Pöytäsi on tyhjä");
    }

    [Fact]
    public async Task When_there_is_nothing_left_to_take_the_desk_says_so_kindly()
    {
        await using var house = await House.Open();
        var browser = house.BrowserOf(house.Antti);

        var answer = await browser.Send("/desk", "/desk/next");

        answer.Leads.ShouldBe("/desk?done=nothing");
        (await browser.Page(answer.Leads!)).ShouldContain("Kaikki on hoidettu");
    }

    [Fact]
    public async Task Everybody_at_the_desk_sees_what_is_at_risk_whosever_it_is()
    {
        await using var house = await House.Open();
        await house.Matter(house.Maija, "Tuula Kettunen", "tuula@example.fi");
        house.Clock.Becomes(House.MondayAtTen.AddHours(3.9));

        (await house.BrowserOf(house.Antti).Page("/desk")).ShouldContain("/desk/risk");
        (await house.BrowserOf(house.Antti).Page("/desk/risk")).ShouldContain("Tuula Kettunen");
    }

    [Theory]
    [InlineData("Aino")]
    [InlineData("aino@")]
    [InlineData("040 765")]
    [InlineData("lunastaa")]
    [InlineData("öberg")]
    public async Task A_ticket_is_found_by_a_part_of_the_name_address_number_or_subject(string sought)
    {
        await using var house = await House.Open();
        await house.Matter(house.Antti, "Aino Öberg", "aino@example.fi", "040 765 4321");
        await house.Matter(house.Antti, "Jorma Niemi", "jorma@example.fi", body: "Haluan sivut.");

        var found = await house.BrowserOf(house.Maija).Page($"/desk/find?q={Uri.EscapeDataString(sought)}");

        found.ShouldContain("Aino Öberg");
        found.ShouldNotContain("Jorma Niemi");
    }

    [Fact]
    public async Task A_ticket_is_found_by_its_reference_however_it_is_typed()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        (await house.BrowserOf(house.Maija).Page($"/desk/find?q=%23{ticket.Reference.Value.ToLowerInvariant()}")).ShouldContain("Aino Testinen");
        (await house.BrowserOf(house.Maija).Page("/desk/find?q=ei+tällaista")).ShouldContain("Emme löytäneet");
    }

    [Fact]
    public async Task Long_lists_are_read_part_by_part_and_nothing_is_shown_twice_or_left_out()
    {
        await using var house = await House.Open();
        for (var i = 0; i < 60; i++)
            await house.Matter(house.Maija, $"Asiakas {i:00}!", $"c{i}@example.fi");
        var browser = house.BrowserOf(house.Antti);

        var first = await browser.Page("/desk/common");
        var next = System.Text.RegularExpressions.Regex.Match(first, "/desk/common\\?after=[^\"]+").Value;
        var second = await browser.Page(next);

        for (var i = 0; i < 60; i++)
            (first.Split($">Asiakas {i:00}!<").Length + second.Split($">Asiakas {i:00}!<").Length).ShouldBe(3);
        first.ShouldContain("href=\"/desk/common?after=");
        second.ShouldNotContain("href=\"/desk/common?after=");
    }

    [Fact]
    public async Task Closed_tickets_stand_apart_with_how_they_ended()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        var browser = house.BrowserOf(house.Antti);

        (await browser.Page("/desk/closed")).ShouldContain("ratkaistu");
        (await browser.Page("/desk/open")).ShouldContain("Avoimia asioita ei ole");
    }

    [Fact]
    public async Task The_desk_speaks_the_agents_own_language_until_they_choose_another()
    {
        await using var house = await House.Open();
        await house.Changes.Make(async db => (await db.Agents.FirstAsync(a => a.Id == house.Antti)).IntroduceAs("Antti Laine", null, false, LanguageCode.Sv, house.Antti, house.Clock.Now()), default);
        var browser = house.BrowserOf(house.Antti);

        (await browser.Page("/desk")).ShouldContain("Ta nästa");
        await browser.GetAsync("/language/en?back=/desk");
        (await browser.Page("/desk")).ShouldContain("Take next");
    }

    [Fact]
    public async Task The_desk_is_the_same_on_PostgreSQL()
    {
        await using var postgres = await Postgres.Empty();
        await using var house = await House.Open(postgres.Connection);
        var ticket = await house.Matter(house.Antti, "Aino Öberg", phone: "040 765 4321");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(5), "uusi lippu"));
        var browser = house.BrowserOf(house.Minna);

        foreach (var path in new[] { "/desk/open", "/desk/find?q=öberg", "/desk/find?q=040+765", $"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/as-customer" })
            (await browser.Page(path)).ShouldContain(path.EndsWith("customer", StringComparison.Ordinal) ? "uusi lippu" : "Aino Öberg");
        foreach (var path in new[] { "/desk", "/desk/common", "/desk/closed", "/desk/risk", $"/desk/{ticket.Reference}/history" })
            await browser.Page(path);
    }

    private static void InOrder(string html, params string[] words)
    {
        var at = 0;
        foreach (var word in words)
        {
            var next = html.IndexOf(word, at, StringComparison.Ordinal);
            next.ShouldBeGreaterThanOrEqualTo(at, word);
            at = next;
        }
    }
}
