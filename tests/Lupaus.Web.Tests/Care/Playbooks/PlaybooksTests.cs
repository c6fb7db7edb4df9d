using System.Net;
using Lupaus.Care.Playbooks;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Web.Care.Playbooks;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Ground.Identity;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Batches;
using Lupaus.Web.Work.Merging;
using Lupaus.Web.Work.Replies;
using Lupaus.Work.Batches;
using Lupaus.Work.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Care.Playbooks;

public sealed class PlaybooksTests
{
    private static readonly PlaybookText Train = new(
        "Hangon juna peruttu", "Kun juna Hankoon ei lähde.",
        new SavedTexts("Hei {{firstname}},\n\nbussi lähtee asemalta.", "Hej {{firstname}},\n\nen buss går från stationen.", "Hello {{firstname}},\n\na bus leaves from the station."),
        PromiseKind.FindOut, 2, new SavedTexts("milloin junat kulkevat", null, null), ["juna peruttu", "tåg inställt", "train cancelled"]);

    private static readonly (LanguageCode Language, string Words, string Answer)[] Written =
    [
        (LanguageCode.Fi, "Junani Hankoon on peruttu, enkä tiedä miten pääsen kotiin tänä iltana.", "bussi lähtee asemalta."),
        (LanguageCode.Sv, "Hej, mitt tåg till Hangö är inställt och jag vet inte hur jag kommer hem.", "en buss går från stationen."),
        (LanguageCode.En, "Hello, our train to Hanko has been cancelled and we do not know how to get home.", "a bus leaves from the station."),
    ];

