using System.Globalization;

namespace Lupaus.Mail.Imap;

/// <summary>Times as IMAP writes them: "17-Jul-2026 02:44:25 +0300" (RFC 3501, 9: date-time).</summary>
internal static class ImapDate
{
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text.Trim(), ["d-MMM-yyyy HH:mm:ss zzz", "dd-MMM-yyyy HH:mm:ss zzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        || (text.Trim() is [.. var head, var plus, var h1, var h2, var m1, var m2] && DateTimeOffset.TryParseExact($"{head}{plus}{h1}{h2}:{m1}{m2}", "d-MMM-yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out time))
            ? time
            : null;

    public static string Write(DateTimeOffset time) =>
        $"\"{time.ToString("dd-MMM-yyyy HH:mm:ss ", CultureInfo.InvariantCulture)}{time.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal)}\"";
}
