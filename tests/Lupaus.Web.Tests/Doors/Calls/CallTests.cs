using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Calls;

public sealed class CallTests
{
    private const string Said = "Aino lähtee iltajunalla. Lippu siirretään, hinta ei muutu.";

    [Theory, OnBothDatabases]
    public async Task Who_rings_is_found_by_number_in_any_shape_with_their_open_matters(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        var antti = house.BrowserOf(house.Antti);

        foreach (var sought in new[] { "0407654321", "+358 40 765 4321", "040 765", "testinen" })
        {
            var found = await antti.Page($"/desk/call/who?q={Uri.EscapeDataString(sought)}");
            found.ShouldContain("Aino Testinen", Case.Sensitive, sought);
            found.ShouldContain($"value=\"t-{ticket.Reference}\"", Case.Sensitive, sought);
        }
        (await antti.Page("/desk/call/who?q=0501112222")).ShouldNotContain("Aino Testinen");
    }

    [Theory, OnBothDatabases]
    public async Task A_call_logged_while_talking_settles_the_promise_and_stands_in_the_conversation(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        var antti = house.BrowserOf(house.Antti);

        var answer = await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("next", "act"), ("when", At(16)), ("what", "siirrän lipun"), ("minutes", "7")));

        answer.Leads.ShouldBe($"/desk/{ticket.Reference}?done=call");
        var page = await antti.Page($"/desk/{ticket.Reference}?done=call");
        page.ShouldContain(Said);
        page.ShouldContain("Puhelu asiakkaalta · 7 min · vain meille");
        page.ShouldContain("Puhelu kirjattu.");
        (await house.Ticket(ticket.Id)).Promise!.ShouldSatisfyAllConditions(p => p.Kind.ShouldBe(PromiseKind.Act), p => p.Number.ShouldBe(2));
        (await house.Look(db => db.PromiseEnds.SingleAsync(e => e.TicketId == ticket.Id))).How.ShouldBe(HowItEnded.Kept);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task The_customer_sees_that_we_talked_and_what_we_promised_and_no_more_unless_it_was_for_them(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        var antti = house.BrowserOf(house.Antti);
        await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("next", "act"), ("when", At(16))));
        var before = await house.Letters();

        (await OwnPage(house, ticket)).ShouldSatisfyAllConditions(p => p.ShouldContain("Soitit meille. Antti vastasi."), p => p.ShouldNotContain(Said));
        await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("next", "stands"), ("share", "1"), ("summary", "Muista passi.")));

        (await OwnPage(house, ticket)).ShouldContain("Muista passi.");
        (await house.Letters()).ShouldBe(before + 1);
        var entry = await house.Look(db => db.Outbox.AsNoTracking().OrderByDescending(o => o.Id).FirstAsync());
        (await house.Look(db => house.Get<LetterWriter>().Write(entry, db, default))).Body.ShouldStartWith("Kiitos puhelusta!");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task Somebody_new_is_met_by_name_and_number_and_whoever_talks_answers_for_the_new_matter(string database)
    {
        await using var house = await House.On(database);
        var maija = house.BrowserOf(house.Maija);

        var answer = await maija.Send("/desk/call", "/desk/call/save", Form(("about", "new"), ("name", "Eino Uusi"), ("phone", "050 111 2222"), ("subject", "Lasku kahteen kertaan"), ("summary", "Lasku 12 tuli kahdesti. Hyvitän toisen."), ("next", "solves")));

        answer.IsDone.ShouldBeTrue(answer.Html);
        var ticket = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
        ticket.ShouldSatisfyAllConditions(t => t.OwnerId.ShouldBe(house.Maija), t => t.Closure!.How.ShouldBe(HowClosed.Solved), t => t.Subject.ShouldBe("Lasku kahteen kertaan"));
        (await house.Look(db => db.People.Include(p => p.Contacts).SingleAsync())).ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Eino Uusi"), p => p.Phone.ShouldBe("+358501112222"));
        (await house.Look(db => db.Outbox.Where(o => o.State == Dispatch.Waiting).CountAsync())).ShouldBe(0);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_call_saved_twice_is_one_call(string database)
    {
        await using var house = await House.On(database);
        var antti = house.BrowserOf(house.Antti);
        var fields = Form(("about", "new"), ("name", "Eino"), ("phone", "050 111 2222"), ("subject", "Lasku"), ("summary", Said), ("next", "solves"), ("nonce", Guid.NewGuid().ToString("N")));

        var first = await antti.Send("/desk/call", "/desk/call/save", fields);
        var second = await antti.Send("/desk/call", "/desk/call/save", fields);

        second.Leads.ShouldBe(first.Leads);
        (await house.Look(db => db.Messages.CountAsync(m => m.Call != null))).ShouldBe(1);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_left_only_a_number_is_told_by_a_call_that_the_owner_is_shown_and_nobody_answering_it_comes_up_again(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, "Soittaja Soini", null, "040 123 4567");
        var antti = house.BrowserOf(house.Antti);
        (await antti.Page("/desk/call")).ShouldSatisfyAllConditions(p => p.ShouldContain("Soitettavat"), p => p.ShouldContain("tel:+358401234567"), p => p.ShouldContain("soita nyt"));

        (await antti.Send("/desk/call", "/desk/call/save", Form(("about", $"t-{ticket.Reference}"), ("direction", "out"), ("outcome", "noanswer"), ("when", At(14))))).IsDone.ShouldBeTrue();

        (await antti.Page("/desk/call")).ShouldSatisfyAllConditions(p => p.ShouldContain("klo 14"), p => p.ShouldContain("yritetty 1 kertaa"), p => p.ShouldNotContain("soita nyt"));
        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.Promise!.Number.ShouldBe(1), t => t.Duties.ShouldBeEmpty());
        (await OwnPage(house, ticket)).ShouldContain("Antti yritti soittaa sinulle.");

        house.Clock.Passes(TimeSpan.FromHours(2));
        await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("direction", "out"), ("next", "findout"), ("when", At(16))));
        (await house.Look(db => db.Outbox.CountAsync(o => o.Way == Way.Call && o.State == Dispatch.Waiting))).ShouldBe(0);
        (await antti.Page("/desk/call")).ShouldNotContain("Soitettavat");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_call_of_theirs_that_we_missed_is_a_message_that_gets_its_answer(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(1), "Ehdittekö katsoa?"));
        var antti = house.BrowserOf(house.Antti);

        await antti.Send("/desk/call", "/desk/call/save", Form(("about", $"t-{ticket.Reference}"), ("direction", "in"), ("outcome", "noanswer")));

        (await house.Ticket(ticket.Id)).Promise!.Kind.ShouldBe(PromiseKind.Answer);
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldContain("Vastaamaton puhelu");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_call_about_a_closed_matter_that_goes_on_opens_it_again(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("next", "findout"), ("when", At(16))))).IsDone.ShouldBeTrue();

        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeTrue(), t => t.Promise!.Kind.ShouldBe(PromiseKind.FindOut));
        (await house.Look(db => db.Outbox.CountAsync(o => o.IsReceipt && o.State == Dispatch.Waiting))).ShouldBe(0);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task What_can_not_be_saved_is_refused_in_words_and_nothing_typed_is_lost(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        var antti = house.BrowserOf(house.Antti);

        var nobody = await antti.Send("/desk/call", "/desk/call/save", Form(("summary", Said), ("next", "solves")));
        var nothing = await antti.Send("/desk/call", "/desk/call/save", Talked(ticket));
        var long_ = await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("next", "solves"), ("minutes", "ainakin tunti")));

        nobody.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nobody.Html.ShouldSatisfyAllConditions(h => h.ShouldContain("kenen asiasta puhelu oli"), h => h.ShouldContain(Said));
        nothing.Html.ShouldSatisfyAllConditions(h => h.ShouldContain("mitä seuraavaksi tapahtuu"), h => h.ShouldContain(Said), h => h.ShouldContain($"value=\"t-{ticket.Reference}\""));
        long_.Html.ShouldContain("Kirjoita kesto minuutteina");
        (await house.Look(db => db.Messages.CountAsync(m => m.Call != null))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_typed_during_a_call_is_kept_for_the_one_who_typed_it_until_it_is_saved(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti, phone: "040 765 4321");
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));
        var token = System.Text.RegularExpressions.Regex.Match(await antti.Page("/desk/call"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var typed = Talked(ticket).ToDictionary(f => f.Name, f => f.Value);
        typed["__RequestVerificationToken"] = token;

        (await antti.Send("/desk/call/unsent", typed)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await antti.Page("/desk/call")).ShouldSatisfyAllConditions(p => p.ShouldContain(Said), p => p.ShouldContain("Jatkat siitä"));
        (await maija.Page("/desk/call")).ShouldNotContain(Said);
        await antti.Send("/desk/call", "/desk/call/save", Talked(ticket, ("next", "solves")));
        (await antti.Page("/desk/call")).ShouldNotContain(Said);
    }

    [Theory, OnBothDatabases]
    public async Task A_program_logs_calls_for_an_agent_as_the_desk_does(string database)
    {
        await using var house = await House.On(database);
        using var exchange = await Caller.Known(house);

        var (status, opened, _) = await exchange.Post("/calls", new { direction = "in", outcome = "talked", name = "Eino", phone = "050 111 2222", subject = "Lasku", summary = Said, minutes = 4, next = new { kind = "promises", promise = "findOut", due = House.MondayAtTen.AddHours(4) } }, once: "a");
        var again = await exchange.Post("/calls", new { direction = "in", outcome = "talked", name = "Eino", phone = "050 111 2222", subject = "Lasku", summary = Said, minutes = 4, next = new { kind = "promises", promise = "findOut", due = House.MondayAtTen.AddHours(4) } }, once: "a");
        var reference = opened.Text("reference");
        var tried = await exchange.Post($"/tickets/{reference}/calls", new { direction = "out", outcome = "noAnswer", tryAgainAt = House.MondayAtTen.AddHours(1) });
        var gap = await exchange.Post($"/tickets/{reference}/calls", new { direction = "out", outcome = "talked", summary = "Hei" });

        status.ShouldBe(201);
        opened.GetProperty("owner").Text("email").ShouldBe("antti@satama.example");
        again.Json.Text("reference").ShouldBe(reference);
        (tried.Status, gap.Status).ShouldBe((201, 422));
        var whole = (await exchange.Get($"/tickets/{reference}")).Json;
        whole.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("call")).Where(c => c.ValueKind != System.Text.Json.JsonValueKind.Null).Select(c => c.Text("outcome")).ShouldBe(["talked", "noAnswer"]);
        (await exchange.Get("/customers?query=0501112222")).Json.GetProperty("customers").GetArrayLength().ShouldBe(1);
        await house.KeepsEveryRule();
    }

    private static (string Name, string? Value)[] Talked(Ticket ticket, params (string Name, string? Value)[] more) =>
        Form([("about", $"t-{ticket.Reference}"), ("summary", Said), .. more]);

    private static (string Name, string? Value)[] Form(params (string Name, string? Value)[] fields)
    {
        var all = new Dictionary<string, string?> { ["direction"] = "in", ["outcome"] = "talked", ["delivers"] = "1" };
        foreach (var (name, value) in fields)
            all[name] = value;
        return [.. all.Select(f => (f.Key, f.Value))];
    }

    private static string At(int hour) => House.MondayAtTen.AddHours(hour - 10).ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> OwnPage(House house, Ticket ticket)
    {
        var link = new Lupaus.Core.Links.CustomerLink(ticket.Id, ticket.CustomerId, house.Clock.Now());
        await house.Changes.Make(db => { db.CustomerLinks.Add(link); return Task.CompletedTask; }, default);
        return await house.Browser().Page(await house.Get<OpenLinks>().PathOf(link.Id, default));
    }
}
