namespace Lupaus.Mail.Connecting;

/// <summary>How what is said to a mail server is kept from others.</summary>
public enum Protection
{
    /// <summary>TLS from the first byte (RFC 8314, 3): ports 465 and 993.</summary>
    Tls,

    /// <summary>A plain beginning, then TLS by STARTTLS (RFC 3207; RFC 3501, 6.2.1): ports 587 and 143. A server that doesn't offer it is left.</summary>
    StartTls,

    /// <summary>Not at all. Nobody signs in this way, but on this very machine where that is expressly allowed.</summary>
    None,
}
