using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Lupaus.Web.Ground.Identity;

/// <summary>What we ask of the other house itself: how it is found, its keys, and tokens for a code. What it says is not believed here.</summary>
public sealed class OtherHouseLine(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);
    private static readonly TimeSpan NotAgainWithin = TimeSpan.FromSeconds(30);

    // Redirects are not followed: the address that was trusted is the one that answers.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly ConcurrentDictionary<string, (OpenIdConnectConfiguration Found, DateTimeOffset At)> known = new();

    /// <summary>Its own description (OpenID Connect Discovery 1.0) with its keys; remembered for an hour.</summary>
    /// <param name="anew">Asked again, since a key is missing: keys change.</param>
    public async Task<OpenIdConnectConfiguration> Describe(string issuer, bool anew, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(issuer, out var fresh) && now - fresh.At < (anew ? NotAgainWithin : Remembered))
            return fresh.Found;
        var found = await Fetch(issuer, stop);
        known[issuer] = (found, now);
        return found;
    }

    private async Task<OpenIdConnectConfiguration> Fetch(string issuer, CancellationToken stop)
    {
        OpenIdConnectConfiguration found;
        try
        {
            var documents = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(issuer).IsLoopback };
            found = await OpenIdConnectConfigurationRetriever.GetAsync(issuer.TrimEnd('/') + "/.well-known/openid-configuration", documents, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested) // whatever somebody else's address may answer
        {
            throw new RuleBroken(Refusal.Because(e is IOException or HttpRequestException or OperationCanceledException ? "oidc.unreachable" : "oidc.notone").With("issuer", issuer));
        }
        // The address is how it is known: another name could speak for somebody else (Discovery 1.0, 4.3).
        (Same(found.Issuer, issuer) ? null : Refusal.Because("oidc.issuer").With("issuer", issuer).With("theirs", found.Issuer.OneLine().CutTo(200))).StopIfAny();
        (IsSafe(found.AuthorizationEndpoint) && IsSafe(found.TokenEndpoint) ? null : Refusal.Because("oidc.notone").With("issuer", issuer)).StopIfAny();
        (found.SigningKeys.Count == 0 ? Refusal.Because("oidc.keys") : null).StopIfAny();
        return found;
    }

    /// <summary>The tokens for a code (RFC 6749, 4.1.3; RFC 7636). What the other house says when it gives none is its own word.</summary>
    public async Task<(JsonElement? Tokens, string? Error)> Redeem(OtherHouse house, OpenIdConnectConfiguration described, string code, string verifier, Uri back, CancellationToken stop)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = back.ToString(), ["code_verifier"] = verifier };
        using var request = new HttpRequestMessage(HttpMethod.Post, described.TokenEndpoint);
        var ways = described.TokenEndpointAuthMethodsSupported;
        if (house.Secret.Length > 0 && (ways.Count == 0 || ways.Contains("client_secret_basic")))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(house.ClientId)}:{Uri.EscapeDataString(house.Secret)}")));
        }
        else
        {
            form["client_id"] = house.ClientId;
            if (house.Secret.Length > 0)
                form["client_secret"] = house.Secret;
        }
        request.Content = new FormUrlEncodedContent(form);
        try
        {
            using var answer = await http.SendAsync(request, stop);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            return answer.IsSuccessStatusCode ? (json.RootElement.Clone(), null) : (null, Text(json.RootElement, "error") ?? "");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            throw new RuleBroken(Refusal.Because("oidc.unreachable").With("issuer", house.Issuer));
        }
    }

    /// <summary>What it says of somebody besides (OpenID Connect Core 1.0, 5.3); null when it says nothing.</summary>
    public async Task<JsonElement?> About(OpenIdConnectConfiguration described, string? accessToken, CancellationToken stop)
    {
        if (accessToken is null || !IsSafe(described.UserInfoEndpoint))
            return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, described.UserInfoEndpoint) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) } };
        try
        {
            using var answer = await http.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode)
                return null;
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            return json.RootElement.Clone();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Same(string? theirs, string ours) => theirs is not null && theirs.TrimEnd('/') == ours.TrimEnd('/');

    private static bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));

    public void Dispose() => http.Dispose();
}
