using Lupaus.Ground.Api;
using Lupaus.Web.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;
using Lupaus.Web.Tests.Pages.Desk;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Tests.Ground.Api;

public sealed class ScopeTests
{
    [Theory, OnBothDatabases]
    public async Task A_key_that_only_reads_is_told_plainly_that_it_may_not_write(string database)
    {
        await using var house = await House.On(database);
        using var reader = new Caller(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("reports", ApiScope.Read), house.Minna, default));

        var looked = await reader.Get("/tickets");
        var (status, problem, response) = await reader.Post("/tickets", new { name = "Aino", email = "aino@example.fi", text = "Hei" });

        looked.Status.ShouldBe(200);
        (status, problem.Key()).ShouldBe((403, "api.scope"));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task A_key_made_for_one_agent_acts_as_them_and_as_nobody_else(string database)
    {
        await using var house = await House.On(database);
        var ticket = await house.Matter(house.Antti);
        using var own = new Caller(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("antti", ApiScope.Write, house.Antti), house.Minna, default));

        var note = await own.Post($"/tickets/{ticket.Reference}/notes", new { text = "Muista tämä." }, agent: null);
        var (status, problem, _) = await own.Post($"/tickets/{ticket.Reference}/notes", new { text = "Maijana." }, "maija@satama.example");

        note.Status.ShouldBeInRange(200, 201);
        (status, problem.Key()).ShouldBe((403, "api.key.agent"));
        (await house.Look(db => db.Messages.Where(m => m.Direction == Lupaus.Core.Tickets.Direction.Note).Select(m => m.AgentId).SingleAsync())).ShouldBe(house.Antti);
    }

    [Theory, OnBothDatabases]
    public async Task When_a_key_was_last_used_is_seen_and_a_new_one_is_shown_once(string database)
    {
        await using var house = await House.On(database);
        var minna = house.BrowserOf(house.Minna);

        var made = await minna.Send("/admin/api-keys", "/admin/api-keys", ("Name", "verkkokauppa"), ("Scope", "Read"));
        var secret = System.Text.RegularExpressions.Regex.Match(made.Html, "lupaus_[0-9a-f]{48}").Value;
        using var shop = new Caller(house, secret);
        await shop.Get("/tickets");

        var page = await minna.Page("/admin/api-keys");
        page.ShouldNotContain(secret);
        page.ShouldContain("käytetty viimeksi");
        (await house.Look(db => db.ApiKeys.SingleAsync())).LastUsedAt.ShouldBe(House.MondayAtTen.ToUniversalTime());
        await minna.Send("/admin/api-keys", "/admin/api-keys/revoke");
        (await shop.Get("/tickets")).Status.ShouldBe(401);
    }
}
