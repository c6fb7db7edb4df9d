using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Care.Discrepancies;

public sealed class DiscrepanciesTests
{
    [Theory, OnBothDatabases]
    public async Task The_ticket_tells_programs_both_words_with_their_sources_and_how_it_was_settled(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();
        var said = (await shop.Get($"/tickets/{reference}")).Json.GetProperty("messages")[0].Text("id")!;

        var made = await shop.Post($"/tickets/{reference}/discrepancies", new { says = "Maksoin.", message = said, record = "Ei näy.", source = "Varausjärjestelmä", where = "12.3." });
        var id = made.Json.GetProperty("obstacles")[0].Text("id");
        var unsaid = await shop.Post($"/tickets/{reference}/obstacles/{id}/settle", new { settlement = "Löytyi." });
        var settled = await shop.Post($"/tickets/{reference}/obstacles/{id}/settle", new { settlement = "Löytyi.", holds = "customers", cause = "delay" });

        (made.Status, unsaid.Status, unsaid.Json.Key(), settled.Status).ShouldBe((201, 409, "discrepancy.cause", 200));
        var obstacle = settled.Json.GetProperty("obstacles")[0];
        (obstacle.Text("text"), obstacle.Text("settlement")).ShouldBe(("Maksoin.", "Löytyi."));
        var beside = obstacle.GetProperty("discrepancy");
        (beside.Text("said"), beside.Text("message"), beside.Text("record"), beside.Text("source"), beside.Text("where")).ShouldBe(("written", said, "Ei näy.", "Varausjärjestelmä", "12.3."));
        (beside.Text("holds"), beside.Text("cause"), beside.IsNull("nextOutside"), beside.IsNull("file")).ShouldBe(("customers", "delay", true, true));
    }

    [Fact]
    public async Task Two_words_are_enough_to_begin_with()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        var made = await shop.Post($"/tickets/{reference}/discrepancies", new { says = "Maksoin.", record = "Ei näy." });
        var nameless = await shop.Post($"/tickets/{reference}/obstacles/{made.Json.GetProperty("obstacles")[0].Text("id")}/settle", new { settlement = "Löytyi.", holds = "customers", cause = "delay" });

