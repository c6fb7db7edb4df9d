using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lupaus.Storage.Ground.Identity;
using Lupaus.Web.Ground.Foundations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// In by another house's word: the authorization code flow of OpenID Connect, with PKCE (RFC 7636), state and nonce. What
/// was sent out with is kept in a protected cookie of the browser that went, for ten minutes, and counts once.
/// </summary>
public static class OtherHouseDoors
{
    public const string Way = "/sign-in/other";
    public const string Back = Way + "/back";

    private const string Cookie = "errand";
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private sealed record Errand(string Issuer, string State, string Nonce, string Verifier, string? Back, DateTimeOffset At);

    public static void MapOtherHouse(this IEndpointRouteBuilder routes)
    {
        // A link, not a form: a form may lead to no other house, by our own content security policy.
        routes.MapGet(Way, async (string? back, HttpContext context, OtherHouses houses, OtherHouseLine line, Settings settings, TimeProvider clock, CancellationToken stop) =>
        {
            if (await houses.Now(stop) is not { IsOn: true } house)
                return Results.LocalRedirect("/sign-in");
            try
            {
                return Results.Redirect(await Leave(context, house, line, back, settings, clock, stop));
            }
            catch (RuleBroken broken)
            {
                return await Refused(broken.Refusal, back, context, stop);
            }
        }).RequireRateLimiting(Doorkeeping.Trying);

        routes.MapGet(Back, async (HttpContext context, CancellationToken stop) =>
        {
            var errand = Take(context);
            try
            {
                return await Arrive(context, errand, stop);
            }
            catch (RuleBroken broken)
            {
                context.RequestServices.GetRequiredService<ILogger<OtherHouse>>().LogInformation("Somebody who came from the other house was not let in: {Why}.", broken.Refusal.Key);
                return await Refused(broken.Refusal, errand?.Back, context, stop);
            }
        }).RequireRateLimiting(Doorkeeping.Trying);
    }

    public static Uri AddressOf(Settings settings) => new(settings.PublicAddress, Back[1..]);

    private static async Task<string> Leave(HttpContext context, OtherHouse house, OtherHouseLine line, string? back, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var described = await line.Describe(house.Issuer, anew: false, stop);
        var errand = new Errand(house.Issuer, Random(), Random(), Random(), back is { Length: <= 500 } ? back : null, clock.GetUtcNow());
        context.Response.Cookies.Append(Cookie, Protector(context).Protect(JsonSerializer.Serialize(errand)), Options(context, Lasts));
        var asks = QueryString.Create(new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = house.ClientId,
            ["redirect_uri"] = AddressOf(settings).ToString(),
            ["scope"] = "openid email profile",
            ["state"] = errand.State,
            ["nonce"] = errand.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(errand.Verifier))),
            ["code_challenge_method"] = "S256",
        });
        var address = described.AuthorizationEndpoint;
        return address + (address.Contains('?') ? "&" + asks.Value![1..] : asks.Value);
    }

    private static async Task<IResult> Arrive(HttpContext context, Errand? errand, CancellationToken stop)
    {
        var services = context.RequestServices;
        var query = context.Request.Query;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (errand is null || now - errand.At > Lasts || errand.At > now + Lasts || !ReadOtherHouseWord.Equal(query["state"], errand.State))
            throw new RuleBroken(Refusal.Because("oidc.errand"));
        if (await services.GetRequiredService<OtherHouses>().Now(stop) is not { IsOn: true } house || house.Issuer != errand.Issuer)
            throw new RuleBroken(Refusal.Because("oidc.errand"));
        // Who answers says so, where it does (RFC 9207): another house's answer is not taken for this one's.
        (query["iss"] is [{ } iss] && !OtherHouseLine.Same(iss, house.Issuer) ? Refusal.Because("oidc.word.issuer") : null).StopIfAny();
        var come = services.GetRequiredService<ComeFromOtherHouse>();
        await come.Ends(errand.State, stop);
        var code = query["code"] is [{ Length: > 0 and <= 4000 } given] ? given : throw new RuleBroken(Refusal.Because(query["error"] == "access_denied" ? "oidc.declined" : "oidc.nocode"));
        var line = services.GetRequiredService<OtherHouseLine>();
        var described = await line.Describe(house.Issuer, anew: false, stop);
        var (tokens, error) = await line.Redeem(house, described, code, errand.Verifier, AddressOf(services.GetRequiredService<Settings>()), stop);
        if (tokens is not { } got)
            throw new RuleBroken(Refusal.Because(error is "invalid_client" or "unauthorized_client" ? "oidc.notus" : "oidc.nocode"));
        var agent = await come.With(await services.GetRequiredService<ReadOtherHouseWord>().In(got, house, errand.Nonce, stop), stop);
        await LetIn(agent, services, stop);
        return Results.LocalRedirect(SignInDoor.WayTo(errand.Back));
    }

    private static async Task LetIn(AgentId agent, IServiceProvider services, CancellationToken stop)
    {
        var signIn = services.GetRequiredService<AgentSignIn>();
        var login = await services.GetRequiredService<LupausDb>().Users.FirstAsync(l => l.Id == agent.Value, stop);
        (await signIn.CanSignInAsync(login) ? null : Refusal.Because("oidc.inactive")).StopIfAny();
        await signIn.SignInAsync(login, isPersistent: true, "fed"); // that house has seen to the second factor
    }

    private static async Task<IResult> Refused(Refusal refusal, string? back, HttpContext context, CancellationToken stop) => PageResults.Page<SignInPage>(
        new { Back = back, Refusal = refusal, OtherHouse = await context.RequestServices.GetRequiredService<OtherHouses>().Shown(stop) }, StatusCodes.Status422UnprocessableEntity);

    /// <summary>What stands on the button; null when nobody comes in this way.</summary>
    public static async ValueTask<string?> Shown(this OtherHouses houses, CancellationToken stop) => await houses.Now(stop) is { IsOn: true } house ? house.Label : null;

    private static Errand? Take(HttpContext context)
    {
        var kept = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, Options(context, null));
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize<Errand>(Protector(context).Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context, TimeSpan? lasts) =>
        new() { Path = Way, HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = lasts };

    private static IDataProtector Protector(HttpContext context) => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("other-house-errand");

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
