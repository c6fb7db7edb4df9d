using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;
using Lupaus.Ground.People;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Core.Queue;
using Lupaus.Web.Doors.Intake;
using Lupaus.Web.Tests.Doors.Mailboxes;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Automation;
using Lupaus.Web.Work.Handovers;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Spam;
using Lupaus.Work.Automation;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Doors.Intake;

/// <summary>One of ours asks colleagues: a matter as any other, which they never answer themselves.</summary>
public sealed class RequestTests
{
    [Theory, OnBothDatabases]
    public async Task Asked_at_the_desk_without_any_script_it_has_an_owner_and_a_promise_at_once_and_they_hear_of_it_by_mail(string on)
    {
        await using var house = await House.On(on);
        var antti = house.BrowserOf(house.Antti);
        (await antti.Page("/desk")).ShouldContain("href=\"/desk/request\"");

        var sent = await Sends(antti, ("topic", $"{house.Topic.Value}"), ("subject", "Näyttö"), ("message", "Tarvitsen toisen näytön."), ("deadline-day", ""), ("deadline-time", ""));

        sent.Status.ShouldBe(HttpStatusCode.SeeOther);
        var ticket = await house.Look(db => db.Tickets.Include(t => t.Messages).SingleAsync());
        sent.Leads.ShouldBe($"/desk/{ticket.Reference}?done=asked");
        (ticket.RequesterId, ticket.Subject, ticket.Promise!.Kind, ticket.Promise.Due).ShouldBe((house.Antti, "Näyttö", PromiseKind.Answer, House.MondayAtTen.AddHours(4)));
        ticket.OwnerId.ShouldNotBe(house.Antti);
        ticket.Messages[0].Channel.ShouldBe(Channel.Desk);
        (await house.Look(db => db.Outbox.SingleAsync())).ShouldSatisfyAllConditions(o => o.Address.ShouldBe("antti@satama.example"), o => o.Way.ShouldBe(Way.Mail));
        (await house.Look(db => db.People.Include(p => p.Contacts).SingleAsync())).ShouldSatisfyAllConditions(p => p.Name.ShouldBe("Antti Laine"), p => p.Email.ShouldBe("antti@satama.example"));
        var page = await antti.Page(sent.Leads!);
        page.ShouldContain("Pyyntösi on perillä.");
        page.ShouldContain("Oma pyyntösi");
        page.ShouldContain("Minna Salo vastaa sinulle täällä ja sähköpostiisi.");
        page.ShouldNotContain("id=\"reply-form\"");
        page.ShouldNotContain("id=\"note-form\"");
        (await house.BrowserOf(house.Minna).Page($"/desk/{ticket.Reference}")).ShouldContain("Kollegan pyyntö");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Two_presses_at_once_are_one_request(string on)
    {
        await using var house = await House.On(on);
        var matter = Matter(house.Antti, house.Nonce());

        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => house.Get<OpenTicket>().From(matter, default))));

        opened.Select(o => o.Id).Distinct().Count().ShouldBe(1);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
        await house.IsSound();
    }

    [Fact]
    public async Task What_cannot_be_sent_comes_back_as_it_was_typed_and_says_why()
    {
        await using var house = await House.Open();
        var antti = house.BrowserOf(house.Antti);

        var empty = await Sends(antti, ("topic", $"{house.Topic.Value}"), ("subject", "Näyttö"), ("message", " "), ("deadline-day", "2026-11-20"), ("deadline-time", ""));

        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Html.ShouldContain("value=\"Näyttö\"");
        empty.Html.ShouldContain("href=\"#message\"");
        empty.Html.ShouldContain("href=\"#deadline-day\"");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task Who_works_alone_has_nobody_to_ask_and_is_told_so_but_their_mail_is_a_matter_all_the_same(string on)
    {
        await using var house = await House.On(on);
        foreach (var colleague in new[] { house.Antti, house.Maija })
            await house.Get<LetGo>().For(colleague, house.Minna, default);
        var minna = house.BrowserOf(house.Minna);
        (await minna.Page("/desk/request")).ShouldContain("Täällä ei ole ketään toista, joka voisi vastata sinulle.");

        var form = new Dictionary<string, string?> { ["message"] = "Tarvitsen näytön.", ["__RequestVerificationToken"] = await Token(minna) };
        var refused = await minna.Send("/desk/request", form);
        (refused.Status, (await house.Look(db => db.Tickets.CountAsync()))).ShouldBe((HttpStatusCode.Conflict, 0));
        using var shop = await Caller.Known(house);
        (await shop.Post("/tickets", new { text = "Tarvitsen näytön.", @internal = true }, agent: "minna@satama.example")).Json.Key().ShouldBe("request.alone");

        (await house.Gets(Mails.Raw(from: "Minna Salo <minna@satama.example>", subject: "Kokeilu"))).Fate.ShouldBe(Fate.Opened);
        (await house.Look(db => db.Tickets.SingleAsync())).ShouldSatisfyAllConditions(t => t.RequesterId.ShouldBeNull(), t => t.OwnerId.ShouldBe(house.Minna));
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task The_answer_keeps_the_promise_and_whoever_asked_reads_it_at_the_desk_and_says_more_there(string on)
    {
        await using var house = await House.On(on);
        var (ticket, path) = await Asked(house, house.Antti);
        var antti = house.BrowserOf(house.Antti);
        await house.Replies(ticket.Id, ticket.OwnerId, new WhatNext.Solves(), "Näyttö on pöydälläsi.");

        (await house.Look(db => db.PromiseEnds.SingleAsync())).How.ShouldBe(HowItEnded.Kept);
        (await house.Look(db => db.Outbox.OrderByDescending(o => o.Id).FirstAsync())).Address.ShouldBe("antti@satama.example");
        var page = await antti.Page(path);
        page.ShouldContain("Näyttö on pöydälläsi.");
        page.ShouldContain("Jos kirjoitat tähän, se avautuu uudelleen.");
        (await antti.Send(path, $"{path}/request", ("body", "Johto puuttuu."))).Leads.ShouldBe($"{path}?done=request");

        var now = await house.Ticket(ticket.Id);
        (now.IsOpen, now.OwnerId, now.Promise!.Kind).ShouldBe((true, ticket.OwnerId, PromiseKind.Answer));
        (await house.Look(db => db.Messages.OrderByDescending(m => m.Id).FirstAsync(m => m.Direction == Direction.FromCustomer))).ShouldSatisfyAllConditions(
            m => m.Body.ShouldBe("Johto puuttuu."), m => m.PersonId.ShouldBe(ticket.CustomerId), m => m.AgentId.ShouldBeNull());
        (await antti.Send(path, $"{path}/request", ("body", " "))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task It_has_a_page_of_its_own_for_whoever_asked_and_for_nobody_else(string on)
    {
        await using var house = await House.On(on);
        var (_, path) = await Asked(house, house.Antti);
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));

        var leads = (await antti.Send(path, $"{path}/request/page")).Leads!;
        leads.ShouldStartWith("/t/");
        (await antti.Page(leads)).ShouldContain("Tarvitsen toisen näytön.");

        var token = await Token(maija);
        foreach (var door in new[] { $"{path}/request", $"{path}/request/page" })
        {
            var refused = await maija.Send(door, new Dictionary<string, string?> { ["body"] = "Minäkin.", ["nonce"] = "n", ["__RequestVerificationToken"] = token });
            refused.Status.ShouldBe(HttpStatusCode.Conflict);
        }
        (await house.Look(db => db.Messages.CountAsync(m => m.Direction == Direction.FromCustomer))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Through_no_form_does_whoever_asked_answer_note_or_take_it(string on)
    {
        await using var house = await House.On(on);
        await house.Get<LimitGoodwill>().ForAll(5000, house.Minna, default);
        var (ticket, path) = await Asked(house, house.Antti);
        var antti = house.BrowserOf(house.Antti);
        var token = await Token(antti);
        var before = await house.Look(db => db.Messages.CountAsync());

        foreach (var (door, fields) in new (string, (string, string)[])[]
        {
            ("reply", [("body", "Hoidan."), ("next", "solves")]), ("note", [("body", "Kiire.")]), ("take", [("reason", "CustomerIsHere")]),
            ("move", [("when", "own"), ("date", "2026-11-25"), ("time", "12:00"), ("reason", "odotan")]), ("failure", [("text", "Väärä.")]), ("set-aside", []),
            ("handovers", [("to", $"{house.Maija.Value}"), ("done", "a"), ("promised", "b"), ("next", "c")]),
            ("handovers", [("to", $"{house.Antti.Value}"), ("atonce", "1")]),
            ("goodwill", [("what", "Kahvit"), ("worth", "5"), ("reason", "Ansaitsen sen.")]),
        })
        {
            var form = fields.ToDictionary(f => f.Item1, f => (string?)f.Item2);
            (form["nonce"], form["__RequestVerificationToken"]) = (Guid.NewGuid().ToString("N"), token);
            var answer = await antti.Send($"{path}/{door}", form);
            answer.Status.ShouldBe(HttpStatusCode.Conflict, door);
        }

        var now = await house.Ticket(ticket.Id);
        (now.OwnerId, now.IsOpen, now.IsUntouched, now.Version).ShouldBe((ticket.OwnerId, true, true, ticket.Version));
        (await house.Look(db => db.Messages.CountAsync())).ShouldBe(before);
    }

    [Theory, OnBothDatabases]
    public async Task Taking_the_next_one_never_gives_them_their_own_and_a_colleague_gets_it_by_the_same_line(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Antti);

        (await house.Get<TakeNext>().For(house.Antti, house.Nonce(), default)).ShouldBeNull();
        var later = await house.Matter(house.Minna);
        await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == later.Id)).PassTo(house.Maija, OwnerReason.StandIn, null, house.Minna, house.Clock.GetUtcNow()), default);
        (await house.Get<TakeNext>().For(house.Antti, house.Nonce(), default)).ShouldBe(later.Reference);
        (await house.Get<TakeNext>().For(house.Maija, house.Nonce(), default)).ShouldBe(ticket.Reference);
    }

    [Theory, OnBothDatabases]
    public async Task What_the_duty_agent_asks_when_nobody_can_serve_it_goes_to_another_who_is_here(string on)
    {
        await using var house = await House.On(on);

        var opened = await house.Get<OpenTicket>().From(Matter(house.Minna, house.Nonce()) with { Language = LanguageCode.En, Body = "I need a screen." }, default);
        var (second, _) = await Asked(house, house.Minna);

        (await house.Ticket(opened.Id)).OwnerId.ShouldBe(house.Maija);
        second.OwnerId.ShouldNotBe(house.Minna);
        await house.Get<LetGo>().For(house.Maija, house.Minna, default);
        var third = await house.Get<OpenTicket>().From(Matter(house.Minna, house.Nonce()) with { Language = LanguageCode.En, Body = "I need a chair." }, default);
        (await house.Ticket(third.Id)).OwnerId.ShouldBe(house.Antti);
        (await house.BrowserOf(house.Antti).Page($"/desk/{third.Reference}/history")).ShouldContain("on paikalla, kun päivystäjä itse pyytää");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_hands_it_to_another_than_the_one_who_asks_and_stays_while_there_is_none(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Minna, house.Maija);

        await house.Get<LetGo>().For(house.Maija, house.Minna, default);

        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(house.Antti); // and not Minna, who is on duty
        (await Should.ThrowAsync<RuleBroken>(() => house.Get<LetGo>().For(house.Antti, house.Minna, default))).Refusal.Key.ShouldBe("people.request");
        (await house.Look(db => db.ActiveAgents.CountAsync())).ShouldBe(2);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves(), "Näyttö on pöydälläsi.");
        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task A_long_absence_moves_it_past_the_one_who_asks_and_leaves_it_where_nobody_else_is(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Minna, house.Antti);
        await house.Get<GoAway>().As(new AwayPlan(house.Antti, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 4), house.Minna), house.Antti, null, default);
        (await house.BrowserOf(house.Minna).Page("/desk")).ShouldNotContain($"href=\"/desk/{ticket.Reference}\"");

        await house.Get<MoveTicketsOfTheAbsent>().Look(default);
        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(house.Maija);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);
        await house.Get<GoAway>().As(new AwayPlan(house.Maija, new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 4), null), house.Maija, null, default);
        await house.Get<MoveTicketsOfTheAbsent>().Look(default);
        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(house.Maija);
        (await house.Look(db => db.Absences.OrderByDescending(a => a.Id).FirstAsync())).TicketsMovedAt.ShouldNotBeNull();
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task While_its_owner_is_away_and_their_stand_in_is_the_one_who_asks_another_looks_after_it(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Minna, house.Antti);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(4), "uusi näyttö"));
        await house.Get<GoAway>().As(new AwayPlan(house.Antti, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24), house.Minna), house.Antti, null, default);

        (await house.BrowserOf(house.Minna).Page("/desk/mine")).ShouldNotContain($"/desk/{ticket.Reference}");
        (await house.BrowserOf(house.Maija).Page("/desk/mine")).ShouldContain($"/desk/{ticket.Reference}");
        (await house.Get<TakeNext>().For(house.Maija, house.Nonce(), default)).ShouldBe(ticket.Reference);
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_asks_nothing_any_more_and_reads_no_more_of_it(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Antti);

        await house.Get<LetGo>().For(house.Antti, house.Minna, default);

        (await house.Ticket(ticket.Id)).Closure!.How.ShouldBe(HowClosed.Withdrawn);
        (await house.Look(db => db.CustomerLinks.CountAsync(l => l.TicketId == ticket.Id && l.RevokedAt == null))).ShouldBe(0);
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_whom_a_forged_mail_brings_along_reads_what_colleagues_write_to_each_other(string on)
    {
        await using var house = await House.On(on);
        const string Maija = "Maija Virtanen <maija@satama.example>", Other = "Cc: Muu Joku <muu@example.net>";

        var forged = await house.GetsChecked(Mails.Raw(from: Maija, subject: "Salasanani", more: Other));
        var vouched = await house.GetsChecked(Mails.Raw(from: "Minna Salo <minna@satama.example>", subject: "Näyttöni on rikki", more: [Mails.Vouched, Other]));

        (await house.Look(db => db.Participants.CountAsync(p => p.TicketId == forged.Ticket))).ShouldBe(0);
        (await house.Look(db => db.Participants.CountAsync(p => p.TicketId == vouched.Ticket))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task Broken_twice_it_is_never_promised_to_the_very_lead_who_asks(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Minna, house.Antti);

        for (var i = 0; i < 2; i++)
        {
            house.Clock.Becomes((await house.Ticket(ticket.Id)).Promise!.Due.AddSeconds(10));
            await house.Get<KeepWatch>().Look(default);
        }

        var now = await house.Ticket(ticket.Id);
        (now.PromisesBroken, now.Promise!.Promiser).ShouldBe((2, house.Antti));
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Neither_macro_nor_rule_gives_it_to_the_one_who_asks(string on)
    {
        await using var house = await House.On(on);
        await house.Rule("Antille", TicketEvent.Arrived, [], new GiveTo(Receiver.Person, house.Antti));

        var (ticket, _) = await Asked(house, house.Antti);
        await house.Follows();

        (await house.Ticket(ticket.Id)).OwnerId.ShouldBe(ticket.OwnerId);
        (await house.Look(db => db.RuleRuns.SingleAsync())).ShouldSatisfyAllConditions(r => r.End.ShouldBe(RunEnd.Refused), r => r.Why.ShouldBe("request.owner"));
    }

    [Theory, OnBothDatabases]
    public async Task Whatever_address_they_have_they_are_one_human_and_are_written_to_where_they_are_now(string on)
    {
        await using var house = await House.On(on);
        var (first, _) = await Asked(house, house.Antti);
        await house.Get<ChangeEmail>().Of(house.Antti, "antti.laine@satama.example", house.Minna, default);

        var (second, _) = await Asked(house, house.Antti);

        second.CustomerId.ShouldBe(first.CustomerId);
        (await house.Look(db => db.People.CountAsync())).ShouldBe(1);
        (await house.Look(db => db.Outbox.OrderByDescending(o => o.Id).FirstAsync())).Address.ShouldBe("antti.laine@satama.example");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task What_goes_on_from_it_months_later_is_a_request_too(string on)
    {
        await using var house = await House.On(on);
        var (ticket, path) = await Asked(house, house.Antti);
        await house.Replies(ticket.Id, ticket.OwnerId, new WhatNext.Solves(), "Näyttö on pöydälläsi.");
        house.Clock.Passes(TimeSpan.FromDays(60));
        var antti = house.BrowserOf(house.Antti);

        var leads = (await antti.Send(path, $"{path}/request", ("body", "Näyttö hajosi."))).Leads!;

        leads.ShouldNotStartWith(path);
        var next = await house.Look(db => db.Tickets.SingleAsync(t => t.FollowsId == ticket.Id));
        (next.RequesterId, leads).ShouldBe((house.Antti, $"/desk/{next.Reference}?done=request"));
        next.OwnerId.ShouldNotBe(house.Antti);
    }

    [Theory, OnBothDatabases]
    public async Task Spam_by_mistake_it_comes_back_to_another_than_the_one_who_asks(string on)
    {
        await using var house = await House.On(on);
        var (ticket, _) = await Asked(house, house.Minna, house.Antti);
        await house.Get<MarkSpam>().For(ticket.Id, null, house.Antti, house.Nonce(), default);

        await house.Get<BringBack>().For(ticket.Id, house.Antti, house.Nonce(), default);

        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeTrue(), t => t.OwnerId.ShouldNotBe(house.Minna));
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task A_colleagues_own_mail_asks_colleagues_and_their_answer_to_our_letter_is_heard_as_a_customers(string on)
    {
        await using var house = await House.On(on);
        const string Minna = "Minna Salo <minna@satama.example>";

        var own = await house.GetsChecked(Mails.Raw(from: Minna, subject: "Näyttöni on rikki", more: Mails.Vouched));
        var more = await house.GetsChecked(Mails.Raw(from: Minna, text: "Se on edelleen rikki.", more: [Mails.Vouched, $"In-Reply-To: <{await house.LetterIn(own.Ticket!.Value)}>"]));
        var doubted = await house.Gets(Mails.Raw(from: "Maija Virtanen <maija@satama.example>", subject: "Salasanani"));

        (own.Fate, more.Fate, more.Ticket).ShouldBe((Fate.Opened, Fate.Joined, own.Ticket));
        var ticket = await house.Ticket(own.Ticket.Value);
        ticket.RequesterId.ShouldBe(house.Minna);
        ticket.OwnerId.ShouldNotBe(house.Minna);
        var owner = house.BrowserOf(ticket.OwnerId);
        (await owner.Page($"/desk/{ticket.Reference}")).ShouldNotContain("Kukaan ei vahvista, että tämä on kollegaltasi");
        var forged = await house.Ticket(doubted.Ticket!.Value);
        forged.RequesterId.ShouldBe(house.Maija);
        (await owner.Page($"/desk/{forged.Reference}")).ShouldContain("Kukaan ei vahvista, että tämä on kollegaltasi");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task A_program_asks_in_an_agents_name_and_is_refused_in_plain_words_where_it_cannot(string on)
    {
        await using var house = await House.On(on);
        using var shop = await Caller.Known(house);

        var (status, json, _) = await shop.Post("/tickets", new { text = "Tarvitsen näytön.", @internal = true }, once: "a");
        var again = await shop.Post("/tickets", new { text = "Tarvitsen näytön.", @internal = true }, once: "a");

        status.ShouldBe(201);
        json.GetProperty("requester").Text("email").ShouldBe("antti@satama.example");
        json.GetProperty("customer").Text("email").ShouldBe("antti@satama.example");
        json.GetProperty("owner").Text("email").ShouldNotBe("antti@satama.example");
        var reference = json.Text("reference")!;
        again.Json.Text("reference").ShouldBe(reference);
        (await shop.Post("/tickets", new { text = "Tarvitsen näytön.", @internal = true }, agent: null)).Json.Key().ShouldBe("api.agent.missing");
        (await shop.Post("/tickets", new { text = "Tarvitsen näytön.", email = "aino@example.fi", @internal = true })).Json.Key().ShouldBe("request.who");
        (await shop.Post($"/tickets/{reference}/replies", new { text = "Hoidan.", next = new { kind = "solves" } })).Json.Key().ShouldBe("request.own");
        (await shop.Post($"/tickets/{reference}/notes", new { text = "Hoidan." })).Json.Key().ShouldBe("request.own");
        (await shop.Post($"/tickets/{reference}/take", new { reason = "customerIsHere" })).Json.Key().ShouldBe("request.owner");
        (await shop.Post($"/tickets/{reference}/request", new { text = "27 tuumaa." }, agent: "maija@satama.example")).Json.Key().ShouldBe("request.notyours");
        (await shop.Post($"/tickets/{reference}/request", new { text = "27 tuumaa." }, once: "b")).Status.ShouldBe(201);
        (await shop.Post($"/tickets/{reference}/request", new { text = "27 tuumaa." }, once: "b")).Status.ShouldBe(201);
        (await house.Look(db => db.Messages.CountAsync(m => m.Direction == Direction.FromCustomer))).ShouldBe(2);

        var customers = await shop.Opens();
        async Task<string[]> List(string asked) => [.. (await shop.Send(HttpMethod.Get, $"/tickets?{asked}")).Json.GetProperty("tickets").EnumerateArray().Select(t => t.Text("reference")!)];
        (await List("asker=colleagues")).ShouldBe([reference]);
        (await List("asker=me")).ShouldBe([reference]);
        (await List("view=asked")).ShouldBe([reference]);
        (await List("view=internal")).ShouldBe([reference]);
        (await List("asker=customers")).ShouldBe([customers]);
        (await shop.Send(HttpMethod.Get, "/tickets?asker=strangers")).Json.Key().ShouldBe("api.filter");
        (await shop.Get("/tickets?asker=me")).Json.Key().ShouldBe("api.agent.missing");
        await house.IsSound();
    }

    [Theory, OnBothDatabases]
    public async Task Lists_and_search_find_what_we_ask_of_each_other_and_what_one_asks_oneself(string on)
    {
        await using var house = await House.On(on);
        var (mine, _) = await Asked(house, house.Antti);
        var (hers, _) = await Asked(house, house.Maija, house.Antti);
        var customers = await house.Matter(house.Antti);
        var antti = house.BrowserOf(house.Antti);
        async Task<string[]> Shown(string path)
        {
            var page = await antti.Page(path);
            var list = page[page.IndexOf("data-list", StringComparison.Ordinal)..];
            return [.. new[] { mine, hers, customers }.Where(t => list.Contains($"href=\"/desk/{t.Reference}\"", StringComparison.Ordinal)).Select(t => t.Reference.Value)];
        }

        (await Shown("/desk/internal")).ShouldBe([mine.Reference.Value, hers.Reference.Value]);
        (await Shown("/desk/asked")).ShouldBe([mine.Reference.Value]);
        (await Shown("/desk/list?asker=Customers")).ShouldBe([customers.Reference.Value]);
        (await Shown("/desk/list?asker=Me")).ShouldBe([mine.Reference.Value]);
        (await Shown("/desk/find?q=pyyt%C3%A4j%C3%A4:kaikki")).ShouldBe([mine.Reference.Value, hers.Reference.Value]);
        (await Shown("/desk/find?q=pyyt%C3%A4j%C3%A4:min%C3%A4")).ShouldBe([mine.Reference.Value]);
        (await Shown("/desk/find?q=requester:maija")).ShouldBe([hers.Reference.Value]);
        var page = await antti.Page("/desk/internal");
        page.ShouldContain("Oma pyyntösi");
        page.ShouldContain("Kollegan pyyntö");
    }

    [Theory, OnBothDatabases]
    public async Task Even_raw_SQL_leaves_it_with_another(string on)
    {
        await using var database = await TestDatabase.On(on);
        var (bertil, liisa) = (database.Company.Bertil, database.Company.Liisa);
        var id = await database.ARequest();

        await database.ShouldRefuse($"UPDATE tickets SET owner_id = {bertil.Value} WHERE id = {id.Value}", "ck_ticket_requester");
        await database.ShouldRefuse($"UPDATE tickets SET requester_id = owner_id WHERE id = {id.Value}", "ck_ticket_requester");
        await database.ShouldRefuse($"UPDATE tickets SET promise_promiser = {bertil.Value} WHERE id = {id.Value}", "ck_ticket_requester");
        await database.ShouldRefuse($"UPDATE tickets SET requester_id = 404 WHERE id = {id.Value}", "foreign key");
        await database.Raw($"UPDATE tickets SET owner_id = {liisa.Value}, promise_promiser = {liisa.Value} WHERE id = {id.Value}");
    }

    /// <summary>Asked at this moment; and given to this owner, where one is named.</summary>
    private static async Task<(Ticket Ticket, string Path)> Asked(House house, AgentId by, AgentId? owner = null)
    {
        var opened = await house.Get<OpenTicket>().From(Matter(by, house.Nonce()), default);
        if (owner is { } to)
            await house.Changes.Make(async db => (await db.Tickets.FirstAsync(t => t.Id == opened.Id)).PassTo(to, OwnerReason.StandIn, null, Actor.Lupaus, house.Clock.GetUtcNow()), default);
        return (await house.Ticket(opened.Id), $"/desk/{opened.Reference}");
    }

    private static NewMatter Matter(AgentId by, Source source) => new(null, null, null, "Tarvitsen toisen näytön.", LanguageCode.Fi, Channel.Desk, source, "Näyttö") { RequestedBy = by };

    /// <summary>The form as its page gives it, filled in.</summary>
    private static async Task<Answer> Sends(HttpClient browser, params (string Name, string? Value)[] fields)
    {
        (await browser.Page("/desk/request")).ShouldContain("enctype=\"multipart/form-data\"");
        var form = fields.ToDictionary(f => f.Name, f => f.Value);
        (form["nonce"], form["__RequestVerificationToken"]) = (Guid.NewGuid().ToString("N"), await Token(browser));
        return await browser.Send("/desk/request", form);
    }

    private static async Task<string> Token(HttpClient browser)
    {
        var page = await browser.Page("/desk/list");
        const string Before = "name=\"__RequestVerificationToken\" value=\"";
        var from = page.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        return page[from..page.IndexOf('"', from)];
    }
}
