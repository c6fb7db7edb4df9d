using System.Text.Json;

namespace Lupaus.Mail.Connecting;

/// <summary>Gets access tokens: the first by what somebody allowed (RFC 6749, 4.1.3), further ones by a refresh token (RFC 6749, 6).</summary>
/// <param name="http">How the house is reached; its own time limit counts.</param>
/// <param name="clock">What time it is.</param>
public sealed class TokenRefresh(HttpClient http, TimeProvider clock)
{
    private const int LongestAnswer = 256 * 1024;
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Asks for a token. <see cref="HowItWent.NotAllowed"/> when the account must be connected again, <see cref="HowItWent.Refused"/> when
    /// the house refuses us rather than the account.
    /// </summary>
    public Task<Answer<AccessToken>> For(TokenHouse house, TokenGrant grant, CancellationToken stop) =>
        Ask(house, Form(house, grant), grant.RefreshToken, stop);

    /// <summary>The first token, by the code that the house sent back with whoever allowed it.</summary>
    /// <param name="house">Whose account it is.</param>
    /// <param name="clientId">Who we are to the house.</param>
    /// <param name="clientSecret">How we prove it; null for a client that has none.</param>
    /// <param name="code">What the house gave.</param>
    /// <param name="comeBackTo">Where it sent them, as it was asked for.</param>
    /// <param name="verifier">The secret that the challenge was made of (RFC 7636, 4.5).</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Answer<AccessToken>> First(TokenHouse house, string clientId, string? clientSecret, string code, Uri comeBackTo, string verifier, CancellationToken stop)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = comeBackTo.ToString(),
            ["client_id"] = clientId,
            ["code_verifier"] = verifier,
        };
        if (clientSecret is not null)
            form["client_secret"] = clientSecret;
        var answer = await Ask(house, form, "", stop);
        // Without a refresh token it would hold for an hour.
        return answer is { IsOk: true, Value.RefreshToken: "" } ? No(HowItWent.Odd, Trouble.Odd.With("refresh_token?")) : answer;
    }

    private async Task<Answer<AccessToken>> Ask(TokenHouse house, Dictionary<string, string> form, string refreshToken, CancellationToken stop)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, house.TokenAddress) { Content = new FormUrlEncodedContent(form) };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            var status = (int)response.StatusCode;
            if (status is >= 500 or 429 or 408)
                return No(HowItWent.NotReached, Trouble.Leaving.With(Status(status)));
            using var json = await Read(response, stop);
            return json is { RootElement.ValueKind: JsonValueKind.Object }
                ? Told(status, json.RootElement, refreshToken)
                : No(HowItWent.Odd, Trouble.Odd.With(Status(status)));
        }
        catch (HttpRequestException failed)
        {
            return failed.HttpRequestError == HttpRequestError.SecureConnectionError
                ? No(HowItWent.TlsTrouble, Trouble.CertificateBroken)
                : No(HowItWent.NotReached, failed.HttpRequestError == HttpRequestError.NameResolutionError ? Trouble.NameUnknown : Trouble.Unreachable);
        }
        catch (OperationCanceledException)
        {
            return No(HowItWent.NotReached, stop.IsCancellationRequested ? Trouble.Stopped : Trouble.TimedOut);
        }
        catch (IOException)
        {
            return No(HowItWent.NotReached, Trouble.Closed);
        }
    }

    private static Dictionary<string, string> Form(TokenHouse house, TokenGrant grant)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = grant.RefreshToken,
            ["client_id"] = grant.ClientId,
        };
        if (grant.ClientSecret is { } secret)
            form["client_secret"] = secret;
        if (house.Scope is { } scope)
            form["scope"] = scope;
        return form;
    }

    private static async Task<JsonDocument?> Read(HttpResponseMessage response, CancellationToken stop)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        var answer = new byte[LongestAnswer];
        var count = await stream.ReadAtLeastAsync(answer, LongestAnswer, throwOnEndOfStream: false, stop);
        try
        {
            return count < LongestAnswer ? JsonDocument.Parse(answer.AsMemory(0, count)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Answer<AccessToken> Told(int status, JsonElement answer, string refreshToken)
    {
        if (status == 200 && Text(answer, "access_token") is { Length: > 0 } token && !token.Any(char.IsControl))
            return Answer<AccessToken>.Ok(new AccessToken(token, clock.GetUtcNow() + Lasting(answer), Text(answer, "refresh_token") ?? refreshToken));
        var said = Said.Clean($"{Text(answer, "error")} {Text(answer, "error_description")}");
        return Text(answer, "error") switch
        {
            // RFC 6749, 5.2: expired, revoked, or for somebody else. Microsoft says the second when the person has to appear again.
            "invalid_grant" or "interaction_required" or "consent_required" => No(HowItWent.NotAllowed, Trouble.TokenRefused.With(said)),
            "temporarily_unavailable" or "server_error" => No(HowItWent.NotReached, Trouble.Leaving.With(said)),
            not null => No(HowItWent.Refused, Trouble.ServerRefused.With(said)),
            null => No(HowItWent.Odd, Trouble.Odd.With(Status(status))),
        };
    }

    // Seconds, by some as text; five minutes when it isn't said.
    private static TimeSpan Lasting(JsonElement answer)
    {
        if (!answer.TryGetProperty("expires_in", out var value))
            return Usual;
        var isSaid = value.ValueKind == JsonValueKind.Number ? value.TryGetDouble(out var seconds) : double.TryParse(value.ToString(), out seconds);
        return isSaid && seconds is > 0 and < 1e8 ? TimeSpan.FromSeconds(seconds) : Usual;
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Status(int status) => $"HTTP {status}";

    private static Answer<AccessToken> No(HowItWent how, Trouble why) => Answer<AccessToken>.No(how, why);
}
