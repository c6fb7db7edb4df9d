using System.Text;

namespace Lupaus.Mail.Connecting;

/// <summary>As whom one signs in, and with what. It never shows its secret.</summary>
public sealed class Login
{
    private readonly string _secret;

    private Login(string name, string secret, bool isToken)
    {
        Check(name, nameof(name));
        Check(secret, nameof(secret));
        (Name, _secret, IsToken) = (name, secret, isToken);
    }

    /// <summary>The name of the account, often its address.</summary>
    public string Name { get; }

    /// <summary>Whether the secret is an access token (XOAUTH2) and no password.</summary>
    public bool IsToken { get; }

    /// <summary>With a password: PLAIN (RFC 4616) or LOGIN.</summary>
    /// <exception cref="ArgumentException">A name or password with a line end or NUL in it.</exception>
    public static Login WithPassword(string name, string password) => new(name, password, isToken: false);

    /// <summary>With an access token: XOAUTH2, as Google and Microsoft describe it.</summary>
    /// <exception cref="ArgumentException">A name or token with a control character in it.</exception>
    public static Login WithToken(string name, string accessToken) => new(name, accessToken, isToken: true);

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;

    internal string Secret => _secret;

    /// <summary>What PLAIN says: no other identity, the name, the password (RFC 4616, 2).</summary>
    internal string Plain => Base64($"\0{Name}\0{_secret}");

    /// <summary>What XOAUTH2 says; the parts end in control-A.</summary>
    internal string XOAuth2 => Base64($"user={Name}\u0001auth=Bearer {_secret}\u0001\u0001");

    internal static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static void Check(string text, string name)
    {
        if (text.AsSpan().IndexOfAny("\0\r\n\u0001") >= 0)
            throw new ArgumentException("A line end or another control character stands where none may.", name);
    }
}
