using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Quoting;

/// <summary>Finds who wrote a message that somebody of ours forwarded: as an attachment, or beneath a forward header in Finnish, Swedish or English.</summary>
public static class ForwardedSender
{
    private const int FarthestLine = 400;

    private static readonly string[] Subjects = ["fwd:", "fw:", "vl:", "vs. vl:", "vb:", "välitetty:", "edelleenlähetetty:", "tr:", "wg:"];
    private static readonly string[] Introductions = ["begin forwarded message", "välitetty viesti", "alkaa välitetty viesti", "edelleenlähetetty viesti", "vidarebefordrat meddelande", "vidarebefordrat brev", "forwarded message", "påbörja vidarebefordrat"];

    /// <summary>The sender of the first message forwarded with this one; null when it forwards none.</summary>
    public static NamedAddress? In(MailMessage message) => Read(message)?.From;

    /// <summary>The first message forwarded with this one, attached or in its text; null when it forwards none.</summary>
    public static ForwardedMessage? Read(MailMessage message) => Attached(message) ?? Inline(message);

    private static ForwardedMessage? Attached(MailMessage message) =>
        message.Bounce is null && message.Attachments.FirstOrDefault(a => a.ContentType is "message/rfc822" or "message/global")?.Message() is { From: [var from, ..] } whole
            ? new ForwardedMessage(from, message.Text.Trim(), whole.Text, whole) : null;

    // A reply too has such headers beneath it: only a subject or a line that says "forwarded" makes it a forward.
    private static ForwardedMessage? Inline(MailMessage message)
    {
        var lines = message.Text.Split('\n', FarthestLine + 1);
        var says = Array.Exists(Subjects, s => message.Subject.StartsWith(s, StringComparison.OrdinalIgnoreCase));
        var begins = -1;
        for (var i = 0; i < Math.Min(lines.Length, FarthestLine); i++)
        {
            if (SaysForwarded(lines[i]))
                (says, begins) = (true, i);
            if (says && MessageHeaders.TryRead(lines, i, out var length, out var from))
                return Address(from) is { } who ? new ForwardedMessage(who, Above(lines, begins < 0 ? i : begins), Below(lines, i, length), null) : null;
        }
        return null;
    }

    private static string Above(string[] lines, int end)
    {
        while (end > 0 && lines[end - 1].AsSpan().Trim("-_= \t>").IsEmpty)
            end--;
        return string.Join('\n', lines, 0, end).Trim();
    }

    // Apple Mail and Thunderbird put ">" before each line of what they forward.
    private static string Below(string[] lines, int at, int length)
    {
        var text = string.Join('\n', lines, at + length, lines.Length - at - length);
        return (lines[at].StartsWith('>') ? string.Join('\n', text.Split('\n').Select(Unquoted)) : text).Trim('\n');
    }

    private static string Unquoted(string line) => line.StartsWith("> ", StringComparison.Ordinal) ? line[2..] : line.StartsWith('>') ? line[1..] : line;

    private static bool SaysForwarded(string line)
    {
        var words = line.AsSpan().Trim("-_= \t>:*");
        foreach (var introduction in Introductions)
        {
            if (words.StartsWith(introduction, StringComparison.OrdinalIgnoreCase) && words.Length < introduction.Length + 20)
                return true;
        }
        return false;
    }

    // "Maija <maija@example.fi>", "Maija [mailto:maija@example.fi]", "Maija <maija@example.fi<mailto:maija@example.fi>>"
    private static NamedAddress? Address(string from)
    {
        var text = from.Replace("[mailto:", "<", StringComparison.OrdinalIgnoreCase).Replace(']', '>');
        var twice = text.IndexOf("<mailto:", StringComparison.OrdinalIgnoreCase);
        if (twice > 0 && text[..twice].Contains('@'))
            text = text[..twice] + (text[..twice].Contains('<') ? ">" : "");
        return AddressReader.Read(text, 1, new RepairLog()) is [var found] && found.Address.Contains('@') ? found : null;
    }
}
