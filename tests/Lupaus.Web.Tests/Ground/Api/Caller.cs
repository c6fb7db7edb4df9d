using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lupaus.Web.Ground.Api;

namespace Lupaus.Web.Tests.Ground.Api;

/// <summary>A program that calls the house with a key, for an agent when one is named.</summary>
internal sealed class Caller(House house, string? secret) : IDisposable
{
    private readonly HttpClient http = house.Browser();

    public static async Task<Caller> Known(House house) =>
        new(house, await house.Get<KeepApiKeys>().Make($"shop {Guid.NewGuid():N}", default));

    public async Task<(int Status, JsonElement Json, HttpResponseMessage Response)> Send(HttpMethod method, string path, object? body = null, string? agent = "antti@satama.example", string? once = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}");
        if (secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (agent is not null)
            request.Headers.Add("Lupaus-Agent", agent);
        if (once is not null)
            request.Headers.Add("Idempotency-Key", once);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, new MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body),
        };
        var response = await http.SendAsync(request);
        var text2 = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text2.Length == 0 ? default : JsonDocument.Parse(text2).RootElement, response);
    }

    /// <summary>The answer just as it came.</summary>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, HttpContent? content, string? agent, string? once = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (agent is not null)
            request.Headers.Add("Lupaus-Agent", agent);
        if (once is not null)
            request.Headers.Add("Idempotency-Key", once);
        return await http.SendAsync(request);
    }

    public Task<(int Status, JsonElement Json, HttpResponseMessage Response)> Post(string path, object? body = null, string? agent = "antti@satama.example", string? once = null) =>
        Send(HttpMethod.Post, path, body, agent, once);

    public Task<(int Status, JsonElement Json, HttpResponseMessage Response)> Get(string path) => Send(HttpMethod.Get, path, agent: null);

    /// <summary>A new matter; answers its reference.</summary>
    public async Task<string> Opens(string text = "Automaatti sanoo: lippua ei voi lunastaa.", string email = "aino@example.fi")
    {
        var (status, json, _) = await Post("/tickets", new { name = "Aino Testinen", email, text, language = "fi" }, agent: null);
        status.ShouldBe(201);
        return json.GetProperty("reference").GetString()!;
    }

    public void Dispose() => http.Dispose();
}

internal static class Told
{
    public static string Key(this JsonElement problem) => problem.GetProperty("key").GetString()!;

    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static bool IsNull(this JsonElement json, string name) => json.GetProperty(name).ValueKind == JsonValueKind.Null;
}
