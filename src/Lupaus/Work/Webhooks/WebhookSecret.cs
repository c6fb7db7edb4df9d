using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lupaus.Work.Webhooks;

/// <summary>
/// What a receiver knows us by (Standard Webhooks 1.0, symmetric): 32 random bytes, written "whsec_" and Base64. It
/// signs the id, the time and the body together, so that none of them can be changed or sent again later.
/// </summary>
public sealed record WebhookSecret(string Value)
{
    private const string Prefix = "whsec_";

    public static WebhookSecret New() => new(Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    /// <summary>"v1," and the HMAC-SHA256 in Base64.</summary>
    public string Sign(string id, DateTimeOffset at, string body)
    {
        var signed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}"));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Value[Prefix.Length..]), signed));
    }

    // It must not slip into a log.
    public override string ToString() => Prefix + "…";
}