    [Theory, OnBothDatabases]
    public async Task Twenty_who_write_in_three_languages_hear_at_once_each_in_their_own_and_each_with_a_promise_of_their_own(string database)
    {
        await using var house = await House.On(database);
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        for (var i = 0; i < 20; i++)
            await Writes(house, Written[i % 3], i);
        var other = await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi", body: "Kuittini hukkui.");
        var antti = house.BrowserOf(house.Antti);
        var tickets = await house.Look(db => db.Tickets.AsNoTracking().Where(t => t.Id != other.Id).OrderBy(t => t.Id).ToListAsync());
        var page = $"/desk/playbooks/{id.Value}";
        var html = await antti.Page(page);
        html.ShouldContain(">Junani</q>");
        html.ShouldContain(">peruttu</q>");
        html.ShouldNotContain($"value=\"{other.Reference}\"");

        var done = await Presses(antti, page, tickets);

        done.ShouldContain("Ensiapu Hangon juna peruttu lähetetty: 20");
        var answered = await house.Look(db => db.Tickets.AsNoTracking().Where(t => t.Id != other.Id).ToListAsync());
        answered.ShouldAllBe(t => t.Promise!.Kind == PromiseKind.FindOut && t.Promise.Due == House.MondayAtTen.AddHours(2) && t.Promise.Promiser == house.Antti);
        answered.Select(t => t.Promise!.ToldIn).ShouldBeUnique();
        answered.Select(t => (t.Id, t.OwnerId)).ShouldBe(tickets.Select(t => (t.Id, t.OwnerId)), ignoreOrder: true);
        foreach (var (language, _, words) in Written)
        {
            var theirs = answered.Where(t => t.Language == language).Select(t => t.Id).ToArray();
            theirs.Length.ShouldBeGreaterThan(5);
            (await house.Look(db => db.Messages.CountAsync(m => theirs.Contains(m.TicketId) && m.AgentId == house.Antti && m.Body.EndsWith(words)))).ShouldBe(theirs.Length);
        }
        (await antti.Page(page)).ShouldContain("Ei kukaan juuri nyt");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task Who_writes_while_it_goes_on_is_recognised_and_answered_with_one_press(string database)
    {
        await using var house = await House.On(database);
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var before = await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi", body: Written[0].Words);
        await house.Get<SayItGoesOn>().For(id, house.Antti, null, default);
        var ticket = await house.Matter(house.Antti, body: Written[0].Words);
        var page = $"/desk/{ticket.Reference}";
        var antti = house.BrowserOf(house.Antti);

        var shown = await antti.Page(page);
        shown.ShouldContain("Liittyy ehkä tähän:");
        shown.ShouldContain(">Junani</q>");
        shown.ShouldContain(">peruttu</q>");
        (await antti.Page("/desk/mine")).ShouldContain("Hangon juna peruttu");
        (await antti.Page($"/desk/{before.Reference}")).ShouldNotContain("data-firstaid");
        (await antti.Send(page, $"{page}/playbooks/{id.Value}/answer")).IsDone.ShouldBeTrue();

        (await house.Ticket(ticket.Id)).Promise!.Kind.ShouldBe(PromiseKind.FindOut);
        (await antti.Page(page)).ShouldNotContain("Liittyy ehkä tähän:");
        (await antti.Page($"{page}/history")).ShouldContain("Antti Laine vastasi ensiavulla: Hangon juna peruttu");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_one_asks_oneself_is_answered_by_another_and_keeps_no_other_from_being_answered()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        await house.Get<SayItGoesOn>().For(id, house.Minna, null, default);
        var others = await Writes(house, Written[0], 1);
        var own = (await house.Get<OpenTicket>().From(new NewMatter(null, null, null, "Junani on peruttu.", LanguageCode.Fi, Channel.Desk, house.Nonce()) { RequestedBy = house.Antti }, default)).Id;
        var antti = house.BrowserOf(house.Antti);

        (await antti.Page($"/desk/{(await house.Ticket(own)).Reference}")).ShouldNotContain("data-firstaid");
        (await Troubled(house, id)).Single(t => t.Ticket.Id == own).WhyNot!.Key.ShouldBe("request.own");
        var batch = await house.Get<GiveFirstAid>().To([own, others.Id], new Giving(id, null), house.Antti, house.Nonce(), default);

        var lines = (await house.Get<ReadBatches>().One(batch, default))!.Batch.Lines.ToDictionary(l => l.TicketId, l => (l.Outcome, l.WhyNot));
        lines[own].ShouldBe((BatchOutcome.Refused, "request.own"));
        lines[others.Id].Outcome.ShouldBe(BatchOutcome.Done);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task Asked_of_one_ticket_that_is_closed_by_now_nobody_else_is_put_in_its_place()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var (one, other) = (await Writes(house, Written[0], 1), await Writes(house, Written[0], 2));
        await house.Replies(one.Id, house.Antti, new WhatNext.Solves());

        var page = await house.BrowserOf(house.Antti).Page($"/desk/playbooks/{id.Value}?ticket={one.Reference}");

        page.ShouldContain("Asia ei ole enää avoinna");
        page.ShouldNotContain($"value=\"{other.Reference}\"");
    }

    [Fact]
    public async Task What_is_only_quoted_was_said_before()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        await house.Get<SayItGoesOn>().For(id, house.Antti, null, default);
        var ticket = await house.Matter(house.Antti, body: "Kiitos, lasku tuli perille.\n\nma 12. lokak. 2026 klo 9.12 Aino Testinen kirjoitti:\n> Junani Hankoon on peruttu.\n> Miten pääsen kotiin?");

        (await house.Look(db => db.PlaybookMatches.CountAsync())).ShouldBe(0);
        (await Troubled(house, id)).ShouldNotContain(t => t.Ticket.Id == ticket.Id);
    }

    [Fact]
    public async Task Two_that_became_one_get_it_once()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var (part, whole) = (await house.Matter(house.Antti, body: Written[0].Words), await house.Matter(house.Antti, body: Written[0].Words));
        await house.Get<GiveFirstAid>().To(part.Id, new Giving(id, null, AtOnce: true), house.Antti, house.Nonce(), default);
        await house.Get<MergeTickets>().For(whole.Id, part.Id, house.Antti, house.Nonce(), default);

        (await Troubled(house, id)).Single(t => t.Ticket.Id == whole.Id).WhyNot!.Key.ShouldBe("playbook.answered");
        var batch = await house.Get<GiveFirstAid>().To([whole.Id], new Giving(id, null), house.Antti, house.Nonce(), default);

