namespace Lupaus.Mail.Trust;

/// <summary>What one method found (RFC 8601, 2.2 and 2.7).</summary>
/// <param name="Method">"spf", "dkim", "dmarc" or another registered one, in lower case.</param>
/// <param name="Result">"pass", "fail", "softfail", "neutral", "none", "policy", "temperror", "permerror", in lower case.</param>
/// <param name="Domain">The domain it is about (smtp.mailfrom, header.d or header.from); null when it isn't said.</param>
public sealed record AuthenticationVerdict(string Method, string Result, string? Domain)
{
    /// <summary>Whether the method vouches for the domain.</summary>
    public bool Passed => Result == "pass";
}
