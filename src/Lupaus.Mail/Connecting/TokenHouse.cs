namespace Lupaus.Mail.Connecting;

/// <summary>Where access tokens are to be had, and where they count.</summary>
/// <param name="TokenAddress">The token endpoint (RFC 6749, 3.2).</param>
/// <param name="Scope">What is asked for; null to leave it as it was granted.</param>
/// <param name="Sending">Where mail is sent through.</param>
/// <param name="Reading">Where mail is read.</param>
public sealed record TokenHouse(Uri TokenAddress, string? Scope, MailHost Sending, MailHost Reading)
{
    /// <summary>Google: Gmail and Workspace.</summary>
    public static TokenHouse Google { get; } = new(
        new Uri("https://oauth2.googleapis.com/token"),
        null,
        new MailHost("smtp.gmail.com", 465, Protection.Tls),
        new MailHost("imap.gmail.com", 993, Protection.Tls));

    /// <summary>Microsoft: Exchange Online and Outlook.</summary>
    /// <param name="tenant">The company's id or domain, or "common".</param>
    public static TokenHouse Microsoft(string tenant = "common") => new(
        new Uri($"https://login.microsoftonline.com/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token"),
        "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
        new MailHost("smtp.office365.com", 587, Protection.StartTls),
        new MailHost("outlook.office365.com", 993, Protection.Tls));
}
