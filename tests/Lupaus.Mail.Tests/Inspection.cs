using System.Diagnostics;
using System.Text;
using Lupaus.Mail.Quoting;
using Lupaus.Mail.Reading;
using Lupaus.Mail.Trust;

namespace Lupaus.Mail.Tests;

/// <summary>Reads a message in every way there is, and says what is wrong with what came of it.</summary>
public static class Inspection
{
    /// <summary>What a message of many small parts takes beside its bytes: the objects that describe them.</summary>
    public const int Fixed = 768 * 1024;

    /// <summary>Null when all is well.</summary>
    public static string? WhyNot(byte[] bytes)
    {
        var message = MailReader.Read(bytes);
        return Texts(message).Select(WhyNotText).FirstOrDefault(why => why is not null) ?? WhyNotLines(message) ?? WhyNotAttachments(message) ?? WhyNotRest(message);
    }

    /// <summary>How many bytes reading takes: everything that is allocated, even if it is free again at once.</summary>
    public static long Allocated(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        MailReader.Read(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>The shortest of several readings.</summary>
    public static TimeSpan Time(byte[] bytes, int times = 3) => Enumerable.Range(0, times).Min(_ =>
    {
        var started = Stopwatch.GetTimestamp();
        MailReader.Read(bytes);
        return Stopwatch.GetElapsedTime(started);
    });

    private static IEnumerable<string?> Texts(MailMessage message) =>
        [message.Text, message.Html, message.Subject, message.MessageId, .. message.References, .. message.InReplyTo, .. message.Attachments.SelectMany(a => new[] { a.FileName, a.ContentId, a.ContentType }), .. message.From.Concat(message.To).Concat(message.Cc).Concat(message.ReplyTo).SelectMany(a => new[] { a.Name, a.Address }), message.Bounce?.Recipient, message.Bounce?.Status];

    private static string? WhyNotText(string? text)
    {
        if (text is null)
            return null;
        if (text.Contains('\0'))
            return "a NUL in a text";
        if (text.Contains('\r'))
            return "a carriage return in a text";
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && HasLoneSurrogate(text))
                return "half a character in a text";
        }
        return null;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }
        return false;
    }

    private static string? WhyNotLines(MailMessage message) =>
        Texts(message).Skip(2).Any(text => text?.Any(char.IsControl) == true) ? "a control character where one line is meant" : null;

    private static string? WhyNotAttachments(MailMessage message)
    {
        foreach (var attachment in message.Attachments)
        {
            if (attachment.Content().Length != attachment.Size)
                return "an attachment of another size than it says";
            _ = attachment.IsTnef;
            if (attachment.Message() is { } inner && inner.Attachments.Any(a => a.Content().Length != a.Size))
                return "an attachment within of another size than it says";
        }
        return null;
    }

    private static string? WhyNotRest(MailMessage message)
    {
        if (message.Headers.Any(h => h.ToString().Contains('\n') || h.Decoded.Contains('\n')))
            return "a line end in a header";
        if (MailJson.Write(message).Length == 0)
            return "no JSON";
        var quoted = QuotedText.Read(message.Text);
        if (quoted.Pieces.Sum(p => p.Lines) != message.Text.Count(c => c == '\n') + 1)
            return "lines that belong to no piece, or to two";
        _ = ForwardedSender.In(message);
        _ = ThanksOnly.Is(message.Text);
        _ = AuthenticationResults.Read(message.Headers, "mx.example.com");
        return null;
    }
}
