using System.Security.Cryptography;
using System.Text;

namespace Lupaus.Ground.Identity;

public enum SignInLinkKind { Invitation, Recovery }

/// <summary>A one-time way in for an agent: an invitation to take up, or a forgotten password to replace.</summary>
public sealed class SignInLink
{
    public static readonly TimeSpan InvitationHolds = TimeSpan.FromDays(7);
    public static readonly TimeSpan RecoveryHolds = TimeSpan.FromHours(2);

    private SignInLink() { }

    public long Id { get; private init; }

    public AgentId AgentId { get; private init; }

    public SignInLinkKind Kind { get; private init; }

    /// <summary>SHA-256 of the secret in the link; the secret itself is nowhere but in the letter.</summary>
    public string SecretHash { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset HoldsUntil { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    public static (SignInLink Link, string Secret) For(AgentId agent, SignInLinkKind kind, DateTimeOffset now)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var holds = kind == SignInLinkKind.Invitation ? InvitationHolds : RecoveryHolds;
        return (new SignInLink { Id = Ids.Next(now), AgentId = agent, Kind = kind, SecretHash = HashOf(secret), MadeAt = now, HoldsUntil = now + holds }, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public Refusal? WhyNotUse(DateTimeOffset now) =>
        UsedAt is not null ? Refusal.Because("link.used") :
        now > HoldsUntil ? Refusal.Because("link.old") :
        null;

    public void Use(DateTimeOffset now)
    {
        WhyNotUse(now).StopIfAny();
        UsedAt = now;
    }

    /// <summary>A newer link takes its place.</summary>
    public void Retire(DateTimeOffset now) => HoldsUntil = now < HoldsUntil ? now : HoldsUntil;
}
