namespace Lupaus.Mail.Connecting;

/// <summary>Where access tokens are to be had, and where they count.</summary>
/// <param name="TokenAddress">The token endpoint (RFC 6749, 3.2).</param>
/// <param name="Scope">What is asked for; null to leave it as it was granted.</param>
/// <param name="ConsentPage">Where somebody says that we may (RFC 6749, 3.1), with what the house wants to be told besides.</param>
/// <param name="ConsentScope">What they are asked to allow.</param>
/// <param name="Sending">Where mail is sent through.</param>
/// <param name="Reading">Where mail is read.</param>
public sealed record TokenHouse(Uri TokenAddress, string? Scope, Uri ConsentPage, string ConsentScope, MailHost Sending, MailHost Reading)
{
    private const string MicrosoftScope = "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access";

    /// <summary>Google: Gmail and Workspace.</summary>
    public static TokenHouse Google { get; } = new(
        new Uri("https://oauth2.googleapis.com/token"),
        null,
        // Without these two no refresh token is given.
        new Uri("https://accounts.google.com/o/oauth2/v2/auth?access_type=offline&prompt=consent"),
        "https://mail.google.com/",
        new MailHost("smtp.gmail.com", 465, Protection.Tls),
        new MailHost("imap.gmail.com", 993, Protection.Tls));

    /// <summary>Microsoft: Exchange Online and Outlook.</summary>
    /// <param name="tenant">The company's id or domain, or "common".</param>
    public static TokenHouse Microsoft(string tenant = "common") => new(
        new Uri($"https://login.microsoftonline.com/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token"),
        MicrosoftScope,
        new Uri($"https://login.microsoftonline.com/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/authorize?prompt=select_account"),
        MicrosoftScope,
        new MailHost("smtp.office365.com", 587, Protection.StartTls),
        new MailHost("outlook.office365.com", 993, Protection.Tls));

    /// <summary>Where to send whoever is to allow it (RFC 6749, 4.1.1; RFC 7636, 4.3).</summary>
    /// <param name="clientId">Who we are to the house.</param>
    /// <param name="comeBackTo">Where it sends them afterwards.</param>
    /// <param name="state">What it gives back, so that we know our own question again.</param>
    /// <param name="challenge">The SHA-256 of a secret of ours, in base64url.</param>
    /// <param name="loginHint">The address of the account that is meant.</param>
    public Uri ConsentFor(string clientId, Uri comeBackTo, string state, string challenge, string loginHint)
    {
        (string, string)[] asked =
        [
            ("response_type", "code"), ("client_id", clientId), ("redirect_uri", comeBackTo.ToString()), ("scope", ConsentScope), ("state", state),
            ("code_challenge", challenge), ("code_challenge_method", "S256"), ("login_hint", loginHint),
        ];
        return new Uri($"{ConsentPage}&{string.Join('&', asked.Select(a => $"{a.Item1}={Uri.EscapeDataString(a.Item2)}"))}");
    }
}
