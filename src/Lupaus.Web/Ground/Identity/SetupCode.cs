using System.Security.Cryptography;
using System.Text;

namespace Lupaus.Web.Ground.Identity;

/// <summary>
/// The one-time code that opens a company: made anew each time the program starts and told only to whoever reads its
/// log, so that a fresh installation can't be taken over by the first passer-by.
/// </summary>
public sealed class SetupCode(Settings settings)
{
    /// <summary>Ten Crockford characters in two groups: easy to copy by hand, 50 bits.</summary>
    public string Value { get; } = RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 5) + "-" + RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 5);

    /// <summary>Where one opens the company, with the code in place.</summary>
    public Uri Address => new(settings.PublicAddress, $"/setup?code={Value}");

    public bool Is(string? given) =>
        CryptographicOperations.FixedTimeEquals(Hash(Value), Hash(given?.Trim().ToUpperInvariant() ?? ""));

    // Hashed first, so that not even the length shows in the time it takes.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