        (await house.Get<ReadBatches>().One(batch, default))!.Batch.Lines.Single().WhyNot.ShouldBe("playbook.answered");
    }

    [Fact]
    public async Task A_lead_takes_back_what_another_answered_by_mistake()
    {
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Lupaus:UndoSeconds"] = "10" }));
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var ticket = await Writes(house, Written[0], 1);
        var batch = await house.Get<GiveFirstAid>().To([ticket.Id], new Giving(id, null), house.Antti, house.Nonce(), default);

        await house.Get<UndoBatch>().For(batch, house.Minna, default);

        (await house.Get<ReadBatches>().One(batch, default))!.Batch.Lines.Single().Outcome.ShouldBe(BatchOutcome.Undone);
        (await house.Look(db => db.HeldReplies.CountAsync())).ShouldBe(0);
        (await Troubled(house, id)).ShouldHaveSingleItem().WhyNot.ShouldBeNull();
    }

    [Fact]
    public async Task A_later_message_of_an_open_ticket_is_recognised_too_and_over_is_over()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var (ticket, late) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        await house.Get<SayItGoesOn>().For(id, house.Maija, null, default);

        await house.CustomerWrites(ticket.Id, "Ja nyt vielä junani peruttiin!");
        var seen = await house.Look(db => db.PlaybookMatches.AsNoTracking().SingleAsync());
        await house.Get<SayItIsOver>().For(id, house.Maija, null, default);
        await house.CustomerWrites(late.Id, "Juna on peruttu.");

        (seen.TicketId, seen.PlaybookId, seen.IsOpen).ShouldBe((ticket.Id, id, true));
        (await house.Look(db => db.PlaybookMatches.CountAsync())).ShouldBe(1);
        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldNotContain("Liittyy ehkä tähän:");
    }

    [Fact]
    public async Task What_is_something_else_is_offered_no_more()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        await house.Get<SayItGoesOn>().For(id, house.Antti, null, default);
        var ticket = await house.Matter(house.Antti, body: Written[0].Words);
        var page = $"/desk/{ticket.Reference}";

        (await house.BrowserOf(house.Antti).Send(page, $"{page}/playbooks/{id.Value}/dismiss")).IsDone.ShouldBeTrue();

        (await house.BrowserOf(house.Antti).Page(page)).ShouldNotContain("Liittyy ehkä tähän:");
        (await Troubled(house, id)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_one_ticket_refuses_stands_with_its_reason_and_keeps_no_other_from_being_answered(string database)
    {
        await using var house = await House.On(database);
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var (fresh, closed, newer, promised) = (await Writes(house, Written[0], 1), await Writes(house, Written[0], 2), await Writes(house, Written[0], 3), await Writes(house, Written[0], 4));
        await house.Replies(closed.Id, house.Maija, new WhatNext.Solves());
        await house.Replies(promised.Id, house.Maija, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(2), "hyvitys"));
        var seen = (await house.Ticket(promised.Id)).NewestFromCustomer;
        await house.CustomerWrites(newer.Id, "Löysin jo kyydin.");

        var batch = await house.Get<GiveFirstAid>().To([fresh.Id, closed.Id, newer.Id, promised.Id], new Giving(id, seen), house.Antti, house.Nonce(), default);
        var again = await house.Get<GiveFirstAid>().To([fresh.Id], new Giving(id, null), house.Maija, house.Nonce(), default);

        var lines = (await house.Get<ReadBatches>().One(batch, default))!.Batch.Lines.ToDictionary(l => l.TicketId, l => (l.Outcome, l.WhyNot));
        lines[fresh.Id].ShouldBe((BatchOutcome.Done, null));
        lines[closed.Id].ShouldBe((BatchOutcome.Refused, "ticket.closed"));
        lines[newer.Id].ShouldBe((BatchOutcome.Refused, "ticket.newer"));
        lines[promised.Id].ShouldBe((BatchOutcome.Done, null));
        (await house.Ticket(promised.Id)).Promise.ShouldSatisfyAllConditions(p => p!.Kind.ShouldBe(PromiseKind.Act), p => p!.Due.ShouldBe(House.MondayAtTen.AddDays(2)));
        (await house.Get<ReadBatches>().One(again, default))!.Batch.Lines.ShouldHaveSingleItem().WhyNot.ShouldBe("playbook.answered");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_press_at_once_answer_everybody_once(string database)
    {
        await using var house = await House.On(database);
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var tickets = new List<TicketId>();
        for (var i = 0; i < 6; i++)
            tickets.Add((await Writes(house, Written[i % 3], i)).Id);

        var batches = await Task.WhenAll(new[] { house.Antti, house.Maija }.Select(who => house.Get<GiveFirstAid>().To(tickets, new Giving(id, null), who, house.Nonce(), default)));

        var outcomes = new List<BatchOutcome>();
        foreach (var batch in batches)
            outcomes.AddRange((await house.Get<ReadBatches>().One(batch, default))!.Batch.Lines.Select(l => l.Outcome));
        outcomes.Count(o => o == BatchOutcome.Done).ShouldBe(6);
        (await house.Look(db => db.Messages.CountAsync(m => m.Nature == Nature.Human && m.Direction == Direction.ToCustomer))).ShouldBe(6);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task Until_it_leaves_it_is_taken_back_with_one_press_and_can_be_given_again()
    {
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Lupaus:UndoSeconds"] = "10" }));
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var (one, other) = (await Writes(house, Written[0], 1), await Writes(house, Written[1], 2));
        var batch = await house.Get<GiveFirstAid>().To([one.Id, other.Id], new Giving(id, null), house.Antti, house.Nonce(), default);

        await house.Get<UndoBatch>().For(batch, house.Antti, default);
        house.Clock.Becomes(house.Clock.Now().AddMinutes(1));
        await house.Get<HeldLeave>().Now(default);

        (await house.Look(db => db.Messages.AnyAsync(m => m.Nature == Nature.Human && m.Direction == Direction.ToCustomer))).ShouldBeFalse();
        (await house.Look(db => db.Unsent.AnyAsync())).ShouldBeFalse();
        (await Troubled(house, id)).Count.ShouldBe(2);
        await house.Get<GiveFirstAid>().To([one.Id, other.Id], new Giving(id, null), house.Antti, house.Nonce(), default);
        house.Clock.Becomes(house.Clock.Now().AddMinutes(1));
        await house.Get<HeldLeave>().Now(default);
        (await house.Look(db => db.Messages.CountAsync(m => m.Nature == Nature.Human && m.Direction == Direction.ToCustomer))).ShouldBe(2);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task A_newer_word_of_the_customers_brings_it_back_to_its_writer_and_it_was_not_given()
    {
        await using var house = await House.Open(also: b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Lupaus:UndoSeconds"] = "10" }));
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var ticket = await Writes(house, Written[0], 1);
        await house.Get<GiveFirstAid>().To(ticket.Id, new Giving(id, ticket.NewestFromCustomer), house.Antti, house.Nonce(), default);

        await house.CustomerWrites(ticket.Id, "Löysin jo kyydin.");
        house.Clock.Becomes(house.Clock.Now().AddMinutes(1));
        await house.Get<HeldLeave>().Now(default);

        (await house.Look(db => db.Unsent.AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(u => u.CameBack.ShouldBe("ticket.newer"), u => u.Reply!.ShouldContain("next=findout"));
        (await house.Look(db => db.PlaybookMatches.AsNoTracking().SingleAsync())).AnsweredAt.ShouldBeNull();
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task Where_a_language_is_missing_it_is_said_before_anything_is_sent()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train with { Answer = new SavedTexts("Bussi lähtee asemalta.", null, null) }, house.Minna, null, default);
        var ticket = await Writes(house, Written[1], 1);

        (await house.BrowserOf(house.Antti).Page($"/desk/playbooks/{id.Value}")).ShouldContain("Vastausta ei ole: svenska. Lähtee kielellä: suomi", Case.Insensitive);
        await house.Get<GiveFirstAid>().To(ticket.Id, new Giving(id, null), house.Antti, house.Nonce(), default);

        (await house.Look(db => db.Messages.SingleAsync(m => m.AgentId == house.Antti))).Body.ShouldBe("Bussi lähtee asemalta.");
    }

    [Fact]
    public async Task From_a_list_those_ticked_are_answered_and_a_choice_is_needed()
    {
        await using var house = await House.Open();
        var id = await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default);
        var ticket = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);

        (await antti.Presses("/desk/open", "FirstAid", [ticket])).Html.ShouldContain("Valitse, millä ensiavulla vastataan.");
        (await antti.Does("/desk/open", "FirstAid", [ticket], ("playbook", $"{id.Value}"))).ShouldContain("Ensiapu Hangon juna peruttu lähetetty: 1");
    }

    [Fact]
    public async Task Those_who_lead_write_it_and_what_was_typed_wrong_stays_in_its_place()
    {
        await using var house = await House.Open();
        var minna = house.BrowserOf(house.Minna);

        (await house.BrowserOf(house.Antti).GetAsync("/desk/playbooks/new", TestContext.Current.CancellationToken)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        var empty = await minna.Send("/desk/playbooks/new", "/desk/playbooks/new", ("name", "Verkko poikki"), ("hours", "2"), ("promise", "act"));
        var written = await minna.Send("/desk/playbooks/new", "/desk/playbooks/new", ("name", "Verkko poikki"), ("hours", "2"), ("promise", "act"), ("fi", "Korjaaja on matkalla."), ("signs", "netti ei toimi\nverkko poikki"));

        (empty.Status, empty.Html.Contains("Verkko poikki"), empty.Html.Contains("Kirjoita vastaus ainakin yhdellä kielellä.")).ShouldBe((HttpStatusCode.UnprocessableEntity, true, true));
        (await minna.Page(written.Leads!)).ShouldContain("Korjaaja on matkalla.");
        (await house.Look(db => db.Playbooks.AsNoTracking().SingleAsync())).ShouldSatisfyAllConditions(p => p.Promise.ShouldBe(PromiseKind.Act), p => p.Signs.ShouldBe(["netti ei toimi", "verkko poikki"]));
    }

    [Fact]
    public async Task A_program_starts_it_finds_whom_it_is_about_and_reads_what_a_ticket_was_recognised_as()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var id = (await house.Get<WritePlaybook>().For(null, Train, house.Minna, null, default)).Value;
        (await shop.Post($"/playbooks/{id}/start")).Json.GetProperty("goingOnUntil").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
        var reference = await shop.Opens(Written[0].Words);

        (await shop.Get($"/tickets/{reference}")).Json.GetProperty("ticket").GetProperty("recognised")[0].Text("name").ShouldBe("Hangon juna peruttu");
        var (status, json, _) = await shop.Post($"/playbooks/{id}/answer", new { tickets = new[] { reference } });

        (status, json.GetProperty("tickets")[0].Text("outcome")).ShouldBe((201, "done"));
        (await shop.Get($"/tickets/{reference}")).Json.GetProperty("ticket").GetProperty("recognised").GetArrayLength().ShouldBe(0);
        (await shop.Post("/playbooks", new { name = "Muu", finnish = "Hei.", promise = "act", withinHours = 1 })).Json.Key().ShouldBe("playbook.leads");
    }

    private static async Task<Ticket> Writes(House house, (LanguageCode Language, string Words, string Answer) written, int number)
    {
        var opened = await house.Get<OpenTicket>().From(new NewMatter($"Asiakas {(char)('A' + number)}", EmailAddress.Parse($"asiakas{number}@example.fi"), null, written.Words, written.Language, Channel.Form, house.Nonce()), default);
        return await house.Ticket(opened.Id);
    }

    private static async Task<IReadOnlyList<TroubledTicket>> Troubled(House house, PlaybookId id) =>
        await house.Get<TroubledTickets>().Of((await house.Get<KnownPlaybooks>().Now(default)).Find(id)!, null, (await house.Get<Colleagues>().Now(default))[house.Antti], default);

    private static async Task<string> Presses(HttpClient browser, string page, IEnumerable<Ticket> tickets)
    {
        var sent = (await browser.HiddenOf(page, $"{page}/answer")).Select(h => (h.Key, h.Value!)).Concat(tickets.Select(t => ("ticket", t.Reference.Value)));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
            content.Add(new StringContent(value), name);
        var answer = await Answer.Of(await browser.PostAsync($"{page}/answer", content));
        return await browser.Page(answer.Leads!);
    }
}
