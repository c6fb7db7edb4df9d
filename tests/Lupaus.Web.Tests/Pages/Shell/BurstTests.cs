using System.Collections.Concurrent;
using System.Net;
using Lupaus.Core.Tickets;
using Lupaus.Storage.Ground.Audit;
using Lupaus.Web.Tests.Ground.Api;
using Lupaus.Web.Tests.Ground.Foundations;

namespace Lupaus.Web.Tests.Pages.Shell;

/// <summary>Ten thousand at once: what we said yes to is there, and the rest was told to wait.</summary>
public sealed class BurstTests
{
    [Fact]
    public async Task Of_ten_thousand_posts_from_one_address_the_first_are_heard_and_the_rest_are_asked_to_wait()
    {
        await using var house = await House.Open();
        var answers = await Burst(house, 10_000, "Ostakaa halpoja kelloja");

        answers.Keys.ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.TooManyRequests], ignoreOrder: true);
        answers[HttpStatusCode.SeeOther].ShouldBeGreaterThanOrEqualTo(house.Get<Settings>().FormsPerMinute);
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(answers[HttpStatusCode.SeeOther]);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task When_half_a_town_writes_at_once_everybody_is_heard_once(string on)
    {
        await using var house = await House.On(on, b => b.Configuration["Lupaus:FormsPerMinute"] = "100000");
        var answers = await Burst(house, 600, "Juna ei kulje");

        answers.Keys.ShouldBe([HttpStatusCode.SeeOther]);
        (await house.Look(db => db.Tickets.CountAsync(t => t.Closure == null && t.Promise != null))).ShouldBe(600);
        (await house.Look(db => db.Messages.Select(m => m.Body).Distinct().CountAsync())).ShouldBe(600);
        (await house.Get<InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_post_sent_fifty_times_at_once_is_one_ticket(string on)
    {
        await using var house = await House.On(on);
        using var shop = await Caller.Known(house);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => shop.Post("/tickets", new { email = "aino@example.fi", text = "Lippua ei voi lunastaa." }, agent: null, once: "order-17")));

        answers.ShouldAllBe(a => a.Status == 201 || a.Status == 200);
        answers.Select(a => a.Json.GetProperty("reference").GetString()).Distinct().ShouldHaveSingleItem();
        (await house.Look(db => db.Tickets.CountAsync())).ShouldBe(1);
    }

    /// <summary>How many were answered how. Each post is a form of its own, sent by one of thirty-two browsers.</summary>
    private static async Task<Dictionary<HttpStatusCode, int>> Burst(House house, int posts, string message)
    {
        var answers = new ConcurrentDictionary<HttpStatusCode, int>();
        using var browser = house.Browser();
        var form = FormOfPage.On(await browser.GetStringAsync("/"), "/").Single(f => f.Fields.Any(field => field.Name == "message"));
        var hidden = form.Fields.Where(f => f.IsHidden && f.Name != "nonce").Select(f => KeyValuePair.Create(f.Name, f.Value!)).ToArray();
        await Parallel.ForEachAsync(Enumerable.Range(0, posts), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (i, stop) =>
        {
            using var content = new FormUrlEncodedContent([.. hidden, new("nonce", Guid.NewGuid().ToString("N")), new("name", $"Asiakas {i}"), new("reach", $"asiakas{i}@example.fi"), new("message", $"{message} {i}")]);
            using var answer = await browser.PostAsync("/", content, stop);
            answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
        });
        return answers.ToDictionary();
    }
}