        (made.Status, nameless.Json.Key()).ShouldBe((201, "discrepancy.source"));
    }

    [Theory, OnBothDatabases]
    public async Task What_is_quoted_or_shown_is_of_the_same_matter(string database)
    {
        await using var house = await House.On(database);
        var (here, elsewhere) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Bertil Holm", "bertil@example.fi"));
        var theirs = (await house.Ticket(elsewhere.Id)).NewestFromCustomer;
        var record = house.Get<RecordDiscrepancy>();

        var quotes = () => record.For(here.Id, new WishedDiscrepancy("Maksoin.", "Ei näy.") { SaidIn = theirs }, house.Antti, house.Nonce(), default);
        var shows = () => record.For(here.Id, new WishedDiscrepancy("Maksoin.", "Ei näy.") { Shown = new AttachmentId(404) }, house.Antti, house.Nonce(), default);

        (await quotes.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("discrepancy.message");
        (await shows.ShouldThrowAsync<RuleBroken>()).Refusal.Key.ShouldBe("discrepancy.file");
        (await house.Ticket(here.Id)).Obstacles.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_presses_record_one(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var (record, once) = (house.Get<RecordDiscrepancy>(), house.Nonce());

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => record.For(ticket.Id, new WishedDiscrepancy("Maksoin.", "Ei näy."), house.Antti, once, default)));

        (await house.Ticket(ticket.Id)).Obstacles.ShouldHaveSingleItem().Record.ShouldBe("Ei näy.");
    }

    [Theory, OnBothDatabases]
    public async Task The_causes_are_counted_by_system_and_each_number_leads_to_its_tickets(string database)
    {
        await using var house = await House.On(database);
        var first = await Settled(house, "Varaus", DiscrepancyCause.Delay);
        await Settled(house, "VARAUS", DiscrepancyCause.Delay);
        var other = await Settled(house, "Kassa", DiscrepancyCause.WrongEntry);
        await house.Get<RecordDiscrepancy>().For((await house.Matter(house.Antti)).Id, new WishedDiscrepancy("Maksoin.", "Ei näy."), house.Antti, house.Nonce(), default);
        using var shop = await Caller.Known(house);

        var counted = (await shop.Send(HttpMethod.Get, "/discrepancies/causes", agent: "minna@satama.example")).Json;
        var listed = (await shop.Send(HttpMethod.Get, "/discrepancies?system=varaus&limit=1", agent: "minna@satama.example")).Json;
        var rest = (await shop.Send(HttpMethod.Get, $"/discrepancies?system=varaus&limit=1&after={listed.Text("next")}", agent: "minna@satama.example")).Json;
        var page = await house.BrowserOf(house.Minna).GetStringAsync("/lead/discrepancies", TestContext.Current.CancellationToken);
        var behind = await house.BrowserOf(house.Minna).GetStringAsync("/lead/discrepancies/behind?cause=WrongEntry", TestContext.Current.CancellationToken);

        (counted.GetProperty("settled").GetInt32(), counted.GetProperty("open").GetInt32()).ShouldBe((3, 1));
        counted.GetProperty("causes").EnumerateArray().Select(c => (c.Text("cause"), c.GetProperty("count").GetInt32(), c.IsNull("inHundred"))).ShouldBe([("delay", 2, true), ("wrongEntry", 1, true)]);
        counted.GetProperty("systems").EnumerateArray().Select(s => s.GetProperty("count").GetInt32()).ShouldBe([2, 1]);
        listed.GetProperty("discrepancies").GetArrayLength().ShouldBe(1);
        (rest.GetProperty("discrepancies")[0].Text("ticket"), rest.IsNull("next")).ShouldBe((first.Value, true));
        page.ShouldContain("cause=Delay");
        page.ShouldNotContain("&nbsp;%");
        behind.ShouldContain($"/desk/{other}");
        behind.ShouldNotContain($"/desk/{first}");
    }

    [Theory]
    [InlineData("/discrepancies/causes?from=eilen", "from")]
    [InlineData("/discrepancies/causes?from=2026-12-01&to=2026-11-01", "from")]
    [InlineData("/discrepancies?cause=4", "cause")]
    public async Task What_cannot_be_meant_is_refused(string path, string field)
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, json, _) = await shop.Send(HttpMethod.Get, path, agent: "minna@satama.example");

        (status, json.Text("field")).ShouldBe((400, field));
    }

    [Fact]
    public async Task Causes_are_for_leads_to_see()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        (await shop.Send(HttpMethod.Get, "/discrepancies/causes")).Json.Key().ShouldBe("api.agent.role");
        (await house.BrowserOf(house.Antti).GetAsync("/lead/discrepancies", TestContext.Current.CancellationToken)).IsSuccessStatusCode.ShouldBeFalse();
        (await house.BrowserOf(house.Minna).GetStringAsync("/lead/discrepancies", TestContext.Current.CancellationToken)).ShouldContain("Tänä aikana ei ole ratkaistu ristiriitoja");
    }

    [Fact]
    public async Task One_press_at_the_customers_message_begins_with_their_own_words()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti, body: "Maksoin viikko sitten.");
        var said = (await house.Ticket(ticket.Id)).NewestFromCustomer!.Value.Value;

        var page = await house.BrowserOf(house.Antti).GetStringAsync($"/desk/{ticket.Reference}?quote={said}", TestContext.Current.CancellationToken);

        page.ShouldContain($"/desk/{ticket.Reference}?quote={said}#discrepancy");
        page.ShouldContain(">Maksoin viikko sitten.</textarea>");
    }

    private static async Task<Reference> Settled(House house, string system, DiscrepancyCause cause)
    {
        var ticket = await house.Matter(house.Antti);
        await house.Get<RecordDiscrepancy>().For(ticket.Id, new WishedDiscrepancy("Maksoin.", "Ei näy.") { Source = system }, house.Antti, house.Nonce(), default);
        await house.Get<ChangeTicket>().For(ticket.Id, (t, now) => t.SettleDiscrepancy(t.Obstacles[0].Id, new Verdict(WhichHolds.Customers, cause, "Löytyi."), house.Antti, now), default);
        return ticket.Reference;
    }
}
