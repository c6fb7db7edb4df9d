using System.Net;
using System.Text.RegularExpressions;
using Lupaus.Core.Outbox;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Api;
using Lupaus.Web.Core.Outbox;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Tests.Work.Merging;
using Lupaus.Web.Work.Webhooks;
using Lupaus.Work.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Work.Webhooks;

public sealed partial class WebhookTests
{
    [Theory, OnBothDatabases]
    public async Task A_program_outside_hears_of_a_new_ticket_signed_and_with_its_owner_and_promise(string database)
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.On(database, Nearby);
        var (_, secret) = await house.Wires(receiver, TicketEvent.Arrived, TicketEvent.Closed);

        var ticket = await house.Matter(house.Antti);
        await house.Sends();

        var heard = receiver.All.ShouldHaveSingleItem();
        heard.IsSignedWith(secret).ShouldBeTrue();
        heard.IsSignedWith(WebhookSecret.New().Value).ShouldBeFalse();
        heard.Timestamp.ShouldBe(house.Clock.GetUtcNow().ToUnixTimeSeconds());
        heard.Json.Text("type").ShouldBe("ticket.arrived");
        var told = heard.Json.GetProperty("data").GetProperty("ticket");
        told.Text("reference").ShouldBe(ticket.Reference.Value);
        told.GetProperty("owner").Text("email").ShouldBe("antti@satama.example");
        told.GetProperty("promise").Text("kind").ShouldBe("answer");
        await house.KeepsEveryRule();
    }

    [Theory, OnBothDatabases]
    public async Task It_hears_what_it_asked_for_and_nothing_else(string database)
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.On(database, Nearby);
        await house.Wires(receiver, TicketEvent.CustomerWrote, TicketEvent.AgentReplied, TicketEvent.Closed);

        var ticket = await house.Matter(house.Antti);
        house.Clock.Passes(TimeSpan.FromMinutes(1));
        await house.CustomerWrites(ticket.Id, "Entä nyt?");
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Solves());
        await house.Sends();

        receiver.All.Select(h => h.Json.Text("type")).ShouldBe(["message.received", "reply.sent", "ticket.closed"], ignoreOrder: true);
        receiver.All.Select(h => h.Id).Distinct().Count().ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task What_did_not_arrive_goes_again_later_word_for_word_under_the_same_id(string database)
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.On(database, Nearby);
        await house.Wires(receiver, TicketEvent.Arrived);
        receiver.Status = 500;
        await house.Matter(house.Antti);

        await house.Sends();
        await house.Sends();
        receiver.Status = 200;
        house.Clock.Passes(TimeSpan.FromSeconds(10));
        await house.Sends();

        receiver.All.Count.ShouldBe(2);
        receiver.All.Select(h => (h.Id, h.Body)).Distinct().ShouldHaveSingleItem();
        var delivery = await house.Look(db => db.WebhookDeliveries.SingleAsync());
        (delivery.State, delivery.Attempts).ShouldBe((DeliveryState.Arrived, 2));
        (await house.Look(db => db.WebhookAttempts.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync())).ShouldBe([500, 200]);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_only_the_beginning_of_an_answer_is_kept()
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.Open(also: Nearby);
        await house.Wires(receiver, TicketEvent.Arrived);
        (receiver.Status, receiver.Words) = (302, new string('x', 5000));

        await house.Matter(house.Antti);
        await house.Sends();

        receiver.All.ShouldHaveSingleItem();
        var attempt = await house.Look(db => db.WebhookAttempts.SingleAsync());
        (attempt.Status, attempt.Answer!.Length).ShouldBe((302, WebhookAttempt.MostOfAnswer));
    }

    [Theory, OnBothDatabases]
    public async Task After_five_days_of_failing_it_stops_the_admins_hear_of_it_and_what_waited_goes_when_it_is_on_again(string database)
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.On(database, Nearby);
        var (id, _) = await house.Wires(receiver, TicketEvent.Arrived);
        receiver.Status = 503;
        await house.Matter(house.Antti);
        await house.Sends();
        for (var day = 1; day <= 6; day++)
        {
            house.Clock.Passes(TimeSpan.FromDays(1));
            await house.Matter(house.Antti, $"Asiakas {day}", $"c{day}@example.fi");
            await house.Sends();
        }

        (await house.Look(db => db.Webhooks.SingleAsync())).WhyStopped.ShouldBe(WhyStopped.Failing);
        var letter = await house.Look(db => db.Outbox.SingleAsync(o => o.Letter == Letter.WebhookStopped));
        letter.AgentId.ShouldBe(house.Minna);
        (await house.Look(async db => (await house.Get<LetterWriter>().Write(letter, db, default)).Body)).ShouldContain("on pysäytetty");
        var heard = receiver.All.Count;
        await house.Sends();
        receiver.All.Count.ShouldBe(heard);

        receiver.Status = 200;
        await house.Get<KeepWebhooks>().Resume(id, house.Minna, default);
        house.Clock.Passes(TimeSpan.FromDays(2));
        await house.Sends();
        receiver.All.Count.ShouldBeGreaterThan(heard);
        await house.KeepsEveryRule();
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_called_no_more()
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.Open(also: Nearby);
        await house.Wires(receiver, TicketEvent.Arrived);
        receiver.Status = 410;

        await house.Matter(house.Antti);
        await house.Sends();

        (await house.Look(db => db.Webhooks.SingleAsync())).WhyStopped.ShouldBe(WhyStopped.Gone);
    }

    [Fact]
    public async Task While_the_secret_is_changed_both_sign()
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.Open(also: Nearby);
        var (id, old) = await house.Wires(receiver, TicketEvent.Arrived);
        var changed = await house.Get<KeepWebhooks>().ChangeSecret(id, house.Minna, default);

        await house.Get<KeepWebhooks>().Test(id, default);
        await house.Sends();
        house.Clock.Passes(TimeSpan.FromHours(25));
        await house.Get<KeepWebhooks>().Test(id, default);
        await house.Sends();

        var heard = receiver.All.ToArray();
        (heard[0].IsSignedWith(old), heard[0].IsSignedWith(changed.Value)).ShouldBe((true, true));
        (heard[1].IsSignedWith(old), heard[1].IsSignedWith(changed.Value)).ShouldBe((false, true));
    }

    [Fact]
    public async Task A_name_that_leads_into_our_own_network_is_not_called_though_nothing_shows_it_beforehand()
    {
        using var post = new WebhookPost(new Settings());

        var answer = await post.Carry(new WebhookParcel(new DeliveryId(1), "https://localhost:1/in", "msg_1", "{}", [WebhookSecret.New()]), House.MondayAtTen, default);

        (answer.Status, answer.Words).ShouldBe((null, "private"));
    }

    [Fact]
    public async Task An_admin_adds_one_sees_the_secret_once_tests_it_and_reads_what_was_sent()
    {
        await using var receiver = await Receiver.Listens();
        await using var house = await House.Open(also: Nearby);
        var minna = house.BrowserOf(house.Minna);

        var made = await minna.Send("/admin/webhooks", "/admin/webhooks", ("name", "Kirjanpito"), ("url", receiver.Url), ("events", "Closed"));
        made.Status.ShouldBe(HttpStatusCode.OK);
        var secret = Secret().Match(made.Html).Value;
        var path = $"/admin/webhooks/{(await house.Look(db => db.Webhooks.SingleAsync())).Id.Value}";
        (await minna.Page(path)).ShouldNotContain("whsec_");

        (await minna.Send(path, $"{path}/test")).IsDone.ShouldBeTrue();
        await house.Sends();
        receiver.All.ShouldHaveSingleItem().IsSignedWith(secret).ShouldBeTrue();
        (await minna.Page(path)).ShouldContain("Perillä");
        (await minna.Send(path, $"{path}/again")).IsDone.ShouldBeTrue();
        await house.Sends();

        receiver.All.Select(h => h.Id).Distinct().ShouldHaveSingleItem();
        receiver.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_address_of_our_own_network_is_refused_in_words_and_what_was_typed_is_kept()
    {
        await using var house = await House.Open();
        var minna = house.BrowserOf(house.Minna);

        var refused = await minna.Send("/admin/webhooks", "/admin/webhooks", ("name", "Kirjanpito"), ("url", "https://192.168.1.1/in"));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Html.ShouldContain("omassa verkossamme");
        refused.Html.ShouldContain("value=\"https://192.168.1.1/in\"");
        refused.Html.ShouldContain("value=\"Kirjanpito\"");
    }

    [Fact]
    public async Task A_program_with_an_admins_key_does_the_same()
    {
        await using var house = await House.Open(also: Nearby);
        using var admin = new Caller(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("keeper", ApiScope.Admin), Actor.Lupaus, default));
        using var shop = await Caller.Known(house);

        var made = await admin.Post("/webhooks", new { name = "Shop", url = "https://hooks.example.com/in", events = new[] { "arrived", "closed" } });

        made.Status.ShouldBe(201);
        made.Json.Text("secret").ShouldStartWith("whsec_");
        var id = made.Json.Text("id");
        (await admin.Get("/webhooks")).Json[0].IsNull("secret").ShouldBeTrue();
        (await admin.Post($"/webhooks/{id}/test")).Status.ShouldBe(202);
        (await admin.Get($"/webhooks/{id}/deliveries")).Json[0].Text("type").ShouldBe("webhook.test");
        (await admin.Post($"/webhooks/{id}/stop")).Json.GetProperty("isOn").GetBoolean().ShouldBeFalse();
        (await admin.Post("/webhooks", new { name = "Shop", url = "https://hooks.example.com/in", events = new[] { "moonrise" } })).Status.ShouldBe(400);
        (await admin.Send(HttpMethod.Delete, $"/webhooks/{id}")).Status.ShouldBe(204);
        (await shop.Get("/webhooks")).Status.ShouldBe(403);
    }

    private static void Nearby(WebApplicationBuilder house) => house.Configuration.AddInMemoryCollection([new("Lupaus:PrivateWebhooks", "true")]);

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]+")]
    private static partial Regex Secret();
}

internal static class AtTheWire
{
    public static async Task<(WebhookId Id, string Secret)> Wires(this House house, Receiver receiver, params TicketEvent[] events)
    {
        var (id, secret) = await house.Get<KeepWebhooks>().Make(new WishedWebhook("Kirjanpito", receiver.Url, events), house.Minna, default);
        return (id, secret.Value);
    }

    public static Task<int> Sends(this House house) => house.Get<SendWebhooks>().Now(default);
}
