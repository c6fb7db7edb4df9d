using System.Net;
using System.Text.Json;
using Lupaus.Care.Recovery;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Identity;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Care.Recovery;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Lupaus.Web.Work.Merging;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Care.Recovery;

public sealed class GoodwillTests
{
    private static readonly Gift Price = new("Lipun hinta takaisin", 1250, "Aino erehtyi päivästä.");

    [Theory, OnBothDatabases]
    public async Task An_agent_gives_unasked_and_the_doing_is_their_duty_with_the_same_press(string database)
    {
        await using var house = await WithLimit(database);
        var ticket = await house.Matter(house.Antti);
        await house.Get<Lupaus.Web.Core.Tickets.ChangeTicket>().For(ticket.Id, (t, now) => t.AimFor("Hangossa illalla", house.Antti, now), default);
        var page = $"/desk/{ticket.Reference}";
        var antti = house.BrowserOf(house.Antti);
        (await antti.Page(page)).ShouldContain("Tässä kuussa sinulla on jäljellä 50\u00a0€");

        var given = await antti.Send(page, $"{page}/goodwill", ("what", "Lipun hinta takaisin"), ("worth", "12,50 €"), ("reason", "Aino erehtyi päivästä."), ("duty", "1"), ("when", "own"), ("date", "2026-11-24"), ("time", "12:00"));

        given.IsDone.ShouldBeTrue(given.Html);
        var after = await antti.Page(page);
        after.ShouldContain("Tässä kuussa sinulla on jäljellä 37,50\u00a0€");
        after.ShouldContain("Antti Laine hyvitti asiakkaalle 12,50\u00a0€");
        after.ShouldContain("Aino erehtyi päivästä.");
        var duty = (await house.Ticket(ticket.Id)).Duties.ShouldHaveSingleItem();
        (duty.What, duty.Doer, duty.IsTold).ShouldBe(("Lipun hinta takaisin", house.Antti, false));
        (await house.BrowserOf(house.Antti).Page("/me")).ShouldContain("Tässä kuussa jäljellä 37,50\u00a0€");
        var lead = await house.BrowserOf(house.Minna).Page("/lead");
        lead.ShouldContain("Asiakkaille on hyvitetty yhteensä 12,50\u00a0€");
        (await house.Look(db => db.Facts.Where(f => f.Kind == nameof(GoodwillGiven)).Select(f => f.Data).SingleAsync())).ShouldNotContain("erehtyi");
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Beyond_the_month_it_is_refused_naming_a_lead_who_can(string database)
    {
        await using var house = await WithLimit(database, cents: 2000);
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        await Give(house, ticket.Id);

        var answer = await house.BrowserOf(house.Antti).Send(page, $"{page}/goodwill", ("what", "Toinen lippu"), ("worth", "12,50"), ("reason", "Odotti."));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Html.ShouldContain("Sinulla on tässä kuussa jäljellä 7,50 €. Minna Salo voi hyvittää tämän.");
        answer.Html.ShouldContain("Toinen lippu");

        await house.Get<LimitGoodwill>().For(house.Minna, 0, house.Minna, default);
        (await Refused(() => Give(house, ticket.Id))).Key.ShouldBe("goodwill.beyond.nobody");
        house.Clock.Passes(TimeSpan.FromDays(9)); // December
        await Give(house, ticket.Id);
        (await house.Get<GoodwillSeen>().Of(house.Antti, house.Clock.GetUtcNow(), default)).ShouldBe(new Purse(2000, 1250));
    }

    [Theory, OnBothDatabases]
    public async Task Two_gifts_at_once_never_go_beyond_the_limit(string database)
    {
        await using var house = await WithLimit(database, cents: 3000);
        TicketId[] tickets = [(await house.Matter(house.Antti)).Id, (await house.Matter(house.Antti, "Veera", "veera@example.fi")).Id];

        var presses = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () => await Record.ExceptionAsync(() => Give(house, tickets[i % 2])))));

        presses.Count(p => p is null).ShouldBe(2);
        presses.OfType<RuleBroken>().Select(r => r.Refusal.Key).ShouldBe(Enumerable.Repeat("goodwill.beyond", 6));
        (await house.Look(db => db.Goodwills.SumAsync(g => g.Cents))).ShouldBe(2500);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Taken_back_it_counts_no_longer_and_its_duty_is_dropped_while_the_booking_stays(string database)
    {
        await using var house = await WithLimit(database);
        var ticket = await house.Matter(house.Antti);
        var page = $"/desk/{ticket.Reference}";
        await house.Get<GiveGoodwill>().For(ticket.Id, Price, House.MondayAtTen.AddDays(1), house.Antti, house.Nonce(), default);
        var given = (await house.Get<GoodwillSeen>().In(ticket.Id, default)).ShouldHaveSingleItem();

        (await Refused(() => TakeBack(house, ticket.Id, given.Id, house.Maija))).Key.ShouldBe("goodwill.others");
        (await house.BrowserOf(house.Antti).Send(page, $"{page}/goodwill/{given.Id.Value}/back", ("reason", "Väärä asia."))).IsDone.ShouldBeTrue();

        (await Refused(() => TakeBack(house, ticket.Id, given.Id, house.Minna))).Key.ShouldBe("goodwill.back.already");
        (await Refused(() => TakeBack(house, ticket.Id, GoodwillId.From(4711), house.Minna))).Key.ShouldBe("goodwill.unknown");
        var seen = (await house.Get<GoodwillSeen>().In(ticket.Id, default)).ShouldHaveSingleItem();
        (seen.Cents, seen.Stands, seen.BackBy, seen.BackReason).ShouldBe((1250, false, house.Antti, "Väärä asia."));
        (await house.Get<GoodwillSeen>().Of(house.Antti, house.Clock.GetUtcNow(), default)).Given.ShouldBe(0);
        (await house.Get<GoodwillSeen>().Month(house.Clock.GetUtcNow(), default)).Tickets.ShouldBeEmpty();
        (await house.Ticket(ticket.Id)).Duties.ShouldHaveSingleItem().IsDropped.ShouldBeTrue();
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_a_day_a_lead_takes_it_back_wherever_the_matter_went(string database)
    {
        await using var house = await WithLimit(database);
        var (whole, part) = (await house.Matter(house.Antti), await house.Matter(house.Antti));
        await house.Get<GiveGoodwill>().For(part.Id, Price, House.MondayAtTen.AddDays(5), house.Antti, house.Nonce(), default);
        await house.Get<MergeTickets>().For(whole.Id, part.Id, house.Antti, house.Nonce(), default);
        var given = (await house.Get<GoodwillSeen>().In(whole.Id, default)).ShouldHaveSingleItem();
        (await house.BrowserOf(house.Antti).Page($"/desk/{whole.Reference}")).ShouldContain("Aino erehtyi päivästä.");
        house.Clock.Passes(TimeSpan.FromHours(25));

        (await Refused(() => TakeBack(house, whole.Id, given.Id, house.Antti))).Key.ShouldBe("goodwill.late");
        await TakeBack(house, whole.Id, given.Id, house.Minna);

        (await house.Ticket(whole.Id)).Duties.ShouldHaveSingleItem().IsDropped.ShouldBeTrue();
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_booked_stays_whoever_writes_the_sql(string database)
    {
        await using var house = await WithLimit(database);
        var ticket = await house.Matter(house.Antti);
        await Give(house, ticket.Id);
        var given = await house.Look(db => db.Goodwills.AsNoTracking().SingleAsync());
        await TakeBack(house, ticket.Id, given.Id, house.Antti);

        foreach (var sql in new[] { "UPDATE goodwill SET cents = 1", "DELETE FROM goodwill", "UPDATE goodwill_returns SET by_id = goodwill_id", "DELETE FROM goodwill_returns" })
            await Should.ThrowAsync<Exception>(() => house.Look(db => db.Database.ExecuteSqlRawAsync(sql)), sql);

        await house.Look(db => db.Database.ExecuteSqlRawAsync("UPDATE goodwill SET what = '', reason = ''")); // its words may be erased
        (await house.Look(db => db.Goodwills.AsNoTracking().SingleAsync())).Cents.ShouldBe(1250);
    }

    [Fact]
    public async Task Nothing_of_it_is_there_where_the_company_allows_none()
    {
        await using var house = await House.Open();
        var ticket = await house.Matter(house.Antti);

        (await house.BrowserOf(house.Antti).Page($"/desk/{ticket.Reference}")).ShouldNotContain("Mitä asiakas saa?");
        (await Refused(() => Give(house, ticket.Id))).Key.ShouldBe("goodwill.none.nobody");
        await house.Get<LimitGoodwill>().For(house.Minna, 5000, house.Minna, default);
        (await Refused(() => Give(house, ticket.Id))).ShouldBe(Refusal.Because("goodwill.none").With("lead", "Minna Salo"));
        (await house.BrowserOf(house.Antti).Page("/me")).ShouldNotContain("Hyvitykset");
    }

    [Fact]
    public async Task An_admin_sets_the_limit_of_all_and_of_one_and_both_stand_in_the_log()
    {
        await using var house = await House.Open();
        var minna = house.BrowserOf(house.Minna);

        (await minna.Send("/admin/company", "/admin/company/goodwill", ("Goodwill", "50"))).IsDone.ShouldBeTrue();
        (await minna.Send($"/admin/people/{house.Maija.Value}", $"/admin/people/{house.Maija.Value}/goodwill", ("Goodwill", "12,5"))).IsDone.ShouldBeTrue();
        (await minna.Send("/admin/company", "/admin/company/goodwill", ("Goodwill", "kymppi"))).Html.ShouldContain("Kirjoita raja euroina");
        (await minna.Send("/admin/company", "/admin/company/goodwill", ("Goodwill", "10001"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var now = house.Clock.GetUtcNow();
        (await house.Get<GoodwillSeen>().Of(house.Antti, now, default)).Limit.ShouldBe(5000);
        (await house.Get<GoodwillSeen>().Of(house.Maija, now, default)).Limit.ShouldBe(1250);
        var log = await minna.Page("/admin/log");
        log.ShouldContain("asetti kaikkien hyvitysrajaksi 50\u00a0€ kuukaudessa");
        log.ShouldContain("Maija Virtanen, 12,50\u00a0€ kuukaudessa");
        (await minna.Page($"/admin/people/{house.Maija.Value}")).ShouldContain("value=\"12,50\"");

        (await minna.Send($"/admin/people/{house.Maija.Value}", $"/admin/people/{house.Maija.Value}/goodwill", ("Goodwill", ""))).IsDone.ShouldBeTrue();
        (await house.Get<GoodwillSeen>().Of(house.Maija, now, default)).Limit.ShouldBe(5000);
        (await house.BrowserOf(house.Antti).GetAsync("/admin/company", TestContext.Current.CancellationToken)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Programs_give_take_back_and_list()
    {
        await using var house = await WithLimit(null);
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens("Automaatti ei toimi.", "aino@example.fi");

        var given = await shop.Post($"/tickets/{reference}/goodwill", new { what = "Kahvi", worth = 3.20, reason = "Odotti." }, once: "kahvi-1");
        (await shop.Post($"/tickets/{reference}/goodwill", new { what = "Kahvi", worth = 3.20, reason = "Odotti." }, once: "kahvi-1")).Status.ShouldBe(201);

        given.Status.ShouldBe(201);
        var coffee = given.Json.GetProperty("goodwill").EnumerateArray().ShouldHaveSingleItem();
        (coffee.GetProperty("worth").GetDecimal(), given.Json.GetProperty("left").GetDecimal(), coffee.Text("giver")).ShouldBe((3.20m, 46.80m, "Antti Laine"));
        (await shop.Post($"/tickets/{reference}/goodwill", new { what = "Kahvi", worth = 0.001, reason = "Odotti." })).Status.ShouldBe(422);
        (await shop.Post($"/tickets/{reference}/goodwill", new { what = "Auto", worth = 30000, reason = "Odotti." })).Status.ShouldBe(409);
        (await shop.Send(HttpMethod.Get, "/goodwill?from=2026-11-01&to=2026-11-30")).Status.ShouldBe(403); // Antti is no lead
        var list = await shop.Send(HttpMethod.Get, "/goodwill?from=2026-11-01&to=2026-11-30", agent: "minna@satama.example");
        list.Json.GetProperty("goodwill").GetArrayLength().ShouldBe(1);

        var back = await shop.Post($"/tickets/{reference}/goodwill/{coffee.Text("id")}/back", new { reason = "Väärä asia." });
        back.Json.GetProperty("left").GetDecimal().ShouldBe(50m);
        back.Json.GetProperty("goodwill")[0].GetProperty("takenBack").Text("by").ShouldBe("Antti Laine");
        (await shop.Get($"/tickets/{reference}/goodwill")).Json.GetProperty("goodwill")[0].GetProperty("takenBack").ValueKind.ShouldBe(JsonValueKind.Object);
    }

    private static async Task<House> WithLimit(string? database, int cents = 5000)
    {
        var house = database is null ? await House.Open() : await House.On(database);
        await house.Get<LimitGoodwill>().ForAll(cents, house.Minna, default);
        return house;
    }

    private static Task Give(House house, TicketId ticket) => house.Get<GiveGoodwill>().For(ticket, Price, null, house.Antti, house.Nonce(), default);

    private static Task TakeBack(House house, TicketId ticket, GoodwillId which, AgentId by) => house.Get<TakeGoodwillBack>().For(ticket, which, "Väärä asia.", by, house.Nonce(), default);

    private static async Task<Refusal> Refused(Func<Task> doing) => (await doing.ShouldThrowAsync<RuleBroken>()).Refusal;
}
