using System.Globalization;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Batches;

public sealed class BatchesTests
{
    [Theory, OnBothDatabases]
    public async Task Many_are_given_to_a_colleague_each_by_its_own_rules_and_taken_back_with_one_press(string database)
    {
        await using var house = await House.On(database);
        var (mine, hers) = (await house.Matter(house.Antti), await house.Matter(house.Maija, "Eino Toinen", "eino@example.fi"));
        var antti = house.BrowserOf(house.Antti);

        var page = await antti.Does("/desk/open", "Give", [mine, hers], ("to", Number(house.Minna.Value)));

        page.ShouldContain("Siirretty vastuuhenkilölle Minna Salo: 1");
        page.ShouldContain("Asian voi siirtää vain sen vastuuhenkilö tai vetäjä.");
        (await house.Ticket(mine.Id)).OwnerId.ShouldBe(house.Minna);
        (await house.Ticket(hers.Id)).OwnerId.ShouldBe(house.Maija);
        page = await Undo(antti, house);
        page.ShouldContain("Peruttu: 1");
        (await house.Ticket(mine.Id)).OwnerId.ShouldBe(house.Antti);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_who_has_heard_from_us_hears_who_goes_on_and_that_is_not_taken_back(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(1)));
        var before = await house.Letters();
        var minna = house.BrowserOf(house.Minna);

        await minna.Does("/desk/open", "Give", [ticket], ("to", Number(house.Maija.Value)));
        (await house.Letters()).ShouldBe(before + 1);

