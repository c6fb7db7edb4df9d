using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Lupaus.Bench;

/// <summary>One thing that somebody does again and again. It answers what came back.</summary>
internal sealed record Scene(string Name, Func<int, Task<byte[]>> Do, int Clients = 1)
{
    private static int number = Environment.TickCount;

    public static int Next() => Interlocked.Increment(ref number);
}

/// <summary>What is measured: in from the form and the API, out to the customer and the desk, and what an agent does most.</summary>
internal static class Scenes
{
    private const string Lead = "minna@satama.example";
    private const string Password = "lupaus-demo-2026";
    private const int Conversations = 200;
    private const string Rare = "kvanttikukkaruukku";

    // 3,000 letters, as a long message has.
    private static readonly string Letter = string.Concat(Enumerable.Repeat("Ostin viime viikolla lipun, mutta automaatti ei anna sitä. ", 50));

    public static async Task<IReadOnlyList<Scene>> Open(Uri address, string key)
    {
        var (agent, visitor, api, post) = (new Visitor(address), new Visitor(address), Api(address, key, Lead), Api(address, key, null));
        await agent.SignIn(Lead, Password);
        var form = await visitor.TokenOf("/");
        var desk = await agent.TokenOf("/desk");
        var customerPage = await visitor.Post("/", Message(form, 0));
        var ticket = await Long(api);
        await Call(api, "/api/v1/tickets", new { name = "Maria Mittari", email = "maria@example.fi", text = $"Missä {Rare}ni viipyy?", language = "fi" });
        var answered = new List<string>();
        for (var i = 0; i < Conversations; i++)
            answered.Add(await OpenTicket(api));
        Scene[] all =
        [
            new("front page", _ => visitor.Get("/")),
            new("form post", async n => await Sent(visitor.Post("/", Message(form, n)))),
            new("form post, 8 clients", async n => await Sent(visitor.Post("/", Message(form, n))), Clients: 8),
            new("API intake", async _ => await Sent(OpenTicket(api))),
            new("mail, 3 KB", async n => await Sent(TakeIn(post, Mail(n)))),
            new("mail, 3 KB, 8 clients", async n => await Sent(TakeIn(post, Mail(n))), Clients: 8),
            new("customer page", _ => visitor.Get(customerPage)),
            new("desk, 50 rows", _ => agent.Get("/desk")),
            new("ticket, 20 messages", _ => agent.Get($"/desk/{ticket}")),
            new("search, rare word", _ => agent.Get($"/desk/find?q={Rare}")),
            new("search, 5 % word", _ => agent.Get("/desk/find?q=pesukoneita")),
            new("search, two common words", _ => agent.Get("/desk/find?q=laskulla+varaus+")),
            new("search, a person misspelt", _ => agent.Get("/desk/find?q=Lindbreg+Ottto")),
            new("reply", async n => await Sent(agent.Post($"/desk/{answered[(n & int.MaxValue) % answered.Count]}/reply", Reply(desk)))),
            new("take next", async n => await Sent(Taken(agent.Post("/desk/next", [("__RequestVerificationToken", desk), Nonce])))),
        ];
        return [.. all.Where(s => s.Name.Contains(Environment.GetEnvironmentVariable("BENCH_ONLY") ?? "", StringComparison.Ordinal))];
    }

    /// <summary>A mail as a mail server has it, 450 words long; each is another one, from one of many people.</summary>
    public static byte[] Mail(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
        Return-Path: <maria{(number & int.MaxValue) % 5000}@example.fi>
        From: Maria Mittari <maria{(number & int.MaxValue) % 5000}@example.fi>
        To: asiakaspalvelu@satama.example
        Subject: Lippu ei toimi
        Date: {DateTimeOffset.UtcNow:R}
        Message-ID: <{Guid.NewGuid():N}@example.fi>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        {Letter}

        """));

    private static async Task<string> Taken(Task<string> taking) =>
        await taking is var where && !where.Contains("done=nothing", StringComparison.Ordinal) ? where : throw new InvalidOperationException("There was nothing left to take.");

    private static (string, string) Nonce => ("nonce", Guid.NewGuid().ToString("N"));

    // An answer that only leads on weighs nothing.
    private static async Task<byte[]> Sent(Task<string> sending)
    {
        await sending;
        return [];
    }

    private static (string, string)[] Message(string token, int number) =>
    [
        ("__RequestVerificationToken", token), Nonce, ("name", "Maria Mittari"), ("message", Letter),
        ("reach", string.Create(CultureInfo.InvariantCulture, $"maria{(number & int.MaxValue) % 5000}@example.fi")),
    ];

    private static (string, string)[] Reply(string token) =>
    [
        ("__RequestVerificationToken", token), Nonce, ("body", "Hei Maria, selvitän asian ja palaan siihen pian."), ("next", "findout"), ("what", "selvitän asian"),
        ("when", DateTimeOffset.UtcNow.AddDays(2).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
    ];

    private static HttpClient Api(Uri address, string key, string? agent)
    {
        var api = new HttpClient { BaseAddress = address };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (agent is not null)
            api.DefaultRequestHeaders.Add("Lupaus-Agent", agent);
        return api;
    }

    private static async Task<string> TakeIn(HttpClient post, byte[] mail)
    {
        using var content = new ByteArrayContent(mail) { Headers = { ContentType = new("message/rfc822") } };
        using var answer = await post.PostAsync("/api/v1/mail", content);
        answer.EnsureSuccessStatusCode();
        return "";
    }

    private static async Task<string> OpenTicket(HttpClient api)
    {
        var opened = await Call(api, "/api/v1/tickets", new { name = "Maria Mittari", email = "maria@example.fi", text = Letter, language = "fi" });
        return opened.GetProperty("reference").GetString()!;
    }

    private static async Task<string> Long(HttpClient api)
    {
        var ticket = await OpenTicket(api);
        for (var i = 2; i < 20; i++) // the customer's, the acknowledgement, and these
            await Call(api, $"/api/v1/tickets/{ticket}/notes", new { text = "Soitin konduktöörille, hän muistaa asiakkaan." });
        return ticket;
    }

    private static async Task<JsonElement> Call(HttpClient api, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = await api.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
