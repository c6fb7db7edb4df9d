using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Writing;

/// <summary>
/// Writes messages that other software reads without complaint (RFC 5322, 2045 to 2047, 2231). The bytes are ASCII, except where
/// the local part of an address isn't (RFC 6532). Lines are at most 78 characters where they can be folded, never over 998.
/// </summary>
public static class MailWriter
{
    /// <summary>How many references are kept beside the first one: long threads would outgrow what servers take in a header.</summary>
    public const int LastReferences = 20;

    private static readonly HashSet<string> Written = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Bcc", "Reply-To", "Sender", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Thread-Index", "Thread-Topic", "Auto-Submitted", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID", "Received", "Return-Path",
    };

    /// <summary>The message in bytes, lines ended by CR LF.</summary>
    /// <exception cref="ArgumentException">An address, an id or a header's name can't be one.</exception>
    public static byte[] Write(OutgoingMail mail)
    {
        var lines = new MailLines();
        WriteHeader(mail, lines);
        new BodyWriter(lines, Seed(mail)).Write(mail);
        return lines.ToArray();
    }

    /// <summary>Whether the message can only be handed to a server that knows SMTPUTF8 (RFC 6531): an address before whose @ there is more than ASCII.</summary>
    public static bool NeedsSmtpUtf8(OutgoingMail mail) =>
        mail.To.Concat(mail.Cc).Concat(mail.ReplyTo).Append(mail.From).Concat(mail.Sender is { } sender ? [sender] : []).Any(a => !Ascii.IsValid(AddressText.Of(a.Address)));

    private static void WriteHeader(OutgoingMail mail, MailLines lines)
    {
        lines.Field("Date", mail.Date.ToString("ddd, d MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Offset(mail.Date.Offset));
        lines.Field("From", AddressText.List([mail.From]));
        if (mail.Sender is { } sender)
            lines.Field("Sender", AddressText.List([sender]));
        WriteAddresses("Reply-To", mail.ReplyTo, lines);
        WriteAddresses("To", mail.To, lines);
        WriteAddresses("Cc", mail.Cc, lines);
        lines.Field("Subject", HeaderText.Unstructured(mail.Subject));
        lines.Field("Message-ID", IdText.Required(mail.MessageId));
        WriteThread(mail, lines);
        if (mail.AutoSubmitted is { } automatic)
            lines.Field("Auto-Submitted", HeaderText.Unstructured(automatic));
        foreach (var (name, text) in mail.Headers)
            lines.Field(CheckedName(name), HeaderText.Unstructured(text));
        lines.Field("MIME-Version", ["1.0"]);
    }

    private static void WriteAddresses(string name, IReadOnlyList<NamedAddress> addresses, MailLines lines)
    {
        if (addresses.Count > 0)
            lines.Field(name, AddressText.List(addresses));
    }

    // Ids of other people's messages may be broken: those that can't be written are left out.
    private static void WriteThread(OutgoingMail mail, MailLines lines)
    {
        if (mail.InReplyTo is { } answered && IdText.IsId(answered))
            lines.Field("In-Reply-To", IdText.Required(answered));
        List<string> ids = [.. mail.References.Where(IdText.IsId).Distinct().Select(id => $"<{id}>")];
        if (ids.Count > LastReferences + 1)
            ids.RemoveRange(1, ids.Count - LastReferences - 1);
        if (ids.Count > 0)
            lines.Field("References", ids);
        if (mail.ThreadIndex is { } index)
            lines.Field("Thread-Index", [index.ToString()]);
        if (mail.ThreadTopic is { Length: > 0 } topic)
            lines.Field("Thread-Topic", HeaderText.Unstructured(topic));
    }

    private static string CheckedName(string name)
    {
        if (name.Length is 0 or > 70 || Written.Contains(name) || name.AsSpan().ContainsAnyExceptInRange('!', '~') || name.Contains(':'))
            throw new ArgumentException($"\"{name}\" can't be the name of a further header field.", nameof(name));
        return name;
    }

    private static string Offset(TimeSpan offset) =>
        string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{Math.Abs(offset.Hours):00}{Math.Abs(offset.Minutes):00}");

    // Boundaries follow from the id, so that the same message is the same bytes whenever it is written.
    private static string Seed(OutgoingMail mail) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mail.MessageId)))[..24];
}
