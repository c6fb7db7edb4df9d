using System.Net.Http.Headers;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Tests.Ground.Api;

public sealed class ApiDoorTests
{
    [Fact]
    public async Task Nobody_gets_in_without_a_key()
    {
        await using var house = await House.Open();
        using var stranger = new Caller(house, secret: null);

        var (status, problem, response) = await stranger.Get("/tickets");

        status.ShouldBe(401);
        problem.Key().ShouldBe("api.key.missing");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public async Task A_made_up_key_opens_nothing()
    {
        await using var house = await House.Open();
        using var guesser = new Caller(house, "lupaus_000000000000000000000000000000000000000000000000");

        var (status, problem, _) = await guesser.Get("/tickets");

        (status, problem.Key()).ShouldBe((401, "api.key.wrong"));
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_any_more()
    {
        await using var house = await House.Open();
        var keys = house.Get<KeepApiKeys>();
        using var shop = new Caller(house, await keys.Make("shop", default));
        (await shop.Get("/tickets")).Status.ShouldBe(200);

        await keys.Revoke("shop", default);

        var (status, problem, _) = await shop.Get("/tickets");
        (status, problem.Key()).ShouldBe((401, "api.key.revoked"));
    }

    [Fact]
    public async Task A_program_that_calls_too_often_is_told_how_long_to_wait()
    {
        await using var house = await House.Open();
        house.Get<Settings>().ApiCallsPerMinute = 3;
        using var eager = await Caller.Known(house);

        var answers = new List<int>();
        HttpResponseMessage last;
        do
        {
            last = (await eager.Get("/tickets")).Response;
            answers.Add((int)last.StatusCode);
        }
        while (answers.Count < 20 && answers[^1] == 200);

        answers[^1].ShouldBe(429);
        answers.Count.ShouldBeGreaterThan(3);
        last.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Whoever_guesses_keys_is_soon_slowed_down()
    {
        await using var house = await House.Open();
        house.Get<Settings>().ApiCallsPerMinute = 30;
        using var guesser = new Caller(house, "lupaus_wrong");

        for (var i = 0; i < 4; i++)
            (await guesser.Get("/tickets")).Status.ShouldBe(401);

        (await guesser.Get("/tickets")).Status.ShouldBe(429);
    }

    [Theory]
    [InlineData("{", 400, "api.json", null)]
    [InlineData("null", 400, "api.json", null)]
    [InlineData("""{"text":"a","email":"a@b.fi","colour":"red"}""", 400, "api.field", "colour")]
    [InlineData("""{"text":"a","email":"a@b.fi","language":"klingon"}""", 400, "api.field", "language")]
    [InlineData("""{"text":"a","email":"a@b.fi","language":1}""", 400, "api.field", "language")]
    [InlineData("""{"text":"a","email":"a@b.fi","deadline":"2026-11-24T10:00:00"}""", 400, "api.field", "deadline")]
    [InlineData("""{"email":"a@b.fi"}""", 422, "api.field.missing", "text")]
    [InlineData("""{"email":"a@b.fi","text":"  "}""", 422, "message.empty", "text")]
    [InlineData("""{"text":"a"}""", 422, "person.reach", "email")]
    [InlineData("""{"text":"a","email":"nobody"}""", 422, "email.shape", "email")]
    [InlineData("""{"text":"a","phone":"12"}""", 422, "phone.shape", "phone")]
    [InlineData("""{"text":"a","email":"a@b.fi","topic":"Kuumatkat"}""", 422, "api.topic", "topic")]
    [InlineData("""{"text":"a","email":"a@b.fi","deadline":"2020-01-01T00:00:00Z"}""", 422, "deadline.past", "deadline")]
    public async Task What_is_sent_wrongly_is_refused_by_its_field(string body, int expected, string key, string? field)
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, problem, _) = await shop.Post("/tickets", body);

        (status, problem.Key(), problem.Text("field")).ShouldBe((expected, key, field));
        problem.Text("title").ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("status").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_no_json_is_not_taken_for_it()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, problem, _) = await shop.Post("/tickets", new StringContent("text=a", new MediaTypeHeaderValue("application/x-www-form-urlencoded")));

        (status, problem.Key()).ShouldBe((415, "api.type"));
    }

    [Fact]
    public async Task More_than_a_megabyte_is_too_much()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, problem, _) = await shop.Post("/tickets", new { email = "a@b.fi", text = new string('a', 1_100_000) });

        (status, problem.Key()).ShouldBe((413, "api.big"));
    }

    [Theory]
    [InlineData("/nothing", 404, "api.status.404")]
    [InlineData("/tickets/ABCDEFG", 404, "ticket.unknown")]
    [InlineData("/tickets?limit=0", 400, "api.limit")]
    [InlineData("/tickets?after=mist", 400, "api.cursor")]
    [InlineData("/tickets?state=asleep", 400, "api.state")]
    [InlineData("/tickets?owner=nobody@satama.example", 400, "api.owner")]
    public async Task Every_wrong_address_answers_as_a_problem_too(string path, int expected, string key)
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, problem, response) = await shop.Get(path);

        (status, problem.Key()).ShouldBe((expected, key));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_method_that_is_not_used_there_is_told_as_a_problem_too()
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);

        var (status, problem, _) = await shop.Send(HttpMethod.Delete, "/queue/next");

        (status, problem.Key()).ShouldBe((405, "api.status.405"));
    }

    [Theory]
    [InlineData(null, "api.agent.missing")]
    [InlineData("stranger@satama.example", "api.agent.unknown")]
    [InlineData("no address", "api.agent.unknown")]
    public async Task Words_of_ours_are_always_some_agents(string? agent, string key)
    {
        await using var house = await House.Open();
        using var shop = await Caller.Known(house);
        var reference = await shop.Opens();

        foreach (var path in new[] { "replies", "notes", "promise/move", "close", "reopen" })
        {
            var (status, problem, _) = await shop.Post($"/tickets/{reference}/{path}", new { }, agent);
            (status, problem.Key()).ShouldBe((403, key));
        }
        (await shop.Post("/queue/next", null, agent)).Json.Key().ShouldBe(key);
    }
}
