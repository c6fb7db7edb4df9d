namespace Lupaus.Mail.Connecting;

/// <summary>What is wrong, in words for whoever keeps the mailboxes. Each of the constants says by its words when it is used.</summary>
/// <param name="Key">Stable; the words in other languages are found by it.</param>
/// <param name="Words">In English, for a person.</param>
/// <param name="Said">What the server itself said, cleaned of control characters; null when it said nothing.</param>
public sealed record Trouble(string Key, string Words, string? Said = null)
{
    public static readonly Trouble NameUnknown = new("net.name-unknown", "No server of this name is known. Look for a typing error in its name.");
    public static readonly Trouble ConnectionRefused = new("net.refused", "Nothing answers at this port. Look whether the port is right.");
    public static readonly Trouble Unreachable = new("net.unreachable", "The server can't be reached over the net.");
    public static readonly Trouble TimedOut = new("net.timed-out", "The server didn't answer in time.");
    public static readonly Trouble Closed = new("net.closed", "The connection was cut.");
    public static readonly Trouble Stopped = new("net.stopped", "It was stopped from our side.");
    public static readonly Trouble Leaving = new("net.leaving", "The server is closing just now.");

    public static readonly Trouble CertificateExpired = new("tls.expired", "The server's certificate has expired.");
    public static readonly Trouble CertificateNotYetValid = new("tls.not-yet-valid", "The server's certificate isn't valid yet. Look whether this machine's clock is right.");
    public static readonly Trouble CertificateForAnother = new("tls.wrong-name", "The server's certificate is for another name. Use the name that stands in the certificate.");
    public static readonly Trouble CertificateIssuerUnknown = new("tls.unknown-issuer", "The server's certificate was issued by somebody this machine doesn't trust.");
    public static readonly Trouble CertificateRevoked = new("tls.revoked", "The server's certificate has been revoked.");
    public static readonly Trouble CertificateMissing = new("tls.no-certificate", "The server showed no certificate.");
    public static readonly Trouble CertificateBroken = new("tls.broken", "The server's certificate can't be relied on.");
    public static readonly Trouble TlsNotSpoken = new("tls.not-spoken", "No protected connection could be agreed on. Perhaps this port wants STARTTLS, or the server is very old.");
    public static readonly Trouble TlsNotOffered = new("tls.not-offered", "The server doesn't offer STARTTLS at this port, so nothing was said to it.");
    public static readonly Trouble TlsInjected = new("tls.injected", "Something was slipped in before the connection was protected, so it was left at once.");
    public static readonly Trouble Unprotected = new("tls.unprotected", "Without a protected connection nobody signs in.");

    public static readonly Trouble WrongLogin = new("login.wrong", "The server doesn't accept the name and password.");
    public static readonly Trouble TokenRefused = new("login.token", "The server doesn't accept the access any more. Connect the account again.");
    public static readonly Trouble LoginNotOffered = new("login.not-offered", "The server offers no way of signing in that can be used here.");
    public static readonly Trouble LoginWanted = new("login.wanted", "The server wants somebody to sign in first.");

    public static readonly Trouble Odd = new("server.odd", "The server answers in a way that can't be understood.");
    public static readonly Trouble LineTooLong = new("server.line-too-long", "The server's answer is longer than anything sensible.");
    public static readonly Trouble ServerRefused = new("server.refused", "The server said no.");

    public static readonly Trouble TooBig = new("mail.too-big", "The message is bigger than the server takes.");
    public static readonly Trouble LongLines = new("mail.long-lines", "The message has lines longer than mail allows.");
    public static readonly Trouble EightBit = new("mail.8bit", "The message has letters as they are, and the server takes only ASCII.");
    public static readonly Trouble InternationalMail = new("mail.utf8", "An address or header has letters beyond ASCII, and the server doesn't take those.");
    public static readonly Trouble BadAddress = new("mail.bad-address", "The address can't be written to.");

    internal Trouble With(string? said) => string.IsNullOrWhiteSpace(said) ? this : this with { Said = said };

    /// <summary>Whether it is the same trouble, whatever the server said about it.</summary>
    public bool Is(Trouble other) => Key == other.Key;
}