        (await Undo(minna, house)).ShouldContain("Asiakkaalle on jo kerrottu.");
        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(house.Maija);
    }

    [Theory, OnBothDatabases]
    public async Task What_somebody_has_begun_is_offered_one_by_one_and_the_rest_moves_at_once(string database)
    {
        await using var house = await House.On(database);
        var (begun, fresh) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        await house.Replies(begun.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(1)));

        var page = await house.BrowserOf(house.Antti).Does("/desk/mine", "Give", [begun, fresh], ("to", Number(house.Maija.Value)));

        page.ShouldContain("Tarjoa sitä kollegalle: se siirtyy, kun hän ottaa sen vastaan.");
        ((await house.Ticket(begun.Id)).OwnerId, (await house.Ticket(fresh.Id)).OwnerId).ShouldBe((house.Antti, house.Maija));
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task What_happened_since_is_not_undone_and_the_rest_is(string database)
    {
        await using var house = await House.On(database);
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        var antti = house.BrowserOf(house.Antti);

        (await antti.Does("/desk/open", "Tag", [one, other], ("tag", "laskut"))).ShouldContain("Tunniste laskut lisätty: 2");
        (await antti.Does("/desk/open", "Tag", [one], ("tag", "Laskut"))).ShouldContain("Valmiiksi niin: 1");
        await house.Get<WriteNote>().For(other.Id, "Huomio.", [], house.Maija, house.Nonce(), default);
        var first = await house.Look(db => db.Batches.OrderBy(b => b.Id).Select(b => b.Id).FirstAsync());
        (await antti.Send("/desk/batches", $"/desk/batches/{first.Value}/undo")).IsDone.ShouldBeTrue();

        (await antti.Page("/desk/batches")).ShouldContain("Asiassa on sen jälkeen tapahtunut jotain.");
        (await house.Look(db => db.TicketTags.Select(t => t.TicketId).ToListAsync())).ShouldBe([other.Id]);
    }

    [Theory, OnBothDatabases]
    public async Task A_slip_that_made_spam_of_many_is_taken_back_block_and_all_and_nobody_is_told(string database)
    {
        await using var house = await House.On(database);
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Maija, "Eino Toinen", "eino@toinen.example", deadline: House.MondayAtTen.AddHours(3)));
        var before = await house.Letters();
        var antti = house.BrowserOf(house.Antti);

        (await antti.Does("/desk/open", "Spam", [one, other], ("block", "Address"))).ShouldContain("Merkitty roskapostiksi: 2");
        (await house.Look(db => db.BlockedSenders.CountAsync())).ShouldBe(2);
        (await Undo(antti, house)).ShouldContain("Peruttu: 2");

        (await house.Ticket(other.Id)).ShouldSatisfyAllConditions(
            t => t.IsOpen.ShouldBeTrue(), t => t.OwnerId.ShouldBe(house.Maija), t => t.Promise!.Due.ShouldBe(other.Promise!.Due), t => t.Deadline.ShouldBe(other.Deadline));
        (await house.Look(db => db.BlockedSenders.CountAsync())).ShouldBe(0);
        (await house.Letters()).ShouldBe(before);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task Closing_many_leaves_open_what_the_rules_keep_open_and_says_why(string database)
    {
        await using var house = await House.On(database);
        var (clear, owing) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        await house.Get<TakeOnDuty>().For(owing.Id, new NewDuty("palauta rahat", house.Antti, House.MondayAtTen.AddDays(1), false), house.Antti, house.Nonce(), default);
        var antti = house.BrowserOf(house.Antti);

        var page = await antti.Does("/desk/mine", "Solve", [clear, owing], ("text", "Häiriö on korjattu, ja liput toimivat taas."));

        page.ShouldContain("Vastattu ja suljettu ratkaistuna: 1");
        page.ShouldContain("Jäi tekemättä: 1");
        page.ShouldNotContain("Peru kaikki");
        (await house.Ticket(clear.Id)).Closure!.How.ShouldBe(HowClosed.Solved);
        (await house.Ticket(owing.Id)).IsOpen.ShouldBeTrue();
        (await house.Look(db => db.Messages.SingleAsync(m => m.Nature == Nature.Human && m.Direction == Direction.ToCustomer))).Body.ShouldBe("Hei Aino,\n\nHäiriö on korjattu, ja liput toimivat taas.");
        (await antti.Does("/desk/mine", "Withdraw", [owing])).ShouldContain("Jäi tekemättä: 1");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_can_not_be_done_to_any_is_refused_and_the_ticks_stay()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Presses("/desk/open", "Give", [])).Html.ShouldContain("Valitse ensin asiat");
        var nobody = await antti.Presses("/desk/open", "Give", [ticket]);
        (await antti.Presses("/desk/open", "Topic", [ticket])).Html.ShouldContain("Valitse aihe.");
        (await antti.Presses("/desk/open", "Solve", [ticket])).Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);

        nobody.Html.ShouldContain("Valitse, kenelle asiat siirretään.");
        nobody.Html.ShouldContain($"value=\"{ticket.Reference}\" checked");
    }

    [Theory, OnBothDatabases]
    public async Task A_program_does_a_batch_once_and_undoes_it(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var (one, other) = (await shop.Opens(), await shop.Opens("Toinen.", "eino@example.fi"));

        var done = await shop.Post("/batches", new { tickets = new[] { one, other }, act = "withdraw" }, once: "b1");
        var again = await shop.Post("/batches", new { tickets = new[] { one, other }, act = "withdraw" }, once: "b1");

        (done.Status, again.Json.Text("id")).ShouldBe((201, done.Json.Text("id")));
        done.Json.GetProperty("tickets").EnumerateArray().Select(t => t.Text("outcome")).ShouldBe(["done", "done"]);
        (await shop.Post("/batches", new { tickets = new[] { one }, act = "topic" }, once: "b1")).Json.Key().ShouldBe("once.other");
        (await shop.Post($"/batches/{done.Json.Text("id")}/undo")).Json.GetProperty("tickets").EnumerateArray().Select(t => t.Text("outcome")).ShouldBe(["undone", "undone"]);
        (await shop.Get($"/tickets/{one}")).Json.GetProperty("ticket").Text("state").ShouldBe("open");
        (await shop.Post("/batches", new { tickets = Array.Empty<string>(), act = "spam" })).Status.ShouldBe(422);
        await house.KeepsEveryRule();
    }

    private static async Task<string> Undo(HttpClient browser, House house)
    {
        var last = await house.Look(db => db.Batches.OrderByDescending(b => b.Id).Select(b => b.Id).FirstAsync());
        var answer = await browser.Send("/desk/batches", $"/desk/batches/{last.Value}/undo");
        return await browser.Page(answer.Leads!);
    }

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
