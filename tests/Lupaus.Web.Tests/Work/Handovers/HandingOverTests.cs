using System.Net;
using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Core.Tickets;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Handovers;
using Lupaus.Work.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Work.Handovers;

public sealed class HandingOverTests
{
    private static readonly Briefing Told = new("Lippu tarkistettiin.", "Uusi lippu huomenna.", "Tilaa lippu.");

    [Theory, OnBothDatabases]
    public async Task A_colleague_accepts_on_the_page_without_any_script_and_the_customer_hears_who_goes_on(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));

        var page = await antti.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Antti Laine vastasi asiakkaalle");
        (await antti.Send($"/desk/{ticket.Reference}", $"/desk/{ticket.Reference}/handovers",
            ("to", $"{house.Maija.Value}"), ("done", "Lippu tarkistettiin."), ("promised", "Uusi lippu huomenna."), ("next", "Tilaa lippu."))).Leads!.ShouldEndWith("?done=handover");
        (await AtDesk.Ticket(house, ticket.Id)).OwnerId.ShouldBe(house.Antti);
        (await antti.Page($"/desk/{ticket.Reference}")).ShouldContain("Tarjottu: Maija Virtanen");

        (await maija.Page("/desk")).ShouldContain("Antti Laine tarjoaa sinulle");
        page = await maija.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Antti Laine tarjoaa tätä asiaa sinulle");
        page.ShouldContain("Tilaa lippu.");
        (await maija.Send($"/desk/{ticket.Reference}", Path(ticket, await OfferOf(house, ticket.Id), "accept"))).Leads!.ShouldEndWith("?done=accept");

        var now = await AtDesk.Ticket(house, ticket.Id);
        (now.OwnerId, now.Promise!.Promiser, now.Promise.Due, now.OfferedAs, now.Bounces).ShouldBe((house.Maija, house.Maija, ticket.Promise!.Due, null, 1));
        var told = await house.Look(db => db.Messages.SingleAsync(m => m.TicketId == ticket.Id && m.Nature == Nature.NewOwner));
        told.Body.ShouldContain("olen Maija ja hoidan asiaasi tästä eteenpäin. Antti kertoi minulle");
        told.Body.ShouldContain("ei tarvitse kertoa mitään uudelleen");
        (await house.Look(db => db.Outbox.AnyAsync(o => o.Id == told.Id))).ShouldBeTrue();
        (await maija.Page("/desk")).ShouldNotContain("tarjoaa sinulle");
        (await maija.Page($"/desk/{ticket.Reference}")).ShouldContain("siirretty kerran");
        (await maija.Page($"/desk/{ticket.Reference}/history")).ShouldContain("Maija Virtanen otti asian hoitaakseen");
        (await Alerts(house, house.Maija)).ShouldContain(AlertKind.Offered);
        (await Alerts(house, house.Antti)).ShouldContain(AlertKind.OfferAccepted);
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_declines_says_why_and_the_owner_sees_it_and_offers_it_to_another(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var offer = await Offer(house, ticket.Id, house.Maija);
        var (antti, maija) = (house.BrowserOf(house.Antti), house.BrowserOf(house.Maija));

        var unsaid = await maija.Send($"/desk/{ticket.Reference}", Path(ticket, offer, "decline"), ("reason", " "));
        unsaid.Html.ShouldContain("Kerro syy, niin tarjoaja osaa kysyä oikealta ihmiseltä.");
        (await maija.Send($"/desk/{ticket.Reference}", Path(ticket, offer, "decline"), ("reason", "En tunne rautatielippuja."))).IsDone.ShouldBeTrue();

        var page = await antti.Page($"/desk/{ticket.Reference}");
        page.ShouldContain("Maija Virtanen ei voinut ottaa asiaa:");
        page.ShouldContain("En tunne rautatielippuja.");
        (await Alerts(house, house.Antti)).ShouldContain(AlertKind.OfferDeclined);
        (await house.Look(db => db.Facts.Where(f => f.TicketId == ticket.Id).Select(f => f.Data).ToListAsync())).ShouldAllBe(data => !data.Contains("rautatie"));
        await Offer(house, ticket.Id, house.Minna);
        (await AtDesk.Ticket(house, ticket.Id)).OfferedTo.ShouldBe(house.Minna);
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_promised_for_sooner_meanwhile_is_answered_sooner_too(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        await Offer(house, ticket.Id, house.Maija);
        var before = (await AtDesk.Ticket(house, ticket.Id)).OfferedUntil;

        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddHours(2), "uusi lippu"));

        (await AtDesk.Ticket(house, ticket.Id)).OfferedUntil.ShouldBe(House.MondayAtTen.AddHours(1));
        before.ShouldNotBeNull().ShouldBeGreaterThan(House.MondayAtTen.AddHours(1));
        (await house.BrowserOf(house.Maija).Page($"/desk/{ticket.Reference}")).ShouldContain("klo 11");
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Pressed_twice_at_once_it_is_accepted_once(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var offer = await Offer(house, ticket.Id, house.Maija);
        var same = house.Nonce();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Get<AnswerOffer>().Accept(offer, house.Maija, same, default)));
        var refused = await Refused(() => house.Get<AnswerOffer>().Accept(offer, house.Maija, house.Nonce(), default));

        refused.ShouldBe("handover.over");
        (await AtDesk.Ticket(house, ticket.Id)).ShouldSatisfyAllConditions(t => t.OwnerId.ShouldBe(house.Maija), t => t.Bounces.ShouldBe(1));
        (await house.Look(db => db.Messages.CountAsync(m => m.TicketId == ticket.Id && m.Nature == Nature.NewOwner))).ShouldBe(1);
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Accepted_while_it_is_taken_back_it_is_one_or_the_other(string database)
    {
        await using var house = await House.On(database);
        for (var i = 0; i < 4; i++)
        {
            var ticket = await Begun(house, $"aino{i}@example.fi");
            var offer = await Offer(house, ticket.Id, house.Maija);

            var refused = await Task.WhenAll(
                Refused(() => house.Get<AnswerOffer>().Accept(offer, house.Maija, null, default)),
                Refused(() => house.Get<AnswerOffer>().Withdraw(offer, house.Antti, null, default)));

            refused.Count(r => r is null).ShouldBe(1);
            refused.ShouldContain("handover.over");
            (await AtDesk.Ticket(house, ticket.Id)).ShouldSatisfyAllConditions(t => t.OwnerId.ShouldBe(refused[0] is null ? house.Maija : house.Antti), t => t.OfferedAs.ShouldBeNull());
        }
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_offer_it_at_once_offer_it_to_one(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);

        var refused = await Task.WhenAll(
            Refused(() => house.Get<OfferHandover>().For(ticket.Id, house.Maija, Told, house.Antti, null, default)),
            Refused(() => house.Get<OfferHandover>().For(ticket.Id, house.Maija, Told, house.Minna, null, default)));

        refused.ShouldBe([null, "handover.open"], ignoreOrder: true);
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_half_of_the_promises_time_nobody_accepts_and_whoever_offered_hears_of_it(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var offer = await Offer(house, ticket.Id, house.Maija);
        var until = (await AtDesk.Ticket(house, ticket.Id)).OfferedUntil!.Value;
        until.ShouldBe(House.MondayAtTen + ((ticket.Promise!.Due - House.MondayAtTen) / 2));
        house.Clock.Becomes(until);

        (await Refused(() => house.Get<AnswerOffer>().Accept(offer, house.Maija, null, default))).ShouldBe("handover.expired");
        await house.Get<EndOffers>().Look(default);
        await house.Get<EndOffers>().Look(default);

        (await AtDesk.Ticket(house, ticket.Id)).ShouldSatisfyAllConditions(t => t.OwnerId.ShouldBe(house.Antti), t => t.OfferedAs.ShouldBeNull());
        (await Alerts(house, house.Antti)).Count(k => k == AlertKind.OfferExpired).ShouldBe(1);
        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldContain("Maija Virtanen ei ehtinyt vastata ajoissa");
    }

    [Theory, OnBothDatabases]
    public async Task Closed_meanwhile_there_is_nothing_left_to_accept_and_the_page_says_so(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var offer = await Offer(house, ticket.Id, house.Maija);
        await house.Get<ChangeTicket>().For(ticket.Id, (t, now) => t.Withdraw(t.CustomerId, now), default);

        (await Refused(() => house.Get<AnswerOffer>().Accept(offer, house.Maija, null, default))).ShouldBe("handover.over");

        (await AtDesk.Ticket(house, ticket.Id)).OfferedAs.ShouldBeNull();
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_presses_too_late_reads_why(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var offer = await Offer(house, ticket.Id, house.Maija);
        var maija = house.BrowserOf(house.Maija);
        var html = await maija.Page($"/desk/{ticket.Reference}");
        await house.Get<AnswerOffer>().Withdraw(offer, house.Antti, null, default);

        var token = System.Text.RegularExpressions.Regex.Match(html, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        var answer = await maija.Send(Path(ticket, offer, "accept"), new Dictionary<string, string?> { ["__RequestVerificationToken"] = token, ["nonce"] = "late" });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Html.ShouldContain("Tarjous ei ole enää voimassa");
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_away_is_not_asked_and_who_goes_away_is_waited_for_no_longer(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        await Offer(house, ticket.Id, house.Maija);

        await house.Get<GoAway>().As(new AwayPlan(house.Maija, new(2026, 11, 23), new(2026, 11, 23), null), house.Maija, null, default);
        await house.Get<EndOffers>().Look(default);

        (await AtDesk.Ticket(house, ticket.Id)).OfferedAs.ShouldBeNull();
        (await Alerts(house, house.Antti)).ShouldContain(AlertKind.OfferExpired);
        (await Refused(() => house.Get<OfferHandover>().For(ticket.Id, house.Maija, Told, house.Antti, null, default))).ShouldBe("handover.away");
    }

    [Theory, OnBothDatabases]
    public async Task Who_leaves_the_house_leaves_no_offer_behind(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        await Offer(house, ticket.Id, house.Maija);

        await house.Get<LetGo>().For(house.Maija, house.Minna, default);

        (await AtDesk.Ticket(house, ticket.Id)).ShouldSatisfyAllConditions(t => t.OwnerId.ShouldBe(house.Antti), t => t.OfferedAs.ShouldBeNull());
        (await Refused(() => house.Get<OfferHandover>().For(ticket.Id, house.Maija, Told, house.Antti, null, default))).ShouldBe("handover.receiver");
        (await Violations(house)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_lead_moves_at_once_what_others_have_to_offer(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        var path = $"/desk/{ticket.Reference}";

        (await house.BrowserOf(house.Antti).Page(path)).ShouldNotContain("name=\"atonce\"");
        (await Refused(() => house.Get<GiveTicket>().To(ticket.Id, house.Maija, house.Antti, null, default))).ShouldBe("owner.offer");
        (await house.BrowserOf(house.Minna).Send(path, $"{path}/handovers", ("to", $"{house.Maija.Value}"), ("atonce", "1"))).Leads!.ShouldEndWith("?done=give");

        (await AtDesk.Ticket(house, ticket.Id)).OwnerId.ShouldBe(house.Maija);
        (await house.Look(db => db.Messages.CountAsync(m => m.TicketId == ticket.Id && m.Nature == Nature.NewOwner))).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task After_two_bounces_the_page_says_that_a_lead_decides(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        await house.Get<AnswerOffer>().Accept(await Offer(house, ticket.Id, house.Maija), house.Maija, null, default);
        await house.Get<OfferHandover>().For(ticket.Id, house.Antti, Told, house.Maija, null, default);
        await house.Get<AnswerOffer>().Accept(await OfferOf(house, ticket.Id), house.Antti, null, default);

        var page = await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}");
        page.ShouldContain("siirretty kahdesti");
        page.ShouldContain("Nyt siirrosta päättää vetäjä");
        (await Refused(() => house.Get<OfferHandover>().For(ticket.Id, house.Maija, Told, house.Antti, null, default))).ShouldBe("handover.bounced");
        await house.Get<OfferHandover>().For(ticket.Id, house.Maija, Told, house.Minna, null, default);
        await house.Get<AnswerOffer>().Accept(await OfferOf(house, ticket.Id), house.Maija, null, default);
        (await AtDesk.Ticket(house, ticket.Id)).Bounces.ShouldBe(3);
    }

    [Theory, OnBothDatabases]
    public async Task The_lead_sees_what_waits_for_an_answer(string database)
    {
        await using var house = await House.On(database);
        var ticket = await Begun(house);
        await Offer(house, ticket.Id, house.Maija);

        var page = await house.BrowserOf(house.Minna).Page("/lead");

        page.ShouldContain("Siirto odottaa vastausta");
        page.ShouldContain("Antti Laine → Maija Virtanen");
    }

    [Theory, OnBothDatabases]
    public async Task A_program_offers_accepts_declines_and_takes_back(string database)
    {
        await using var house = await House.On(database);
        using var shop = await Caller.Known(house);
        var ticket = await Begun(house);
        var path = $"/tickets/{ticket.Reference}/handovers";

        var (status, whole, _) = await shop.Post(path, new { to = "maija@satama.example", next = "Tilaa lippu." });
        status.ShouldBe(201);
        var offer = whole.GetProperty("offer");
        offer.Text("done")!.ShouldContain("Antti Laine vastasi asiakkaalle");
        offer.Text("next").ShouldBe("Tilaa lippu.");
        (await shop.Post($"/handovers/{offer.Text("id")}/accept")).Json.Text("key").ShouldBe("handover.nottoyou");
        (await shop.Post($"/handovers/{offer.Text("id")}/decline", new { reason = "Lomalla iltapäivän." }, "maija@satama.example")).Status.ShouldBe(200);

        offer = (await shop.Post(path, new { to = "maija@satama.example" })).Json.GetProperty("offer");
        (await shop.Post($"/handovers/{offer.Text("id")}/withdraw")).Json.GetProperty("offer").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        offer = (await shop.Post(path, new { to = "maija@satama.example" })).Json.GetProperty("offer");
        whole = (await shop.Post($"/handovers/{offer.Text("id")}/accept", agent: "maija@satama.example")).Json;
        whole.GetProperty("ticket").GetProperty("owner").Text("email").ShouldBe("maija@satama.example");
        whole.GetProperty("ticket").GetProperty("bounces").GetInt32().ShouldBe(1);
        (await shop.Post(path, new { to = "antti@satama.example", atOnce = true }, "maija@satama.example")).Json.Text("key").ShouldBe("owner.offer");
        (await shop.Post(path, new { to = "antti@satama.example", atOnce = true }, "minna@satama.example")).Status.ShouldBe(201);
        (await AtDesk.Ticket(house, ticket.Id)).OwnerId.ShouldBe(house.Antti);
    }

    /// <summary>Antti's, who has answered it and promised something for tomorrow.</summary>
    private static async Task<Ticket> Begun(House house, string email = "aino@example.fi")
    {
        var ticket = await house.Matter(house.Antti, email: email);
        await house.Replies(ticket.Id, house.Antti, new WhatNext.Promises(PromiseKind.Act, House.MondayAtTen.AddDays(1), "uusi lippu"));
        return await AtDesk.Ticket(house, ticket.Id);
    }

    private static async Task<HandoverId> Offer(House house, TicketId id, AgentId to)
    {
        await house.Get<OfferHandover>().For(id, to, Told, house.Antti, house.Nonce(), default);
        return await OfferOf(house, id);
    }

    private static async Task<HandoverId> OfferOf(House house, TicketId id) => (await AtDesk.Ticket(house, id)).OfferedAs!.Value;

    private static string Path(Ticket ticket, HandoverId offer, string deed) => $"/desk/{ticket.Reference}/handovers/{offer.Value}/{deed}";

    private static Task<List<AlertKind>> Alerts(House house, AgentId agent) => house.Look(db => db.Alerts.Where(a => a.AgentId == agent).Select(a => a.Kind).ToListAsync());

    private static Task<IReadOnlyList<Violation>> Violations(House house) => house.Get<InvariantCheck>().Look(default);

    private static async Task<string?> Refused(Func<Task> deed)
    {
        try
        {
            await deed();
            return null;
        }
        catch (RuleBroken broken)
        {
            return broken.Refusal.Key;
        }
    }
}
