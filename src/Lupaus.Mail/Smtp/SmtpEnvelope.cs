namespace Lupaus.Mail.Smtp;

/// <summary>Whom a message is for and who hears if it can't be delivered; the message's own fields don't count (RFC 5321, 2.3.1).</summary>
/// <param name="From">Where failures are told; empty for nobody, as automatic answers have it (RFC 5321, 4.5.5).</param>
/// <param name="Recipients">The addresses, at least one.</param>
public sealed record SmtpEnvelope(string From, IReadOnlyList<string> Recipients);
