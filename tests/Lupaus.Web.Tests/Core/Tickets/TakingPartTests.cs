using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Web.Core.Links;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Merging;
using Lupaus.Web.Work.Replies;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Core.Tickets;

public sealed class TakingPartTests
{
    [Theory, OnBothDatabases]
    public async Task Somebody_let_in_at_the_desk_gets_a_letter_of_their_own_with_a_link_of_their_own(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/participants", ("address", "Liisa Laakso <liisa@example.fi>"))).IsDone.ShouldBeTrue();
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves(), "Lippu on nyt vaihdettu.");

        var copy = await house.Look(db => db.Outbox.AsNoTracking().SingleAsync(o => o.Letter == Letter.Copy));
        copy.Address.ShouldBe("liisa@example.fi");
        var letter = await house.Look(db => house.Get<LetterWriter>().Write(copy, db, default));
        letter.Body.ShouldSatisfyAllConditions(b => b.ShouldContain("Saat tämän kopiona"), b => b.ShouldContain("Lippu on nyt vaihdettu."), b => b.ShouldContain("https://satama.example/t/"));
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldSatisfyAllConditions(p => p.ShouldContain("Kopio: Liisa Laakso"), p => p.ShouldContain("Liisa Laakso tuli mukaan asiaan"));
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task On_their_page_they_read_and_write_under_their_own_name_and_decide_nothing_for_the_customer(string database)
    {
        await using var house = await House.On(database);
        var ticket = await WithLiisa(house);
        var page = await LinkOf(house);
        var liisa = new Guest(house.Browser());

        await liisa.Opens(page);
        liisa.Text.ShouldSatisfyAllConditions(t => t.ShouldContain("Olet mukana tässä asiassa. Asiakas: Aino Testinen."), t => t.ShouldNotContain("Menikö jokin pieleen"), t => t.ShouldNotContain("Asia on jo kunnossa"));
        await liisa.Sends(page, ("message", "Minäkin odotan lippua."));

        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldContain("Minäkin odotan lippua.");
        var said = await house.Look(db => db.Messages.AsNoTracking().SingleAsync(m => m.Body == "Minäkin odotan lippua."));
        (await house.Look(db => db.People.Where(p => p.Id == said.PersonId).Select(p => p.Name).SingleAsync())).ShouldBe("Liisa Laakso");
        var aino = await OwnPage(house, ticket);
        aino.ShouldSatisfyAllConditions(p => p.ShouldContain("Mukana myös: Liisa Laakso."), p => p.ShouldMatch("<b[^>]*>Liisa Laakso</b>"), p => p.ShouldNotContain("liisa@example.fi"));
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task Shown_out_or_gone_by_themselves_their_links_open_no_more_and_they_get_nothing(string database)
    {
        await using var house = await House.On(database);
        var ticket = await WithLiisa(house);
        var page = await LinkOf(house);
        var liisa = new Guest(house.Browser());

        await liisa.Opens(page);
        await liisa.Sends(page + "/leave");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());

        (await house.Browser().GetAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.Copy))).ShouldBe(1);
        (await house.Ticket(ticket.Id)).Participants.ShouldBeEmpty();
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task The_composer_says_who_gets_it_and_whoever_is_written_beside_gets_it_too(string database)
    {
        await using var house = await House.On(database);
        var ticket = await WithLiisa(house);
        var antti = house.BrowserOf(house.Antti);
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldSatisfyAllConditions(p => p.ShouldContain("Menee:"), p => p.ShouldContain("name=\"cc\""));

        var left = await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Vain sinulle."), ("next", "stands"));
        var beside = await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Kaikille muille."), ("next", "solves"), ("delivers", "1"), ("addcc", "pekka@example.fi"));

        left.IsDone.ShouldBeTrue(left.Html);
        beside.IsDone.ShouldBeTrue(beside.Html);
        var copies = await house.Look(db => db.Outbox.Where(o => o.Letter == Letter.Copy).OrderBy(o => o.Id).Select(o => o.Address).ToListAsync());
        copies.ShouldBe(["liisa@example.fi", "pekka@example.fi"]);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_customer_with_several_addresses_gets_it_at_the_one_that_was_chosen(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        await house.Changes.Make(async db => (await db.People.Include(p => p.Contacts).SingleAsync()).Add(new Contact(ticket.CustomerId, EmailAddress.Parse("aino.tyo@example.fi")), house.Antti, house.Clock.Now()), default);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/reply", ("body", "Hei Aino!"), ("next", "solves"), ("to", "aino.tyo@example.fi"))).IsDone.ShouldBeTrue();

        (await house.Look(db => db.Outbox.OrderByDescending(o => o.Id).Select(o => o.Address).FirstAsync())).ShouldBe("aino.tyo@example.fi");
    }

    [Theory, OnBothDatabases]
    public async Task Merged_matters_unite_those_who_take_part_and_one_human_takes_part_once(string database)
    {
        await using var house = await House.On(database);
        var one = await WithLiisa(house);
        var other = await house.Matter(house.Antti, body: "Kadotin kotiavaimeni junaan.");
        await Lets(house, other, "pekka@example.fi");
        var link = await LinkOf(house);

        await house.Get<MergeTickets>().For(other.Id, one.Id, house.Antti, house.Nonce(), default);
        (await house.Ticket(other.Id)).Participants.Count.ShouldBe(2);
        (await house.Browser().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (liisa, pekka) = (await Who(house, "liisa@example.fi"), await Who(house, "pekka@example.fi"));
        await house.Get<MergePeople>().For(liisa, pekka, house.Antti, house.Nonce(), default);

        (await house.Ticket(other.Id)).Participants.ShouldHaveSingleItem().PersonId.ShouldBe(pekka);
        (await house.Browser().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await house.Get<MergePeople>().For(pekka, other.CustomerId, house.Antti, house.Nonce(), default);
        (await house.Ticket(other.Id)).Participants.ShouldBeEmpty();
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_program_lets_people_in_and_out_and_chooses_who_gets_a_reply(string database)
    {
        await using var house = await House.On(database);
        using var program = await Caller.Known(house);
        var reference = await program.Opens();

        var (status, let, _) = await program.Post($"/tickets/{reference}/participants", new { email = "liisa@example.fi", name = "Liisa Laakso" });
        var id = let.GetProperty("participants")[0].Text("id");
        var replied = await program.Post($"/tickets/{reference}/replies", new { text = "Hei!", next = new { kind = "solves" }, cc = Array.Empty<string>() });
        var wrong = await program.Post($"/tickets/{reference}/participants", new { email = "ei osoite" });
        var left = await program.Send(HttpMethod.Delete, $"/tickets/{reference}/participants/{id}");

        (status, replied.Status, wrong.Status).ShouldBe((201, 201, 422));
        left.Json.GetProperty("participants").GetArrayLength().ShouldBe(0);
        (await house.Look(db => db.Outbox.CountAsync(o => o.Letter == Letter.Copy))).ShouldBe(0);
        await house.KeepsEveryRule();
    }

    /// <summary>Liisa takes part, and has had a copy of a first reply.</summary>
    private static async Task<Ticket> WithLiisa(House house)
    {
        var ticket = await house.Matter(house.Antti);
        await Lets(house, ticket, "liisa@example.fi", "Liisa Laakso");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(Lupaus.Core.Promises.PromiseKind.Act, House.MondayAtTen.AddHours(5)));
        return ticket;
    }

    private static Task Lets(House house, Ticket ticket, string email, string? name = null) =>
        house.Get<LetTakePart>().For(ticket.Id, [new Newly(EmailAddress.Parse(email), name)], house.Antti, house.Nonce(), default);

    private static async Task<string> LinkOf(House house) =>
        await house.Get<OpenLinks>().PathOf((await house.Look(db => db.Outbox.Where(o => o.Letter == Letter.Copy).OrderBy(o => o.Id).Select(o => o.LinkId).FirstAsync()))!.Value, default);

    private static Task<PersonId> Who(House house, string email) => house.Look(db => db.Contacts.Where(c => c.Value == email).Select(c => c.PersonId).SingleAsync());

    private static async Task<string> OwnPage(House house, Ticket ticket)
    {
        var link = new Lupaus.Core.Links.CustomerLink(ticket.Id, ticket.CustomerId, house.Clock.Now());
        await house.Changes.Make(db => { db.CustomerLinks.Add(link); return Task.CompletedTask; }, default);
        return await house.Browser().Page(await house.Get<OpenLinks>().PathOf(link.Id, default));
    }
}
