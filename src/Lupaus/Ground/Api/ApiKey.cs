using System.Security.Cryptography;
using System.Text;

namespace Lupaus.Ground.Api;

public readonly record struct ApiKeyId(long Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(long value) => new(value);
}

/// <summary>A program's way in. The secret is shown once; we keep only its SHA-256.</summary>
public sealed class ApiKey
{
    private const string Prefix = "lupaus_";

    private ApiKey() { }

    public ApiKeyId Id { get; private init; }

    public string Name { get; private init; } = "";

    public string SecretHash { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static (ApiKey Key, string Secret) Make(string name, DateTimeOffset now)
    {
        WhyNotCall(name).StopIfAny();
        var secret = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (new ApiKey { Id = new(Ids.Next(now)), Name = name.OneLine(), SecretHash = HashOf(secret), MadeAt = now }, secret);
    }

    public static Refusal? WhyNotCall(string name) =>
        name.OneLine().Length is 0 or > Limits.Name ? Refusal.Because("key.name").With("limit", Limits.Name) : null;

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}
