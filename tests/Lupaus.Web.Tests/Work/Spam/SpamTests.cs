using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Spam;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Spam;

public sealed class SpamTests
{
    private const string Sender = "tarjous@halpa.example";

    [Theory, OnBothDatabases]
    public async Task Marked_as_spam_with_a_block_the_sender_is_heard_aside_and_unacknowledged_from_then_on(string database)
    {
        await using var house = await House.On(database);
        var spam = await house.Matter(house.Antti, "Halpa Kauppa", Sender);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{spam.Reference}", $"/desk/{spam.Reference}/set-aside", ("block", "Address"))).IsDone.ShouldBeTrue();
        var before = await house.Letters();
        var writer = new Guest(house.Browser());
        await writer.Opens("/");
        await writer.Sends("/", ("name", "Halpa Kauppa"), ("reach", Sender), ("message", "Vielä ehdit tilata!"));

        var second = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id != spam.Id));
        second.ShouldSatisfyAllConditions(t => t.IsAside.ShouldBeTrue(), t => t.OwnerId.ShouldBe(house.Minna), t => t.IsOpen.ShouldBeTrue());
        (await house.Letters()).ShouldBe(before);
        (await house.Get<TakeNext>().For(house.Minna, null, default)).ShouldBeNull();
        (await house.BrowserOf(house.Minna).Page("/desk/mine")).ShouldNotContain($"value=\"{second.Reference}\"");
        (await antti.Page("/desk/open")).ShouldNotContain($"value=\"{second.Reference}\"");
        (await antti.Page("/desk/aside")).ShouldContain($"value=\"{second.Reference}\"");
        (await antti.Page("/desk/aside")).ShouldContain($"value=\"{spam.Reference}\"");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task What_nobody_judges_in_a_working_day_closes_and_breaks_no_promise(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Suspected(house);

        house.Clock.Becomes(ticket.AsideUntil!.Value);
        await house.Get<Web.Work.Lateness.KeepWatch>().Look(default);
        await house.Get<CloseSuspected>().Look(default);

        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.Closure!.How.ShouldBe(HowClosed.NotService), t => t.PromisesBroken.ShouldBe(0));
        (await house.BrowserOf(house.Antti).Page("/desk/aside")).ShouldContain($"value=\"{ticket.Reference}\"");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_no_spam_comes_back_with_owner_promise_and_acknowledgement(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Suspected(house);
        var before = await house.Letters();

        (await house.BrowserOf(house.Antti).Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/bring-back")).Leads.ShouldBe($"/desk/{ticket.Reference}?done=broughtback");

        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.IsAside.ShouldBeFalse(), t => t.Promise!.Kind.ShouldBe(PromiseKind.Answer), t => t.Promise!.Due.ShouldBeLessThan(House.MondayAtTen.AddHours(6)));
        (await house.Letters()).ShouldBe(before + 1);
        (await house.BrowserOf(house.Antti).Page("/desk/common")).ShouldContain($"value=\"{ticket.Reference}\"");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task A_closed_one_that_was_no_spam_comes_back_too()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        await house.Get<MarkSpam>().For(ticket.Id, null, house.Antti, house.Nonce(), default);
        var before = await house.Letters();

        await house.Get<BringBack>().For(ticket.Id, house.Maija, house.Nonce(), default);

        (await house.Ticket(ticket.Id)).IsOpen.ShouldBeTrue();
        (await house.Letters()).ShouldBe(before + 1);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task A_blocked_customer_who_writes_on_the_page_of_what_was_spam_is_kept_aside_too()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti, "Halpa Kauppa", Sender);
        await house.Get<MarkSpam>().For(ticket.Id, BlockKind.Domain, house.Antti, house.Nonce(), default);

        await house.CustomerWrites(ticket.Id, "Saitteko tarjouksemme?");

        var second = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id != ticket.Id));
        (second.IsAside, second.FollowsId).ShouldBe((true, ticket.Id));
    }

    [Fact]
    public async Task The_list_of_blocked_senders_takes_in_and_lets_out()
    {
        await using var house = await House.Open();
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send("/desk/blocked", "/desk/blocked", ("sender", "@gmail.com"))).Html.ShouldContain("Estä yksittäinen osoite.");
        (await antti.Send("/desk/blocked", "/desk/blocked", ("sender", "ei mikään osoite"))).Html.ShouldContain("Tämä ei näytä osoitteelta.");
        (await antti.Send("/desk/blocked", "/desk/blocked", ("sender", "@halpa.example"))).IsDone.ShouldBeTrue();
        (await antti.Page("/desk/blocked")).ShouldContain("@halpa.example");
        var id = (await house.Look(db => db.BlockedSenders.SingleAsync())).Id.Value;
        (await antti.Send("/desk/blocked", $"/desk/blocked/{id}/unblock")).IsDone.ShouldBeTrue();

        (await antti.Page("/desk/blocked")).ShouldContain("Ketään ei ole estetty.");
        (await house.BrowserOf(house.Minna).Page("/admin/log?about=house")).ShouldContain("Antti Laine esti verkkotunnuksen.");
    }

    [Theory, OnBothDatabases]
    public async Task A_program_marks_spam_brings_it_back_and_keeps_the_list(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens(email: Sender);

        (await shop.Post($"/tickets/{reference}/spam", new { block = "address" }, once: "s1")).Json.Text("state").ShouldBe("closed");
        (await shop.Get("/blocked")).Json.GetProperty("blocked")[0].Text("sender").ShouldBe(Sender);
        var second = await shop.Opens("Taas tarjous!", Sender);
        var kept = (await shop.Get($"/tickets/{second}")).Json.GetProperty("ticket");
        (kept.Text("state"), kept.IsNull("asideUntil")).ShouldBe(("open", false));
        (await shop.Post($"/tickets/{second}/not-spam")).Json.IsNull("asideUntil").ShouldBeTrue();
        (await shop.Post($"/tickets/{second}/not-spam")).Json.Key().ShouldBe("aside.not");
        (await shop.Send(HttpMethod.Delete, $"/blocked/{(await shop.Get("/blocked")).Json.GetProperty("blocked")[0].Text("id")}")).Status.ShouldBe(204);
        (await shop.Post("/blocked", new { sender = "@gmail.com" })).Json.Key().ShouldBe("block.everybodys");
        await house.KeepsEveryRule();
    }

    private static async Task<Ticket> Suspected(House house)
    {
        await house.Get<BlockSender>().For(Sender, house.Antti, default);
        using var shop = await Caller.Known(house);
        var reference = Reference.Parse(await shop.Opens("Vielä ehdit tilata!", Sender));
        return await house.Look(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Reference == reference));
    }
}
