using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Lupaus.Web.Ground.Identity;

/// <summary>Who somebody is by another house's word.</summary>
/// <param name="Email">Only when that house has made sure it is theirs.</param>
public sealed record OtherHouseWord(string Issuer, string Subject, EmailAddress? Email, bool HasEmail);

/// <summary>
/// Reads an ID token (OpenID Connect Core 1.0, 3.1.3.7): signed by a key of that house, made for us, for this very
/// errand, and not too old. Anything else is refused.
/// </summary>
public sealed class ReadOtherHouseWord(OtherHouseLine line, TimeProvider clock)
{
    // Clocks differ a little.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);
    private const int LongestSubject = 255;

    // No shared secrets and no "none": only keys that the house alone holds.
    private static readonly string[] Signatures = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    public async Task<OtherHouseWord> In(JsonElement tokens, OtherHouse house, string nonce, CancellationToken stop)
    {
        var described = await line.Describe(house.Issuer, anew: false, stop);
        var text = OtherHouseLine.Text(tokens, "id_token") ?? throw Refused("token");
        var result = await Check(text, described, house);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            described = await line.Describe(house.Issuer, anew: true, stop);
            result = await Check(text, described, house);
        }
        var token = result is { IsValid: true, SecurityToken: JsonWebToken good } ? good : throw Refused(result.Exception switch
        {
            SecurityTokenInvalidAudienceException => "audience",
            SecurityTokenInvalidIssuerException => "issuer",
            SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException or SecurityTokenNotYetValidException => "expired",
            _ => "signature",
        });
        (Equal(Claim(token, "nonce"), nonce) ? null : Refused("nonce").Refusal).StopIfAny();
        // Made for several, it says which of them asked.
        var presenter = Claim(token, "azp");
        ((presenter ?? (token.Audiences.Count() == 1 ? house.ClientId : null)) == house.ClientId ? null : Refused("audience").Refusal).StopIfAny();
        var subject = Claim(token, "sub") is { Length: > 0 and <= LongestSubject } said ? said : throw Refused("token");
        var (email, isVerified) = Claim(token, "email") is { } stated ? (stated, IsTrue(Claim(token, "email_verified"))) : await Asked(described, tokens, subject, stop);
        return new OtherHouseWord(described.Issuer, subject, isVerified ? EmailAddress.Read(email) : null, email is not null);
    }

    private Task<TokenValidationResult> Check(string text, OpenIdConnectConfiguration described, OtherHouse house) =>
        new JsonWebTokenHandler().ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = described.Issuer,
            ValidAudience = house.ClientId,
            IssuerSigningKeys = described.SigningKeys,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidAlgorithms = Signatures,
            LifetimeValidator = (from, until, token, _) => Holds(from, until, token),
        });

    private bool Holds(DateTime? from, DateTime? until, SecurityToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is null || from <= now + Skew) && ((JsonWebToken)token).IssuedAt <= now + Skew;
    }

    /// <summary>Not in the token: some say it only when asked. It counts only for the same person.</summary>
    private async Task<(string? Email, bool IsVerified)> Asked(OpenIdConnectConfiguration described, JsonElement tokens, string subject, CancellationToken stop) =>
        await line.About(described, OtherHouseLine.Text(tokens, "access_token"), stop) is { } about && OtherHouseLine.Text(about, "sub") == subject
            ? (OtherHouseLine.Text(about, "email"), about.TryGetProperty("email_verified", out var verified) && IsTrue(verified.ToString()))
            : (null, false);

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static string? Claim(JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) ? Convert.ToString(claim.Value, CultureInfo.InvariantCulture) : null;

    public static bool Equal(string? given, string wanted) =>
        given is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(wanted)));

    private static RuleBroken Refused(string why) => new(Refusal.Because($"oidc.word.{why}"));
}
