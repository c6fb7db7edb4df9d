using System.Text.Json;
using Lupaus.Web.Tests.Ground.Foundations;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.Api;

public sealed class TicketsApiTests
{
    [Fact]
    public async Task A_matter_sent_by_a_program_has_an_owner_and_a_promise_at_once()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, ticket, response) = await shop.Post("/tickets", new
        {
            name = "Aino Testinen",
            email = "aino@example.fi",
            phone = "040 123 4567",
            subject = "Lippu",
            text = "Lippua ei voi lunastaa.",
            language = "sv",
            deadline = "2026-11-23T14:00:00+02:00",
            topic = "Something else",
        }, agent: null);

        status.ShouldBe(201);
        response.Headers.Location!.ToString().ShouldBe($"/api/v1/tickets/{ticket.Text("reference")}");
        ticket.GetProperty("owner").Text("email").ShouldEndWith("@satama.example");
        ticket.GetProperty("promise").Text("kind").ShouldBe("answer");
        ticket.Text("deadline").ShouldBe("2026-11-23T12:00:00Z");
        ticket.Text("language").ShouldBe("sv");
        ticket.Text("id")!.ShouldAllBe(c => char.IsDigit(c));
    }

    [Fact]
    public async Task The_same_idempotency_key_is_the_same_ticket()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var body = new { email = "aino@example.fi", text = "Kerran vain." };

        var first = await shop.Post("/tickets", body, once: "order-1");
        var again = await shop.Post("/tickets", body, once: "order-1");

        (again.Status, again.Json.Text("reference")).ShouldBe((201, first.Json.Text("reference")));
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_key_with_another_body_is_refused_by_its_own_name_and_nothing_is_done(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var first = await shop.Post("/tickets", new { email = "aino@example.fi", text = "Kerran vain." }, once: "order-1");

        var (status, problem, response) = await shop.Post("/tickets", new { email = "eino@example.fi", text = "Aivan muuta." }, once: "order-1");

        (status, problem.Key()).ShouldBe((409, "once.other"));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.Text("title").ShouldBe("This Idempotency-Key has been used for something else. Take a new one.");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
        (await shop.Post("/tickets", new { email = "aino@example.fi", text = "Kerran vain." }, once: "order-1")).Json.Text("reference").ShouldBe(first.Json.Text("reference"));
    }

    [Fact]
    public async Task Replies_notes_moves_and_deadlines_are_told_apart_by_their_bodies_too()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var path = $"/tickets/{await shop.Opens()}";
        var deeds = new (string Path, object One, object Other)[]
        {
            ("/notes", new { text = "Soitin." }, new { text = "Soitin taas." }),
            ("/deadline", new { deadline = "2026-11-24T10:00:00Z" }, new { deadline = "2026-11-25T10:00:00Z" }),
            ("/promise/move", new { due = "2026-11-25T10:00:00Z", reason = "asema on kiinni" }, new { due = "2026-11-26T10:00:00Z", reason = "asema on kiinni" }),
            ("/replies", new { text = "Valmista.", next = new { kind = "solves" } }, new { text = "Valmista!", next = new { kind = "solves" } }),
        };

        foreach (var (deed, one, other) in deeds)
        {
            (await shop.Post(path + deed, one, once: "k-1")).Status.ShouldBeInRange(200, 201);
            (await shop.Post(path + deed, one, once: "k-1")).Status.ShouldBeInRange(200, 201);
            (await shop.Post(path + deed, other, once: "k-1")).Json.Key().ShouldBe("once.other");
        }
    }

    [Fact]
    public async Task The_same_key_in_another_agents_name_is_refused()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var path = $"/tickets/{await shop.Opens()}/notes";
        await shop.Post(path, new { text = "Soitin." }, once: "k-1");

        var again = await shop.Post(path, new { text = "Soitin." }, agent: "ANTTI@satama.example", once: "k-1");
        var other = await shop.Post(path, new { text = "Soitin." }, agent: "maija@satama.example", once: "k-1");

        (again.Status, other.Status, other.Json.Key()).ShouldBe((201, 409, "once.other"));
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_bodies_sent_at_once_under_one_key_one_is_done_and_the_other_refused(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => shop.Post("/tickets", new { email = "aino@example.fi", text = i % 2 == 0 ? "Toinen." : "Toinen ei." }, once: "order-1")));

        both.Select(b => b.Status).Order().ShouldBe([201, 201, 201, 409, 409, 409]);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_twice_at_once_is_still_one_ticket()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var body = new { email = "aino@example.fi", text = "Kerran vain." };

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.Post("/tickets", body, once: "order-1")));

        both.Select(b => b.Json.Text("reference")).Distinct().Count().ShouldBe(1);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_sent_twice_at_once_reaches_the_customer_once()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();
        var body = new { text = "Selvitän.", next = new { kind = "promises", promise = "findOut", due = "2026-11-24T10:00:00Z", words = "Missä lippu on" } };

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => shop.Post($"/tickets/{reference}/replies", body, once: "r-1")));

        both.ShouldAllBe(b => b.Status == 201);
        var whole = (await shop.Get($"/tickets/{reference}")).Json;
        whole.GetProperty("messages").EnumerateArray().Count(m => m.Text("text") == "Selvitän.").ShouldBe(1);
        whole.GetProperty("ticket").GetProperty("promise").Text("due").ShouldBe("2026-11-24T10:00:00Z");
    }

    [Fact]
    public async Task A_key_used_again_for_another_ticket_does_not_swallow_the_reply()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var (one, other) = (await shop.Opens(), await shop.Opens(email: "eino@example.fi"));
        var body = new { text = "Valmista.", next = new { kind = "solves" } };

        await shop.Post($"/tickets/{one}/replies", body, once: "r-1");
        var second = await shop.Post($"/tickets/{other}/replies", body, once: "r-1");

        second.Json.Text("state").ShouldBe("closed");
    }

    [Fact]
    public async Task A_ticket_goes_its_whole_way_through_the_door_for_programs()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        (await shop.Post($"/tickets/{reference}/notes", new { text = "Soitin asemalle." })).Status.ShouldBe(201);
        var promised = await shop.Post($"/tickets/{reference}/replies", new { text = "Hoidan.", next = new { kind = "promises", promise = "act", due = "2026-11-24T10:00:00Z" } });
        promised.Json.GetProperty("promise").GetProperty("promiser").Text("email").ShouldBe("antti@satama.example");
        var moved = await shop.Post($"/tickets/{reference}/promise/move", new { due = "2026-11-25T10:00:00Z", reason = "asema on kiinni" });
        moved.Json.GetProperty("promise").GetProperty("moves").GetInt32().ShouldBe(1);
        var waits = await shop.Post($"/tickets/{reference}/replies", new { text = "Mikä tili?", next = new { kind = "waits", askAgainAt = "2026-11-27T10:00:00Z", reminder = "Ehditkö katsoa?" } });
        waits.Json.GetProperty("promise").Text("kind").ShouldBe("checkBack");
        var closed = await shop.Post($"/tickets/{reference}/close", new { how = "solved", text = "Rahat ovat tilillä." });
        (closed.Json.Text("state"), closed.Json.IsNull("promise"), closed.Json.GetProperty("closure").Text("how")).ShouldBe(("closed", true, "solved"));
        var reopened = await shop.Post($"/tickets/{reference}/reopen");
        (reopened.Json.Text("state"), reopened.Json.IsNull("closure")).ShouldBe(("open", true));

        var whole = (await shop.Get($"/tickets/{reference}?facts=true")).Json;
        whole.GetProperty("promises").EnumerateArray().Select(p => p.Text("how")).ShouldBe(["kept", "moved", "kept", "kept"]);
        whole.GetProperty("facts").EnumerateArray().Select(f => f.Text("kind")).ShouldContain("TicketReopened");
    }

    [Fact]
    public async Task A_rule_that_says_no_is_told_by_its_name()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();
        await shop.Post($"/tickets/{reference}/close", new { how = "withdrawn" });

        var (status, problem, _) = await shop.Post($"/tickets/{reference}/replies", new { text = "Vielä yksi asia.", next = new { kind = "solves" } });

        (status, problem.Key()).ShouldBe((409, "ticket.closed"));
        problem.Text("type").ShouldBe("urn:lupaus:refusal:ticket.closed");
    }

    [Fact]
    public async Task A_reply_written_before_the_customers_newest_words_is_stopped()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        var (status, problem, _) = await shop.Post($"/tickets/{reference}/replies", new { text = "Valmis.", next = new { kind = "solves" }, seen = "1" });

        (status, problem.Key()).ShouldBe((409, "ticket.newer"));
    }

    [Theory]
    [InlineData("""{"text":"a"}""", "api.field.missing", "next")]
    [InlineData("""{"text":"a","next":{"kind":"promises","due":"2026-11-24T10:00:00Z"}}""", "api.field.missing", "next.promise")]
    [InlineData("""{"text":"a","next":{"kind":"promises","promise":"act"}}""", "api.field.missing", "next.due")]
    [InlineData("""{"text":"a","next":{"kind":"waits","askAgainAt":"2026-11-24T10:00:00Z"}}""", "api.field.missing", "next.reminder")]
    [InlineData("""{"text":"a","next":{"kind":"solves","due":"2026-11-24T10:00:00Z"}}""", "api.field.needless", "next.due")]
    public async Task A_reply_leaves_no_gap_and_passes_nothing_over(string body, string key, string field)
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        var (status, problem, _) = await shop.Post($"/tickets/{reference}/replies", body);

        (status, problem.Key(), problem.Text("field")).ShouldBe((422, key, field));
    }

    [Fact]
    public async Task A_deadline_is_set_and_taken_away()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        var set = await shop.Post($"/tickets/{reference}/deadline", new { deadline = "2026-11-23T12:00:00.500Z" }, agent: null);
        var cleared = await shop.Post($"/tickets/{reference}/deadline", new { deadline = (string?)null }, agent: null);

        set.Json.Text("deadline").ShouldBe("2026-11-23T12:00:00.5Z");
        cleared.Json.IsNull("deadline").ShouldBeTrue();
    }

    [Fact]
    public async Task Pages_of_a_list_stay_where_they_are_while_new_tickets_come()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var all = new List<string>();
        for (var i = 0; i < 7; i++)
            all.Add(await shop.Opens(email: $"aino{i}@example.fi"));

        var first = (await shop.Get("/tickets?limit=3")).Json;
        await shop.Opens(email: "late@example.fi");
        var second = (await shop.Get($"/tickets?limit=3&after={first.Text("next")}")).Json;
        var third = (await shop.Get($"/tickets?limit=3&after={second.Text("next")}")).Json;

        new[] { first, second, third }.SelectMany(References).ShouldBe(Enumerable.Reverse(all));
        third.IsNull("next").ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_is_about_those_asked_for()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var (open, closed) = (await shop.Opens("Missä lippu?"), await shop.Opens("Missä kuitti?", "veera@example.fi"));
        await shop.Post($"/tickets/{closed}/close", new { how = "notService" });
        var owner = (await shop.Get($"/tickets/{open}")).Json.GetProperty("ticket").GetProperty("owner").Text("email");

        References((await shop.Get("/tickets?state=open")).Json).ShouldBe([open]);
        References((await shop.Get("/tickets?state=closed")).Json).ShouldBe([closed]);
        References((await shop.Get("/tickets?query=KUITTI")).Json).ShouldBe([closed]);
        References((await shop.Get("/tickets?query=veera@")).Json).ShouldBe([closed]);
        References((await shop.Get($"/tickets?query={open}")).Json).ShouldBe([open]);
        References((await shop.Get($"/tickets?state=open&owner={owner}")).Json).ShouldBe([open]);
    }

    [Fact]
    public async Task Take_next_gives_the_same_ticket_when_asked_again_with_the_same_key()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        await shop.Opens();
        await shop.Opens(email: "eino@example.fi");

        var first = await shop.Post("/queue/next", once: "n-1");
        var again = await shop.Post("/queue/next", once: "n-1");

        first.Json.GetProperty("owner").Text("email").ShouldBe("antti@satama.example");
        again.Json.Text("reference").ShouldBe(first.Json.Text("reference"));
    }

    [Fact]
    public async Task With_nothing_to_do_next_is_nothing()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        (await shop.Post("/queue/next")).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Closing_without_a_word_carries_no_word()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        var (status, problem, _) = await shop.Post($"/tickets/{reference}/close", new { how = "withdrawn", text = "Selvä!" });

        (status, problem.Key()).ShouldBe((422, "api.close.text"));
    }

    private static IEnumerable<string> References(JsonElement list) => list.GetProperty("tickets").EnumerateArray().Select(t => t.Text("reference")!);
}
