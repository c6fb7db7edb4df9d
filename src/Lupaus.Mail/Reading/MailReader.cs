using Lupaus.Mail.Headers;
using Lupaus.Mail.Machines;

namespace Lupaus.Mail.Reading;

/// <summary>
/// Reads messages (RFC 5322, 2045 to 2049, 2047, 2231, 6532). It never throws on any bytes, walks them once, and takes memory in
/// proportion to them. Attachments are slices: the bytes must not change while the message is in use.
/// </summary>
public static class MailReader
{
    /// <summary>Reads a message from its bytes.</summary>
    public static MailMessage Read(ReadOnlyMemory<byte> message, ReadingLimits? limits = null) => Read(message, limits ?? ReadingLimits.Usual, 0);

    /// <summary>Reads a message from a stream; null when it has more than <paramref name="mostBytes"/> bytes.</summary>
    public static async Task<MailMessage?> Read(Stream stream, int mostBytes, ReadingLimits? limits = null, CancellationToken stop = default)
    {
        var bytes = new byte[Math.Min(mostBytes + 1L, 64 * 1024)];
        var length = 0;
        while (await stream.ReadAsync(bytes.AsMemory(length), stop) is > 0 and var more)
        {
            length += more;
            if (length > mostBytes)
                return null;
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(Math.Min(mostBytes + 1L, Array.MaxLength), bytes.Length * 2L));
        }
        return Read(bytes.AsMemory(0, length), limits);
    }

    internal static MailMessage Read(ReadOnlyMemory<byte> bytes, ReadingLimits limits, int depth)
    {
        var log = new RepairLog();
        var root = MimeReader.Read(bytes, limits, log, depth);
        var header = new MessageHeader(root.Headers, limits, log);
        using var body = new BodyReader(bytes.Length, limits, depth, log);
        body.Read(root);
        var message = new MailMessage
        {
            Headers = root.Headers,
            From = header.FirstAddresses("From"),
            To = header.Addresses("To"),
            Cc = header.Addresses("Cc"),
            ReplyTo = header.FirstAddresses("Reply-To"),
            Sender = header.FirstAddresses("Sender").FirstOrDefault(),
            ResentFrom = header.Addresses("Resent-From"),
            ResentTo = header.Addresses("Resent-To"),
            ReturnPath = header.ReturnPath(),
            Subject = header.Subject(),
            Date = header.Date(),
            MessageId = MessageIds.ReadOne(root.Headers.First("Message-ID")?.TextWith(log)),
            InReplyTo = header.Ids("In-Reply-To"),
            References = header.Ids("References"),
            Text = body.Text,
            Html = body.Html,
            Attachments = body.Attachments,
            Repairs = log.Words,
            ContentType = root.Type.Value,
            ReportType = root.Type["report-type"],
        };
        var bounce = BounceReader.Read(message, limits);
        return message with { Bounce = bounce, Automatic = MachineSigns.Read(message, bounce) };
    }
}
