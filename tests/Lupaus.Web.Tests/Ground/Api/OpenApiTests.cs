using System.Net;
using System.Text.Json;
using Lupaus.Ground.Api;
using Lupaus.Web.Ground.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Lupaus.Web.Tests.Ground.Api;

public sealed class OpenApiTests
{
    private static readonly string[] Texts = ["summary", "description", "operationId"];

    [Fact]
    public async Task Every_call_there_is_stands_in_the_document_and_no_other()
    {
        await using var house = await House.Open();

        var told = ApiScene.Operations(await ApiScene.Document(house)).Select(o => $"{o.Method} {o.Path}").Order().ToArray();

        var there = house.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith("/api/v1/", StringComparison.Ordinal) && !e.RoutePattern.RawText.EndsWith(".json", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(m => $"{m} /{e.RoutePattern.RawText!.Trim('/')}")).Order();
        told.ShouldBe(there);
        told.Length.ShouldBeGreaterThan(45);
    }

    [Fact]
    public async Task Each_call_says_what_it_does_what_it_takes_what_it_gives_and_why_not()
    {
        await using var house = await House.Open();
        var document = await ApiScene.Document(house);
        var operations = ApiScene.Operations(document).ToArray();

        document.Text("openapi").ShouldStartWith("3.1.");
        operations.Select(o => o.Operation.Text("operationId")).ShouldBeUnique();
        foreach (var (method, path, operation) in operations)
        {
            foreach (var text in Texts)
                operation.Text(text).ShouldNotBeNullOrWhiteSpace($"{method} {path}: {text}");
            operation.GetProperty("tags").GetArrayLength().ShouldBe(1, path);
            Parameters(method, path, operation);
            Answers(method, path, operation);
            if (operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json))
                json.GetProperty("example").ValueKind.ShouldBe(JsonValueKind.Object, $"{method} {path}");
        }
    }

    private static void Parameters(HttpMethod method, string path, JsonElement operation)
    {
        var parameters = operation.GetProperty("parameters").EnumerateArray().ToArray();
        foreach (var blank in path.Split('/').Where(p => p.StartsWith('{')))
            parameters.ShouldContain(p => p.Text("in") == "path" && p.GetProperty("required").GetBoolean() && $"{{{p.Text("name")}}}" == blank, $"{method} {path}");
        foreach (var parameter in parameters)
        {
            parameter.Text("description").ShouldNotBeNullOrWhiteSpace($"{method} {path}");
            parameter.GetProperty("schema").TryGetProperty("type", out _).ShouldBeTrue($"{method} {path} {parameter.Text("name")}");
        }
        parameters.Any(p => p.Text("name") == "Idempotency-Key").ShouldBe(ApiScene.IsWrite(method, path), $"{method} {path}");
    }

    private static void Answers(HttpMethod method, string path, JsonElement operation)
    {
        var answers = operation.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value);
        foreach (var status in new[] { "401", "403", "429" })
            answers.ShouldContainKey(status, $"{method} {path}");
        var good = answers.Where(a => a.Key[0] == '2').ToArray();
        good.ShouldNotBeEmpty($"{method} {path}");
        foreach (var (status, answer) in good.Where(a => a.Key != "204" && (a.Key != "202" || a.Value.TryGetProperty("content", out _)))) // what is done in a moment may have nothing to show yet
            answer.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema").ValueKind.ShouldBe(JsonValueKind.Object, $"{method} {path} {status}");
        foreach (var (_, answer) in answers.Where(a => a.Key[0] == '4'))
            answer.GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").Text("$ref").ShouldBe("#/components/schemas/Problem");
        if (ApiScene.IsWrite(method, path))
            answers["409"].Text("description")!.ShouldContain("`once.other`");
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_field_that_is_sent_has_its_meaning()
    {
        await using var house = await House.Open();
        var document = await ApiScene.Document(house);
        var schemas = document.GetProperty("components").GetProperty("schemas");

        References(document).Distinct().Where(r => !schemas.TryGetProperty(r["#/components/schemas/".Length..], out _)).ShouldBeEmpty();
        var sent = ApiScene.Operations(document).Where(o => o.Operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _))
            .Select(o => o.Operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").Text("$ref")!["#/components/schemas/".Length..]).Distinct();
        foreach (var field in sent.SelectMany(name => schemas.GetProperty(name).GetProperty("properties").EnumerateObject(), (name, f) => (name, f)))
            field.f.Value.Text("description").ShouldNotBeNullOrWhiteSpace($"{field.name}.{field.f.Name}");
    }

    private static IEnumerable<string> References(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => p is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(References),
        _ => [],
    };

    [Fact]
    public async Task What_the_examples_show_really_works()
    {
        await using var house = await WithUndo();
        using var shop = await ApiScene.Keeper(house);
        var scene = new ApiScene(house, shop);
        var tried = 0;

        foreach (var (method, path, operation) in ApiScene.Operations(await ApiScene.Document(house)).Where(o => !o.Path.EndsWith("/events", StringComparison.Ordinal)))
        {
            var call = await scene.Set(method, path, operation);
            using var content = call.Content();
            using var answer = await shop.Ask(call.Method, call.Path, content, call.Agent);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            operation.GetProperty("responses").TryGetProperty(((int)answer.StatusCode).ToString(), out _).ShouldBeTrue($"{method} {path}: {answer.StatusCode} {text}");
            answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {call.Path} {call.Body}: {answer.StatusCode} {text}");
            tried++;
        }

        tried.ShouldBeGreaterThan(45);
        (await house.Get<Lupaus.Storage.Ground.Audit.InvariantCheck>().Look(default)).ShouldBeEmpty();
    }

    /// <summary>Every write there is, in the document's own words: a new one is tried here without anybody's thinking of it.</summary>
    [Fact]
    public async Task Every_write_asked_for_twice_under_one_key_is_done_once()
    {
        await using var house = await WithUndo();
        using var shop = await ApiScene.Keeper(house);
        var scene = new ApiScene(house, shop);

        foreach (var (method, path, operation) in ApiScene.Operations(await ApiScene.Document(house)).Where(o => ApiScene.IsWrite(o.Method, o.Path)))
        {
            var call = await scene.Set(method, path, operation);
            var once = Guid.NewGuid().ToString();
            using var first = await shop.Ask(call.Method, call.Path, call.Content(), call.Agent, once);
            var after = await Traces(house);
            using var again = await shop.Ask(call.Method, call.Path, call.Content(), call.Agent, once);

            ((int)again.StatusCode, again.IsSuccessStatusCode).ShouldBe(((int)first.StatusCode, true), $"{method} {path}");
            (await Traces(house)).ShouldBe(after, $"{method} {path} was done twice");
            if (call.Body is not string body)
                continue;
            using var other = await shop.Ask(call.Method, call.Path, (call with { Body = body + " " }).Content(), call.Agent, once);
            other.StatusCode.ShouldBe(HttpStatusCode.Conflict, $"{method} {path}");
            (await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("once.other");
        }
    }

    [Fact]
    public async Task Every_write_is_refused_to_a_key_that_only_reads_and_to_whoever_does_not_work_here()
    {
        await using var house = await WithUndo();
        using var shop = await ApiScene.Keeper(house);
        using var writer = await Caller.Known(house);
        using var reader = new Caller(house, await house.Get<KeepApiKeys>().Make(new NewApiKey("reports", ApiScope.Read), house.Minna, default));
        var scene = new ApiScene(house, shop);

        foreach (var (method, path, operation) in ApiScene.Operations(await ApiScene.Document(house)).Where(o => ApiScene.Writes.Contains(o.Method)))
        {
            var call = await scene.Set(method, path, operation);
            var before = await Traces(house);

            using var looks = await reader.Ask(call.Method, call.Path, call.Content(), call.Agent);
            looks.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            if (operation.GetProperty("security")[0].GetProperty("key")[0].GetString() == "admin")
            {
                using var writes = await writer.Ask(call.Method, call.Path, call.Content(), call.Agent);
                writes.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            }
            if (call.Agent is not null)
            {
                using var stranger = await shop.Ask(call.Method, call.Path, call.Content(), "entinen@satama.example");
                stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            }
            if (operation.GetProperty("responses").GetProperty("403").Text("description")!.Contains("api.agent.missing", StringComparison.Ordinal))
            {
                using var nobody = await shop.Ask(call.Method, call.Path, call.Content(), null);
                nobody.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {path}");
            }
            (await Traces(house)).ShouldBe(before, $"{method} {path} left something behind");
        }
    }

    [Theory, InlineData("/absences"), InlineData("/stand-in")]
    public async Task Only_a_lead_arranges_what_is_a_colleagues(string path)
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var body = new { agent = "maija@satama.example", firstDay = "2026-12-07", lastDay = "2026-12-08" };
        object sent = path == "/absences" ? body : new { agent = "maija@satama.example", standIn = "antti@satama.example" };
        var method = path == "/absences" ? HttpMethod.Post : HttpMethod.Put;

        var antti = await shop.Send(method, path, sent);
        var minna = await shop.Send(method, path, sent, "minna@satama.example");

        (antti.Status, antti.Json.Key()).ShouldBe((403, "api.agent.role"));
        minna.Status.ShouldBeInRange(200, 201);
        (await shop.Send(HttpMethod.Get, "/lead")).Json.Key().ShouldBe("api.agent.role");
    }

    [Fact]
    public async Task A_reply_taken_back_through_the_api_is_the_draft_that_the_desk_shows()
    {
        await using var house = await WithUndo();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        var held = await shop.Post($"/tickets/{reference}/replies/held", new { text = "Hetkinen vielä.", next = new { kind = "promises", promise = "act", due = "2026-11-24T10:00:00Z" } });
        var back = await shop.Send(HttpMethod.Delete, $"/tickets/{reference}/replies/held");

        held.Json.Text("leavesAt").ShouldBe("2026-11-23T08:00:10Z");
        back.Status.ShouldBe(204);
        (await shop.Send(HttpMethod.Get, $"/tickets/{reference}/draft")).Json.Text("reply").ShouldBe("Hetkinen vielä.");
        var page = await house.BrowserOf(house.Antti).GetStringAsync($"/desk/{reference}", TestContext.Current.CancellationToken);
        page.ShouldContain("Hetkinen vielä.</textarea>");
    }

    [Fact]
    public async Task The_page_runs_only_what_is_our_own_and_the_document_is_sent_again_only_when_it_has_changed()
    {
        await using var house = await House.Open();
        using var browser = house.Browser();

        var page = await browser.GetAsync("/api", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var document = await browser.GetAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken);
        browser.DefaultRequestHeaders.IfNoneMatch.Add(document.Headers.ETag!);

        var rules = page.Headers.GetValues("Content-Security-Policy").Single();
        rules.ShouldContain("script-src 'self';");
        rules.ShouldContain("connect-src 'self';");
        html.ShouldNotContain("src=\"http");
        html.ShouldNotContain("href=\"http");
        html.ShouldContain("/api/v1/tickets/{reference}/replies");
        (await browser.GetAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await browser.GetAsync("/sign-in", TestContext.Current.CancellationToken)).Headers.GetValues("Content-Security-Policy").Single().ShouldContain("style-src 'self';");
    }

    private static Task<House> WithUndo() => House.Open(also: b => b.Configuration.AddInMemoryCollection([new("Lupaus:UndoSeconds", "10"), new("Lupaus:ApiCallsPerMinute", "100000")]));

    private static Task<(int, int, int, int, int, int, int)> Traces(House house) => house.Look(async db => (
        await db.Facts.CountAsync(), await db.Messages.CountAsync(), await db.Tickets.CountAsync(), await db.Onces.CountAsync(), await db.Outbox.CountAsync(), await db.UnsentFiles.CountAsync(), await db.WebhookDeliveries.CountAsync()));
}
