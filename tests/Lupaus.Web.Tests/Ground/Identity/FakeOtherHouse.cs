using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Lupaus.Web.Tests.Ground.Identity;

/// <summary>An OpenID Connect provider of our own on this machine, with a key of its own, that can be made to lie.</summary>
internal sealed class FakeOtherHouse : IAsyncDisposable
{
    public const string ClientId = "lupaus";
    public const string Secret = "very/secret+one";

    private readonly WebApplication app;
    private readonly TestClock clock;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k1" };
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> granted = new();

    private FakeOtherHouse(WebApplication app, TestClock clock) => (this.app, this.clock) = (app, clock);

    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What it says of whoever comes.</summary>
    public Dictionary<string, object> Person { get; } = new() { ["sub"] = "248289761001", ["email"] = "antti@satama.example", ["email_verified"] = true };

    /// <summary>What is changed of the token before it is signed.</summary>
    public Action<SecurityTokenDescriptor>? Twist { get; set; }

    /// <summary>What becomes of the token once it is signed.</summary>
    public Func<string, string>? Forge { get; set; }

    /// <summary>What it calls itself; its own address when nothing else is said.</summary>
    public string? Name { get; set; }

    public static async Task<FakeOtherHouse> Open(TestClock clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var house = new FakeOtherHouse(app, clock);
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(house.Describe()));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { house.PublicKey() } }));
        app.MapPost("/token", (HttpContext context, CancellationToken _) => house.Redeem(context));
        await app.StartAsync();
        return house;
    }

    /// <summary>Somebody has signed in over there, and is sent back with a code.</summary>
    public string Grants(Uri asked)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        (query["response_type"].ToString(), query["client_id"].ToString(), query["code_challenge_method"].ToString()).ShouldBe(("code", ClientId, "S256"));
        query["redirect_uri"].ToString().ShouldBe("https://satama.example/sign-in/other/back");
        var code = Guid.NewGuid().ToString("N");
        granted[code] = (query["nonce"]!, query["code_challenge"]!);
        return code;
    }

    private Dictionary<string, object> Describe() => new()
    {
        ["issuer"] = Name ?? Address,
        ["authorization_endpoint"] = Address + "/authorize",
        ["token_endpoint"] = Address + "/token",
        ["jwks_uri"] = Address + "/keys",
        ["code_challenge_methods_supported"] = new[] { "S256" },
        ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
    };

    private object PublicKey()
    {
        var open = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", kid = key.KeyId, alg = "RS256", n = Base64Url.EncodeToString(open.Modulus), e = Base64Url.EncodeToString(open.Exponent) };
    }

    private async Task<IResult> Redeem(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(ClientId)}:{Uri.EscapeDataString(Secret)}"));
        if (context.Request.Headers.Authorization != basic)
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        if (!granted.TryRemove(form["code"].ToString(), out var grant) || grant.Challenge != Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new { access_token = "a", token_type = "Bearer", id_token = Token(grant.Nonce) });
    }

    private string Token(string nonce)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wish = new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Person) { ["nonce"] = nonce },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        };
        Twist?.Invoke(wish);
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(wish);
        return Forge?.Invoke(token) ?? token;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
