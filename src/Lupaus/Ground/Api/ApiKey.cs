using System.Security.Cryptography;
using System.Text;
using Lupaus.Ground.Identity;

namespace Lupaus.Ground.Api;

public readonly record struct ApiKeyId(long Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(long value) => new(value);
}

/// <summary>What a key may do, each more than the one before: look; write as agents do; run the house as admins do.</summary>
public enum ApiScope { Read, Write, Admin }

public sealed record ApiKeyMade(ApiKeyId Key, ApiScope Scope) : AboutUs;

public sealed record ApiKeyRevoked(ApiKeyId Key) : AboutUs;

/// <summary>A program's way in. The secret is shown once; we keep only its SHA-256.</summary>
public sealed class ApiKey : Remembering
{
    private const string Prefix = "lupaus_";

    private ApiKey() { }

    public ApiKeyId Id { get; private init; }

    public string Name { get; private init; } = "";

    public string SecretHash { get; private init; } = "";

    public ApiScope Scope { get; private init; }

    /// <summary>The one agent it may act as; null when it may act as any of ours.</summary>
    public AgentId? OnlyAs { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>To within some minutes.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static (ApiKey Key, string Secret) Make(string name, ApiScope scope, AgentId? onlyAs, Actor by, DateTimeOffset now)
    {
        WhyNotCall(name).StopIfAny();
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var key = new ApiKey { Id = new(Ids.Next(now)), Name = name.OneLine(), SecretHash = HashOf(secret), Scope = scope, OnlyAs = onlyAs, MadeAt = now };
        key.Happened(new ApiKeyMade(key.Id, scope), by, now);
        return (key, secret);
    }

    public static Refusal? WhyNotCall(string name) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("key.name").With("limit", Limits.Name) : null;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Why a call that needs this scope isn't for this key.</summary>
    public Refusal? WhyNotCallFor(ApiScope scope) =>
        Scope >= scope ? null : Refusal.Because("api.scope").With("scope", scope.ToString().ToLowerInvariant()).With("has", Scope.ToString().ToLowerInvariant());

    public Refusal? WhyNotActAs(AgentId agent) => OnlyAs is null || OnlyAs == agent ? null : Refusal.Because("api.key.agent");

    public bool IsSeenAgain(DateTimeOffset now) => LastUsedAt is null || now - LastUsedAt >= Session.SeenEvery;

    public void Used(DateTimeOffset now) => LastUsedAt = now;

    public void Revoke(Actor by, DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        Happened(new ApiKeyRevoked(Id), by, now);
    }
}
