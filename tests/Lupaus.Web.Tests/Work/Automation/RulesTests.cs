using System.Net;
using Lupaus.Core.Outbox;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Api;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Automation;
using Lupaus.Web.Work.Lateness;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Automation;
using Lupaus.Work.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Automation;

public sealed class RulesTests
{
    [Theory, OnBothDatabases]
    public async Task A_rule_acts_after_a_ticket_has_arrived_and_the_history_says_so(string database)
    {
        await using var house = await House.On(database);
        var rule = await house.Rule("Laskut", TicketEvent.Arrived, [new WordsAre(["lasku"])], new SetGoal("lasku kuntoon"), new LeaveNote("Laskuasia."), new GiveTo(Receiver.Person, house.Maija));
        var (mine, other) = (await house.Comes("Laskussa on virhe."), await house.Comes("Milloin juna lähtee?", "toinen@example.fi"));

        (await house.Ticket(mine)).Goal.ShouldBeNull();
        await house.Follows();

        (await house.Ticket(mine)).ShouldSatisfyAllConditions(t => t.Goal.ShouldBe("lasku kuntoon"), t => t.OwnerId.ShouldBe(house.Maija), t => t.IsUntouched.ShouldBeTrue(), t => t.Promise.ShouldNotBeNull());
        (await house.Ticket(other)).Goal.ShouldBeNull();
        var page = $"/desk/{(await house.Ticket(mine)).Reference}";
        var minna = house.BrowserOf(house.Minna);
        (await minna.Page($"{page}/history")).ShouldContain("Sääntö toimi: Laskut");
        (await minna.Page(page)).ShouldContain("Laskuasia.");
        (await minna.Page($"/admin/rules/{rule.Value}")).ShouldContain("Laskussa on virhe");
        (await house.Look(db => db.RuleCauses.CountAsync())).ShouldBe(0);
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task However_often_and_by_however_many_it_is_tried_it_acts_once_for_one_cause(string database)
    {
        await using var house = await House.On(database);
        await house.Rule("Muistio", TicketEvent.Arrived, [], new LeaveNote("Saapui."));
        var ticket = await house.Comes("Hei");
        var cause = await house.Look(db => db.RuleCauses.AsNoTracking().SingleAsync());

        await house.Follows();
        await house.Changes.Make(db =>
        {
            db.RuleCauses.Add(new RuleCause(cause.Id, cause.TicketId, cause.Event, cause.Step, cause.At));
            return Task.CompletedTask;
        }, default);
        await Task.WhenAll(house.Follows(), house.Follows());

        (await house.Look(db => db.Messages.CountAsync(m => m.TicketId == ticket && m.Direction == Direction.Note))).ShouldBe(1);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_a_node_had_claimed_when_it_died_another_takes_up_again()
    {
        await using var house = await House.Open();
        await house.Rule("Muistio", TicketEvent.Arrived, [], new LeaveNote("Saapui."));
        await house.Comes("Hei");
        await house.Changes.Make(async db => (await db.RuleCauses.SingleAsync()).Claim(house.Clock.Now(), house.Clock.Now().AddMinutes(2)), default);

        await house.Follows();
        (await house.Look(db => db.RuleRuns.CountAsync())).ShouldBe(0);
        house.Clock.Passes(TimeSpan.FromMinutes(3));
        await house.Follows();

        (await house.Look(db => db.RuleRuns.CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task A_rule_that_can_not_act_leaves_nothing_half_done_says_why_on_its_page_and_holds_nobody_up(string database)
    {
        await using var house = await House.On(database);
        var failing = await house.Rule("Siirto", TicketEvent.AgentReplied, [], new SetGoal("jää tekemättä"), new GiveTo(Receiver.Person, house.Maija));
        await house.Rule("Muistio", TicketEvent.AgentReplied, [], new LeaveNote("Vastattu."));
        var ticket = await house.Matter(house.Antti);

        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(4)));
        await house.Follows();

        (await house.Ticket(ticket.Id)).ShouldSatisfyAllConditions(t => t.Goal.ShouldBeNull(), t => t.OwnerId.ShouldBe(house.Antti));
        (await house.Look(db => db.Messages.CountAsync(m => m.Body == "Vastattu."))).ShouldBe(1);
        (await house.BrowserOf(house.Minna).Page($"/admin/rules/{failing.Value}")).ShouldContain("Joku meistä on jo vastannut asiakkaalle.");
        (await house.BrowserOf(house.Minna).Page("/admin/rules")).ShouldContain("1 kertaa ei onnistunut");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task Rules_act_in_their_order_and_a_later_one_sees_what_an_earlier_one_has_done()
    {
        await using var house = await House.Open();
        var bills = await house.Topic("Laskut");
        var first = await house.Rule("Ensin", TicketEvent.Arrived, [new TopicIs([bills])], new SetGoal("toinen huomasi"));
        await house.Rule("Sitten", TicketEvent.Arrived, [], new SetTopic(bills));
        var before = await house.Comes("Hei");
        await house.Follows();

        await house.Get<MoveRule>().For(first, up: false, house.Minna, default);
        var after = await house.Comes("Hei", "toinen@example.fi");
        await house.Follows();

        (await house.Ticket(before)).Goal.ShouldBeNull();
        (await house.Ticket(after)).ShouldSatisfyAllConditions(t => t.Goal.ShouldBe("toinen huomasi"), t => t.TopicId.ShouldBe(bills));
    }

    [Theory, OnBothDatabases]
    public async Task Time_that_has_passed_makes_a_rule_act_once_and_a_new_message_begins_it_anew(string database)
    {
        await using var house = await House.On(database);
        await house.Rule("Muistutus", new Trigger(TicketEvent.CustomerWrote, 2), [new TurnIs(Turn.Ours)], new AlertByMail(Alerted.Owner));
        var ticket = await house.Matter(house.Antti);

        await house.LooksAtClock();
        house.Clock.Passes(TimeSpan.FromHours(1));
        await house.CustomerWrites(ticket.Id, "Entä nyt?");
        house.Clock.Passes(TimeSpan.FromMinutes(90));
        await house.LooksAtClock();
        (await house.Look(db => db.RuleRuns.CountAsync())).ShouldBe(0);
        house.Clock.Passes(TimeSpan.FromMinutes(31));
        await house.LooksAtClock();
        await house.LooksAtClock();

        var alert = await house.Look(db => db.Outbox.SingleAsync(o => o.Letter == Letter.RuleAlert));
        alert.AgentId.ShouldBe(house.Antti);
        var letter = await house.Look(db => house.Get<LetterWriter>().Write(alert, db, default));
        letter.Subject.ShouldStartWith("Muistutus: ");
        letter.Body.ShouldContain($"https://satama.example/desk/{ticket.Reference}");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task A_promise_that_runs_out_is_noticed_half_an_hour_before_and_a_broken_one_when_it_breaks(string database)
    {
        await using var house = await House.On(database);
        await house.Rule("Pian", TicketEvent.PromiseThreatened, [], new LeaveNote("Pian myöhässä."));
        await house.Rule("Myöhässä", TicketEvent.PromiseBroken, [], new LeaveNote("Myöhässä."));
        var ticket = await house.Matter(house.Antti);

        house.Clock.Becomes(ticket.Promise!.Due.AddMinutes(-31));
        await house.LooksAtClock();
        (await house.Notes()).ShouldBeEmpty();
        house.Clock.Becomes(ticket.Promise.Due.AddMinutes(-29));
        await house.LooksAtClock();
        (await house.Notes()).ShouldBe(["Pian myöhässä."]);
        house.Clock.Becomes(ticket.Promise.Due.AddMinutes(1));
        await house.Get<KeepWatch>().Look(default);
        await house.Follows();

        (await house.Notes()).ShouldContain("Myöhässä.");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_happened_before_a_rule_was_switched_on_is_none_of_its_business()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);
        house.Clock.Passes(TimeSpan.FromHours(3));
        await house.Rule("Vanhat", new Trigger(TicketEvent.Arrived, 2), [], new LeaveNote("Vanha."));

        await house.LooksAtClock();
        await house.Follows();

        (await house.Notes()).ShouldBeEmpty();
        (await house.Ticket(ticket.Id)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Closed_and_reopened_tickets_are_noticed_too()
    {
        await using var house = await House.Open();
        await house.Rule("Suljettu", TicketEvent.Closed, [], new LeaveNote("Suljettu."));
        await house.Rule("Avattu", TicketEvent.Reopened, [], new LeaveNote("Avattu."));
        await house.Rule("Jälkikäteen", new Trigger(TicketEvent.Closed, 1, TimeUnit.Days), [], new LeaveNote("Päivä sulkemisesta."));
        var (back, done) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));

        await house.Replies(back.Id, house.Antti, new WhatNext.Solves());
        await house.Replies(done.Id, house.Antti, new WhatNext.Solves());
        house.Clock.Passes(TimeSpan.FromMinutes(5));
        await house.CustomerWrites(back.Id, "Ei auttanut, lippu on yhä väärä.");
        await house.Follows();
        house.Clock.Passes(TimeSpan.FromDays(1));
        await house.LooksAtClock();

        (await house.Notes()).Order().ShouldBe(["Avattu.", "Päivä sulkemisesta.", "Suljettu.", "Suljettu."]);
    }

    [Fact]
    public async Task So_many_rules_on_one_ticket_within_an_hour_are_stopped()
    {
        await using var house = await House.Open();
        for (var number = 0; number <= Lupaus.Work.Automation.Rule.MostOnOneTicket; number++)
            await house.Rule($"Sääntö {number}", TicketEvent.Arrived, [], new LeaveNote("Taas."));

        await house.Comes("Hei");
        await house.Follows();

        (await house.Notes()).Count.ShouldBe(Lupaus.Work.Automation.Rule.MostOnOneTicket);
        (await house.Look(db => db.RuleRuns.SingleAsync(r => r.End == RunEnd.Braked))).Why.ShouldBe("rule.brake");
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task What_rules_cause_makes_rules_act_one_step_further_and_no_more()
    {
        await using var house = await House.Open();
        await house.Rule("Suljettu", TicketEvent.Closed, [], new LeaveNote("Suljettu."));
        var ticket = await house.Matter(house.Antti);
        var rule = await house.Look(db => db.Rules.Select(r => r.Id).SingleAsync());

        async Task Closes(int step) => await house.Changes.Make(async db =>
        {
            db.RuleRuns.Add(new RuleRun(rule, ticket.Id, step, step, RunEnd.Done, null, house.Clock.Now()));
            var closing = await db.Tickets.SingleAsync(t => t.Id == ticket.Id);
            closing.Withdraw(Actor.Lupaus, house.Clock.Now());
        }, default);

        await Closes(1);
        (await house.Look(db => db.RuleCauses.SingleAsync())).Step.ShouldBe(2);
        await house.Follows();
        await house.Changes.Make(async db => (await db.Tickets.SingleAsync(t => t.Id == ticket.Id)).Reopen(house.Antti, OwnerReason.OwnedBefore, Given.AnAnswerBy(house.Clock.Now().AddHours(1)), house.Antti, house.Clock.Now()), default);
        await Closes(2);

        (await house.Look(db => db.RuleCauses.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_rule_calls_a_webhook_by_its_own_name()
    {
        await using var house = await House.Open();
        var (hook, _) = await house.Get<KeepWebhooks>().Make(new WishedWebhook("Kirjanpito", "https://hooks.example.com/in", []), house.Minna, default);
        await house.Rule("Laskut", TicketEvent.Arrived, [], new CallWebhook(hook));

        await house.Comes("Hei");
        await house.Follows();

        var delivery = await house.Look(db => db.WebhookDeliveries.SingleAsync());
        (delivery.Type, delivery.AskedBy).ShouldBe(("rule.acted", "Laskut"));
    }

    [Theory, OnBothDatabases]
    public async Task A_dry_run_finds_what_the_rule_would_have_touched_as_it_stood_then_and_changes_nothing(string database)
    {
        await using var house = await House.On(database);
        var bills = await house.Topic("Laskut");
        var (moved, other) = (await house.Comes("Laskussa on virhe."), await house.Comes("Lasku puuttuu.", "toinen@example.fi"));
        await house.Comes("Milloin juna lähtee?", "kolmas@example.fi");
        house.Clock.Passes(TimeSpan.FromDays(1));
        await house.Changes.Make(async db => (await db.Tickets.SingleAsync(t => t.Id == moved)).ChangeTopic(bills, house.Minna, house.Clock.Now()), default);
        var facts = await house.Look(db => db.Facts.CountAsync());
        var text = new RuleText("", new Trigger(TicketEvent.Arrived), [new WordsAre(["lasku"]), new TopicIs([house.Topic])], [new SetGoal("lasku kuntoon")]);

        var would = await house.Get<DryRun>().Of(text, default);

        (would.Tickets, would.Times, would.IsAll).ShouldBe((2, 2, true));
        would.Newest.Select(w => w.Reference).ShouldBe([(await house.Ticket(moved)).Reference, (await house.Ticket(other)).Reference], ignoreOrder: true);
        would.Newest.ShouldAllBe(w => w.Topic == house.Topic && w.At == House.MondayAtTen.ToUniversalTime());
        (await house.Look(db => db.Facts.CountAsync())).ShouldBe(facts);
        (await house.Get<DryRun>().Of(text with { If = [new TopicIs([bills])] }, default)).Times.ShouldBe(0);
    }

    [Fact]
    public async Task The_dry_run_says_what_the_rule_then_does_when_it_lives_through_the_same()
    {
        await using var house = await House.Open();
        var text = new RuleText("Muistutus", new Trigger(TicketEvent.CustomerWrote, 2), [new TurnIs(Turn.Ours)], [new LeaveNote("Odottaa.")]);
        await house.Rule(text);
        var (answered, waiting) = (await house.Matter(house.Antti), await house.Matter(house.Antti, "Eino Toinen", "eino@example.fi"));
        house.Clock.Passes(TimeSpan.FromHours(1));
        await house.Replies(answered.Id, house.Antti, new WhatNext.WaitsForCustomer(House.MondayAtTen.AddDays(1), "Muistathan?"));
        await house.LooksAtClock();
        house.Clock.Passes(TimeSpan.FromMinutes(61));
        await house.LooksAtClock();

        var would = await house.Get<DryRun>().Of(text, default);

        var did = await house.Look(db => db.RuleRuns.Select(r => r.TicketId).ToListAsync());
        did.ShouldBe([waiting.Id]);
        would.Newest.Select(w => w.Reference).ShouldBe([waiting.Reference]);
    }

    [Fact]
    public async Task An_admin_writes_a_rule_tries_it_before_saving_turns_it_on_and_off()
    {
        await using var house = await House.Open();
        await house.Comes("Laskussa on virhe.");
        var minna = house.BrowserOf(house.Minna);
        (string, string?)[] typed = [("name", "Laskut"), ("event", "Arrived"), ("unit", "Hours"), ("if-words", "lasku, räkning"), ("if-where", "Anywhere"), ("goal", "lasku kuntoon"), ("alert", "Lead")];

        var tried = await minna.SendForm("/admin/rules/new", "/admin/rules", "/admin/rules/dry-run", typed);
        tried.Status.ShouldBe(HttpStatusCode.OK);
        tried.Html.ShouldContain("Asioita: 1. Kertoja: 1.");
        tried.Html.ShouldContain("Laskussa on virhe");
        tried.Html.ShouldContain("value=\"lasku, räkning\"");
        (await house.Look(db => db.Rules.CountAsync())).ShouldBe(0);

        var saved = await minna.SendForm("/admin/rules/new", "/admin/rules", "/admin/rules", typed);
        saved.IsDone.ShouldBeTrue();
        var rule = await house.Look(db => db.Rules.SingleAsync());
        rule.IsOn.ShouldBeFalse();
        var path = $"/admin/rules/{rule.Id.Value}";
        (await minna.Page(path)).ShouldContain("value=\"lasku, räkning\"");
        (await minna.Send(path, $"{path}/switch")).IsDone.ShouldBeTrue();
        (await house.Look(db => db.Rules.SingleAsync())).IsOn.ShouldBeTrue();
        (await minna.Page("/admin/rules")).ShouldContain("otsikossa tai viestissä on ”lasku” tai ”räkning”");
        (await minna.Page("/admin/log?about=automation")).ShouldContain("Minna Salo otti säännön käyttöön: Laskut");
    }

    [Fact]
    public async Task A_rule_that_does_nothing_is_refused_in_words_and_what_was_typed_is_kept()
    {
        await using var house = await House.Open();
        var minna = house.BrowserOf(house.Minna);

        var empty = await minna.SendForm("/admin/rules/new", "/admin/rules", "/admin/rules", [("name", "Tyhjä"), ("event", "Arrived"), ("amount", "pian"), ("goal", "")]);
        var unknown = await minna.SendForm("/admin/rules/new", "/admin/rules", "/admin/rules", [("name", "Tyhjä"), ("event", "Arrived"), ("if-organisation", "Olematon Oy"), ("goal", "jotain")]);

        (empty.Status, unknown.Status).ShouldBe((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
        empty.Html.ShouldContain("Odotusaika on kokonaisluku");
        empty.Html.ShouldContain("value=\"Tyhjä\"");
        unknown.Html.ShouldContain("organisaatiota ei ole: Olematon Oy");
    }

    [Fact]
    public async Task A_program_with_an_admins_key_writes_tries_and_switches_rules()
    {
        await using var house = await House.Open();
        using var admin = new Caller(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("keeper", ApiScope.Admin), Actor.Lupaus, default));
        using var shop = await Caller.Known(house);
        await shop.Opens("Laskussa on virhe.");
        var body = new
        {
            name = "Laskut",
            when = new { @event = "arrived" },
            @if = new[] { new Dictionary<string, object> { ["if"] = "wordsAre", ["words"] = new[] { "lasku" } } },
            then = new[] { new Dictionary<string, object> { ["do"] = "setGoal", ["goal"] = "kuntoon" } },
        };

        var would = await admin.Post("/rules/dry-run", body, agent: "minna@satama.example");
        would.Status.ShouldBe(200);
        would.Json.GetProperty("tickets").GetInt32().ShouldBe(1);
        would.Json.GetProperty("does")[0].Text("do").ShouldBe("setGoal");
        var written = await admin.Post("/rules", body, agent: "minna@satama.example");
        written.Status.ShouldBe(201);
        written.Json.GetProperty("isOn").GetBoolean().ShouldBeFalse();
        var id = written.Json.Text("id");
        (await admin.Post($"/rules/{id}/switch", new { on = true }, agent: "minna@satama.example")).Json.GetProperty("isOn").GetBoolean().ShouldBeTrue();
        (await admin.Get($"/rules/{id}/dry-run")).Json.GetProperty("times").GetInt32().ShouldBe(1);
        (await admin.Send(HttpMethod.Delete, $"/rules/{id}", agent: "minna@satama.example")).Status.ShouldBe(204);
        (await shop.Get("/rules")).Status.ShouldBe(403);
        (await admin.Post("/rules", new { name = "X", when = new { @event = "ownerChanged" }, then = body.then }, agent: "minna@satama.example")).Json.Key().ShouldBe("rule.event");
    }
}

internal static class WithRules
{
    public static Task<RuleId> Rule(this House house, string name, TicketEvent what, IReadOnlyList<Condition> conditions, params Deed[] deeds) =>
        house.Rule(name, new Trigger(what), conditions, deeds);

    public static Task<RuleId> Rule(this House house, string name, Trigger when, IReadOnlyList<Condition> conditions, params Deed[] deeds) =>
        house.Rule(new RuleText(name, when, conditions, deeds));

    /// <summary>Written, and switched on.</summary>
    public static async Task<RuleId> Rule(this House house, RuleText text)
    {
        var id = await house.Get<WriteRule>().For(null, text, house.Minna, house.Nonce(), default);
        await house.Get<SwitchRule>().For(id, on: true, house.Minna, default);
        return id;
    }

    public static async Task<TopicId> Topic(this House house, string name)
    {
        Topic? topic = null;
        await house.Changes.Make(async db =>
            db.Topics.Add(topic = Lupaus.Ground.Topics.Topic.Open(await db.Teams.SingleAsync(), name, name, name, TimeSpan.FromHours(4), TimeSpan.FromMinutes(5), isDefault: false, house.Clock.Now())), default);
        return topic!.Id;
    }

    public static async Task<TicketId> Comes(this House house, string words, string email = "aino@example.fi") =>
        (await house.Get<Lupaus.Web.Doors.Intake.OpenTicket>().From(new Lupaus.Web.Doors.Intake.NewMatter("Aino Testinen", EmailAddress.Parse(email), null, words, LanguageCode.Fi, Channel.Form, house.Nonce()), default)).Id;

    public static Task<int> Follows(this House house) => house.Get<FollowRules>().Now(default);

    public static Task LooksAtClock(this House house) => house.Get<FollowRules>().LookAtClock(default);

    public static Task<List<string>> Notes(this House house) => house.Look(db => db.Messages.Where(m => m.Direction == Direction.Note).OrderBy(m => m.Id).Select(m => m.Body).ToListAsync());

    /// <summary>Fills in the page's form, and presses the button that leads elsewhere.</summary>
    public static async Task<Answer> SendForm(this HttpClient browser, string page, string form, string button, IEnumerable<(string Name, string? Value)> typed)
    {
        var html = await browser.Page(page);
        html.ShouldContain($"action=\"{form}\"");
        var fields = typed.ToDictionary(t => t.Name, t => t.Value);
        fields["__RequestVerificationToken"] = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]*)\"").Groups[1].Value;
        fields["Nonce"] = Guid.NewGuid().ToString("N");
        return await browser.Send(button, fields);
    }
}
