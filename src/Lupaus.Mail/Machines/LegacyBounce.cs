using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Machines;

/// <summary>Bounces in words: qmail's, Exim's, old Exchange's and Sendmail's, and those of big providers.</summary>
internal static class LegacyBounce
{
    private const int FarthestLook = 20_000;

    private static readonly string[] Subjects =
    [
        "undelivered mail", "undeliverable", "undelivered message", "mail delivery failed", "mail delivery failure", "delivery failure", "delivery status notification", "failure notice", "returned mail", "returned to sender",
        "mail delivery system", "message delivery failure", "delivery has failed", "could not be delivered", "warning: could not send message", "warning: message", "mail delivery problem",
        "viestiä ei voitu toimittaa", "viestin toimitus epäonnistui", "toimittamaton", "ei voitu toimittaa", "olevererbart", "kunde inte levereras", "olevererat", "går inte att leverera", "leveransfel",
    ];

    private static readonly string[] StillTrying = ["will be retried", "will retry", "still trying", "delivery delayed", "has been delayed", "delayed mail", "do not need to resend", "message will be retried", "warning message only", "viivästynyt", "fördröjd"];

    /// <summary>Whether it comes from a mail server and its subject or a header says that something failed.</summary>
    public static bool Looks(MailMessage message)
    {
        if (message.Headers.Has("X-Failed-Recipients"))
            return true;
        return IsFromServer(message) && Array.Exists(Subjects, s => message.Subject.Contains(s, StringComparison.OrdinalIgnoreCase));
    }

    public static Bounce Read(MailMessage message, string? originalId)
    {
        var text = message.Text[..Math.Min(message.Text.Length, FarthestLook)];
        var own = text[..EndOfReport(text)];
        var status = StatusCode.In(own) ?? StatusCode.Reply(own);
        var gaveUp = !Array.Exists(StillTrying, words => own.Contains(words, StringComparison.OrdinalIgnoreCase) || message.Subject.Contains(words, StringComparison.OrdinalIgnoreCase));
        return new Bounce(Recipient(message, own), status, gaveUp && status is null or ['5', ..], gaveUp, originalId);
    }

    private static bool IsFromServer(MailMessage message) =>
        message.ReturnPath is "" || message.From.Any(from =>
            from.Address.StartsWith("mailer-daemon", StringComparison.OrdinalIgnoreCase) || from.Address.StartsWith("postmaster", StringComparison.OrdinalIgnoreCase)
            || from.Name.Contains("mail delivery", StringComparison.OrdinalIgnoreCase));

    // Below these lines stands the message that came back, with addresses of its own.
    private static int EndOfReport(string text)
    {
        foreach (var mark in (string[])["--- Below this line is a copy", "------ This is a copy of", "----- Original message", "--- The header of the original", "Original message headers:", "------ The body of the message", "----- Unsent message"])
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
                return at;
        }
        return text.Length;
    }

    private static string? Recipient(MailMessage message, string report)
    {
        if (message.Headers.First("X-Failed-Recipients") is { } failed && AddressReader.Read(failed.Text, 1, new RepairLog()) is [{ Address.Length: > 0 } named])
            return named.Address;
        string? first = null;
        foreach (var line in report.EnumerateLines())
        {
            if (AddressIn(line) is not { } address || IsOurs(address, message))
                continue;
            // A line that is only the address, or begins with it, names the recipient.
            var start = line.TrimStart(" \t<*'\"");
            if (start.StartsWith(address, StringComparison.OrdinalIgnoreCase))
                return address;
            first ??= address;
        }
        return first;
    }

    private static bool IsOurs(string address, MailMessage message) =>
        message.From.Concat(message.To).Any(known => known.Address.Equals(address, StringComparison.OrdinalIgnoreCase));

    private static string? AddressIn(ReadOnlySpan<char> line)
    {
        var at = line.IndexOf('@');
        if (at <= 0)
            return null;
        int start = at, end = at + 1;
        while (start > 0 && at - start < 64 && (char.IsLetterOrDigit(line[start - 1]) || ".!#$%&'*+-/=?^_{|}~".Contains(line[start - 1])))
            start--;
        while (end < line.Length && end - at < 255 && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '-'))
            end++;
        var domain = line[(at + 1)..end].TrimEnd(".-");
        return start < at && domain.Contains('.') ? string.Concat(line[start..at].TrimStart("'"), "@", domain) : null;
    }
}
