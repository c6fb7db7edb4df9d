using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Lupaus.Web.Order.Upkeep;
using Lupaus.Web.Tests;

namespace Lupaus.Journeys.Pages.Shell;

/// <summary>
/// Somebody who writes one thing after another, each with a mark of its own. What wasn't acknowledged is in doubt, and is
/// said again in the same words under the same key before anything new.
/// </summary>
internal abstract class Writer(Ground ground, string name)
{
    public const string Mark = "kuritus";

    private int number;
    private Saying? pending;

    public bool IsInDoubt => pending is not null;

    protected Ground Ground => ground;

    public async Task Write(Uri to)
    {
        using var http = Browser(to);
        while (await Says(http, pending ?? New()))
        {
        }
    }

    public async Task SaysAgain(Uri to)
    {
        using var http = Browser(to);
        if (pending is { } doubted)
            (await Says(http, doubted)).ShouldBeTrue();
    }

    /// <summary>Answers when it is acknowledged; nothing may be refused here.</summary>
    protected abstract Task Send(HttpClient http, Saying saying);

    /// <summary>Whoever replies needs a ticket; until there is one they wait.</summary>
    protected virtual bool NeedsTicket => false;

    private async Task<bool> Says(HttpClient http, Saying saying)
    {
        try
        {
            if (NeedsTicket && saying.Ticket is null)
            {
                (await http.GetAsync("/health/live")).EnsureSuccessStatusCode();
                return true;
            }
            pending = saying;
            await Send(http, saying);
            ground.Acknowledge(saying.Mark);
            pending = null;
            return true;
        }
        catch (Exception e) when (e is HttpRequestException { StatusCode: null } or IOException or SocketException or OperationCanceledException)
        {
            return false; // it was killed
        }
    }

    private Saying New()
    {
        var next = ++number;
        return new Saying(string.Create(CultureInfo.InvariantCulture, $"{Mark}-{name}-{next}"), Guid.NewGuid().ToString("N"), next, NeedsTicket ? ground.SomeTicket(next) : null, DateTimeOffset.UtcNow.AddDays(2));
    }

    private static HttpClient Browser(Uri to) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = to, Timeout = TimeSpan.FromMinutes(1) };

    protected sealed record Saying(string Mark, string Key, int Number, string? Ticket, DateTimeOffset Due);
}

/// <summary>A customer at the front page.</summary>
internal sealed class FormWriter(Ground ground, string name) : Writer(ground, name)
{
    protected override async Task Send(HttpClient http, Saying saying)
    {
        var guest = new Guest(http);
        await guest.Opens("/");
        await guest.Sends("/", ("nonce", saying.Key), ("name", "Aino Testinen"), ("reach", $"aino{saying.Number % 7}@example.fi"), ("message", $"Lippu hukkui. {saying.Mark}"));
        guest.Path.ShouldStartWith("/t/");
    }
}

internal abstract class Caller(Ground ground, string name) : Writer(ground, name)
{
    /// <summary>Told that something went wrong on our side, a program sends the same once more with the same key, as the answer says.</summary>
    protected async Task<JsonElement> Post(HttpClient http, string path, object body, string key, string? agent = null)
    {
        var (status, said) = await Send(http, path, body, key, agent);
        if (status == HttpStatusCode.InternalServerError)
        {
            Ground.Faults.Enqueue(said);
            (status, said) = await Send(http, path, body, key, agent);
        }
        status.ShouldBe(HttpStatusCode.Created, said);
        return JsonDocument.Parse(said).RootElement;
    }

    private async Task<(HttpStatusCode Status, string Said)> Send(HttpClient http, string path, object body, string key, string? agent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Ground.ApiKey);
        request.Headers.Add("Idempotency-Key", key);
        if (agent is not null)
            request.Headers.Add("Lupaus-Agent", agent);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>A program that opens tickets.</summary>
internal sealed class ApiWriter(Ground ground, string name) : Caller(ground, name)
{
    protected override async Task Send(HttpClient http, Saying saying)
    {
        var ticket = await Post(http, "/tickets", new { name = "Bertil Holm", email = $"bertil{saying.Number % 5}@example.fi", text = $"Kuitti puuttuu. {saying.Mark}", language = "fi" }, saying.Key);
        Ground.Tickets.Enqueue(ticket.GetProperty("reference").GetString()!);
    }
}

/// <summary>A program by which an agent replies.</summary>
internal sealed class ReplyWriter(Ground ground, string name) : Caller(ground, name)
{
    protected override bool NeedsTicket => true;

    protected override Task Send(HttpClient http, Saying saying) =>
        Post(http, $"/tickets/{saying.Ticket}/replies", new { text = $"Selvitän asiaa. {saying.Mark}", next = new { kind = "promises", promise = "findOut", due = saying.Due } }, saying.Key, DemoPeople.Minna.Email);
}

/// <summary>An agent at the desk.</summary>
internal sealed class DeskWriter(Ground ground, string name) : Writer(ground, name)
{
    private HttpClient? signedIn;

    protected override bool NeedsTicket => true;

    protected override async Task Send(HttpClient http, Saying saying)
    {
        var agent = new Guest(http);
        if (signedIn != http)
        {
            await agent.Opens("/sign-in");
            await agent.Sends("/sign-in", ("email", DemoPeople.Maija.Email), ("password", DemoPeople.Password));
            signedIn = http;
        }
        await agent.Opens($"/desk/{saying.Ticket}");
        var when = saying.Due.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await agent.Sends($"/desk/{saying.Ticket}/reply", ("nonce", saying.Key), ("body", $"Hoidan tämän. {saying.Mark}"), ("next", "act"), ("when", when), ("what", "hoidan asian"));
        agent.Path.ShouldContain("done=reply", Case.Sensitive, agent.Status.ToString());
    }
}
