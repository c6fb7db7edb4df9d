using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Merging;

public sealed class MergingTests
{
    private const string Lost = "Kadotin kotiavaimeni junaan IC 27.";

    [Theory, OnBothDatabases]
    public async Task Merged_at_the_desk_two_matters_go_on_as_one_and_the_customer_gets_one_letter(string database)
    {
        await using var house = await House.On(database);
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Antti, body: Lost));
        var antti = house.BrowserOf(house.Antti);
        var before = await house.Letters();

        (await antti.Send($"/desk/{one.Reference}", $"/desk/{one.Reference}/merge", ("other", other.Reference.Value))).IsDone.ShouldBeTrue();

        var page = await antti.Page($"/desk/{one.Reference}");
        page.ShouldContain(Lost);
        page.ShouldContain($"Asiasta {other.Reference}");
        (await house.Letters()).ShouldBe(before + 1);
        (await house.Ticket(other.Id)).ShouldSatisfyAllConditions(t => t.Closure!.How.ShouldBe(HowClosed.MergedInto), t => t.MergedIntoId.ShouldBe(one.Id));
        (await antti.Page($"/desk/{other.Reference}")).ShouldContain("Tämä asia on yhdistetty");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task The_customers_old_link_leads_to_where_it_goes_on_and_what_they_write_is_heard_there(string database)
    {
        await using var house = await House.On(database);
        var aino = new Guest(house.Browser());
        await aino.Opens("/");
        await aino.Sends("/", ("name", "Aino Testinen"), ("reach", "aino@example.fi"), ("message", Lost));
        var other = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync());
        var one = await house.Matter(house.Antti);
        await house.Get<MergeTickets>().For(one.Id, other.Id, house.Antti, house.Nonce(), default);

        await aino.Opens(aino.Page);
        aino.Text.ShouldContain("Kaksi asiaasi jatkuu nyt yhtenä.");
        aino.Text.ShouldContain(Lost);
        aino.Text.ShouldContain("Automaatti sanoo");
        await aino.Sends(aino.Page, ("message", "Löytyikö jo?"));

        (await house.Look(db => db.Messages.AsNoTracking().SingleAsync(m => m.Body == "Löytyikö jo?"))).TicketId.ShouldBe(one.Id);
        aino.Text.ShouldContain("Löytyikö jo?");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_merge_undone_gives_the_part_its_owner_and_promise_and_what_was_written_since_stays(string database)
    {
        await using var house = await House.On(database);
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Maija, body: Lost));
        await house.Get<MergeTickets>().For(one.Id, other.Id, house.Antti, house.Nonce(), default);
        await house.CustomerWrites(other.Id, "Löytyikö jo?");
        var antti = house.BrowserOf(house.Antti);
        var before = await house.Letters();

        (await antti.Send($"/desk/{one.Reference}", $"/desk/{one.Reference}/unmerge/{other.Reference}")).IsDone.ShouldBeTrue();

        (await house.Ticket(other.Id)).ShouldSatisfyAllConditions(
            t => t.IsOpen.ShouldBeTrue(), t => t.OwnerId.ShouldBe(house.Maija), t => t.Promise!.Kind.ShouldBe(PromiseKind.Answer), t => t.IsMerged.ShouldBeFalse());
        (await house.Letters()).ShouldBe(before + 1);
        (await antti.Page($"/desk/{one.Reference}")).ShouldContain("Löytyikö jo?");
        (await antti.Page($"/desk/{other.Reference}")).ShouldNotContain("Löytyikö jo?");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task Merged_onward_everything_comes_along_and_goes_back_again(string database)
    {
        await using var house = await House.On(database);
        var (a, b, c) = (await house.Matter(house.Antti), await house.Matter(house.Antti, body: Lost), await house.Matter(house.Maija, body: "Milloin kotisivuni valmistuvat?"));
        var merge = house.Get<MergeTickets>();
        await merge.For(a.Id, b.Id, house.Antti, house.Nonce(), default);
        await merge.For(c.Id, a.Id, house.Antti, house.Nonce(), default);
        (await house.Ticket(b.Id)).MergedIntoId.ShouldBe(c.Id);
        await house.KeepsEveryRule();

        await house.Get<PartTicket>().For(a.Id, house.Antti, house.Nonce(), default);

        (await house.Ticket(b.Id)).MergedIntoId.ShouldBe(a.Id);
        (await house.Ticket(a.Id)).IsOpen.ShouldBeTrue();
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_message_about_something_else_becomes_a_matter_of_its_own(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.CustomerWrites(ticket.Id, Lost);
        var strayed = await house.Look(db => db.Messages.AsNoTracking().SingleAsync(m => m.Body == Lost));
        var antti = house.BrowserOf(house.Antti);

        var done = await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/split", ("message", $"{strayed.Id.Value}"), ("subject", "Avaimet"));

        done.IsDone.ShouldBeTrue(done.Html);
        var part = await house.Look(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Subject == "Avaimet"));
        (part.OwnerId, part.Promise!.Kind).ShouldBe((house.Antti, PromiseKind.Answer));
        (await antti.Page($"/desk/{part.Reference}")).ShouldContain(Lost);
        var page = await antti.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("siirsi viestin toiseen asiaan");
        page.ShouldContain($"/desk/{part.Reference}");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_message_in_the_wrong_matter_is_moved_to_the_right_one(string database)
    {
        await using var house = await House.On(database);
        var (ticket, right) = (await house.Matter(house.Antti), await house.Matter(house.Maija, body: "Milloin kotisivuni valmistuvat?"));
        await house.Replies(right.Id, house.Maija, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddHours(5), "Kerrotko lisää?"));
        await house.CustomerWrites(ticket.Id, Lost);
        var strayed = await house.Look(db => db.Messages.AsNoTracking().SingleAsync(m => m.Body == Lost));
        var antti = house.BrowserOf(house.Antti);

        await house.Get<MoveMessages>().For(ticket.Id, [strayed.Id], right.Id, house.Antti, house.Nonce(), default);

        (await house.Ticket(right.Id)).WaitsForCustomer.ShouldBeFalse();
        (await antti.Page($"/desk/{right.Reference}")).ShouldContain(Lost);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_cannot_be_merged_or_split_is_said_in_place_with_what_was_typed()
    {
        await using var house = await House.Open();
        var (ticket, strangers) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        var antti = house.BrowserOf(house.Antti);

        var merged = await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/merge", ("other", strangers.Reference.Value));
        var unknown = await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/merge", ("other", "XYZ"));

        merged.Status.ShouldBe(HttpStatusCode.Conflict);
        merged.Html.ShouldContain("yhdistä ensin asiakkaat");
        merged.Html.ShouldContain($"value=\"{strangers.Reference}\"");
        unknown.Html.ShouldContain("value=\"XYZ\"");
    }

    [Fact]
    public async Task The_same_matter_written_twice_is_noticed_and_who_says_it_is_not_the_same_is_not_asked_again()
    {
        await using var house = await House.Open();
        var (ticket, twin) = (await house.Matter(house.Antti), await house.Matter(house.Antti, body: "Lippua ei voi vieläkään lunastaa, automaatti herjaa."));
        await house.Matter(house.Antti, body: "Milloin kotisivuni valmistuvat?");
        var antti = house.BrowserOf(house.Antti);

        (await antti.Page($"/desk/{ticket.Reference}")).ShouldContain("Onko tämä sama asia?");
        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/notsame/{twin.Reference}")).IsDone.ShouldBeTrue();

        (await antti.Page($"/desk/{ticket.Reference}")).ShouldNotContain("Onko tämä sama asia?");
        (await antti.Page($"/desk/{twin.Reference}")).ShouldNotContain("Onko tämä sama asia?");
    }

    [Fact]
    public async Task Linked_tickets_stand_on_each_others_pages_until_the_link_is_removed()
    {
        await using var house = await House.Open();
        var (one, other) = (await house.Matter(house.Antti), await house.Matter(house.Maija, "Eino Toinen", "eino@example.fi", body: Lost));
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{one.Reference}", $"/desk/{one.Reference}/link", ("other", other.Reference.Value))).IsDone.ShouldBeTrue();
        (await antti.Page($"/desk/{other.Reference}")).ShouldContain($"/desk/{other.Reference}/unlink/{one.Reference}");
        (await antti.Send($"/desk/{other.Reference}", $"/desk/{other.Reference}/unlink/{one.Reference}")).IsDone.ShouldBeTrue();

        (await antti.Page($"/desk/{one.Reference}")).ShouldNotContain($"/unlink/{other.Reference}");
    }

    [Theory, OnBothDatabases]
    public async Task A_program_merges_undoes_splits_and_links(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var (one, other) = (await shop.Opens(), await shop.Opens(Lost));

        var merged = await shop.Post($"/tickets/{other}/merge", new { into = one }, once: "merge-1");
        (merged.Status, merged.Json.Text("mergedInto"), merged.Json.Text("state")).ShouldBe((200, one, "closed"));
        (await shop.Post($"/tickets/{other}/merge", new { into = one }, once: "merge-1")).Status.ShouldBe(200);
        (await shop.Get($"/tickets/{one}")).Json.GetProperty("messages").EnumerateArray().ShouldContain(m => m.Text("text") == Lost);
        (await shop.Post($"/tickets/{other}/merge", new { into = one })).Json.Key().ShouldBe("merge.already");

        var parted = await shop.Post($"/tickets/{other}/unmerge");
        (parted.Status, parted.Json.Text("state"), parted.Json.IsNull("mergedInto")).ShouldBe((200, "open", true));

        await house.CustomerWrites((await house.Look(db => db.Tickets.SingleAsync(t => t.Reference == Reference.Parse(one)))).Id, "Ja vielä kuitti puuttuu.");
        var message = (await house.Look(db => db.Messages.SingleAsync(m => m.Body == "Ja vielä kuitti puuttuu."))).Id;
        var split = await shop.Post($"/tickets/{one}/split", new { messages = new[] { $"{message.Value}" }, subject = "Kuitti" });
        (split.Status, split.Json.Text("subject")).ShouldBe((201, "Kuitti"));
        (await shop.Post($"/tickets/{one}/links", new { to = other })).Status.ShouldBe(201);
        (await shop.Send(HttpMethod.Delete, $"/tickets/{one}/links/{other}")).Status.ShouldBe(204);
        await house.KeepsEveryRule();
    }
}

internal static class AfterMerging
{
    public static Task<int> Letters(this House house) => house.Look(db => db.Outbox.CountAsync(o => o.Way == Way.Mail && o.State != Dispatch.Superseded));

    public static async Task KeepsEveryRule(this House house) => (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
}
