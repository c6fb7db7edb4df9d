using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Reading;

/// <summary>Whatever came with the message and is not its text. Its bytes are decoded when they are asked for.</summary>
public sealed class Attachment
{
    private static readonly byte[] TnefSignature = [0x78, 0x9F, 0x3E, 0x22];
    private readonly ReadOnlyMemory<byte> _body;
    private readonly TransferEncoding _encoding;
    private readonly ReadingLimits _limits;
    private readonly int _depth;

    internal Attachment(MimePart part, ReadingLimits limits, int depth, RepairLog log)
    {
        (FileName, ContentType, ContentId) = (part.FileName, part.Type.Value, part.ContentId);
        SaysInline = part.Disposition?.Value == "inline";
        (_body, _encoding, _limits, _depth) = (part.Body, part.Encoding, limits, depth);
        Size = TransferCoding.Measure(_encoding, _body.Span, out var broken);
        if (broken)
            log.Add(WordFor(_encoding));
    }

    internal Attachment(string fileName, byte[] content, ReadingLimits limits)
    {
        (FileName, ContentType, _body, Size, _limits) = (fileName, "application/octet-stream", content, content.Length, limits);
    }

    /// <summary>As the sender wrote it, decoded (RFC 2183, 2.3 and RFC 2231); not safe as a path. Null when there is none.</summary>
    public string? FileName { get; }

    /// <summary>As the sender says, in lower case and without parameters: "image/png".</summary>
    public string ContentType { get; }

    /// <summary>Without angle brackets (RFC 2392). Null when there is none.</summary>
    public string? ContentId { get; }

    /// <summary>How many bytes <see cref="Content"/> has.</summary>
    public int Size { get; }

    /// <summary>Whether it is to be shown within the text: the HTML refers to it, or its disposition says so (RFC 2183, 2.1).</summary>
    public bool Inline => IsReferenced || SaysInline;

    /// <summary>Whether the HTML refers to it by "cid:" (RFC 2392): only then may it be left out of a list of files.</summary>
    public bool IsReferenced { get; internal set; }

    /// <summary>Whether it is Outlook's winmail.dat, a package with the real attachments in it (MS-OXTNEF).</summary>
    public bool IsTnef =>
        ContentType is "application/ms-tnef" or "application/vnd.ms-tnef" || string.Equals(FileName, "winmail.dat", StringComparison.OrdinalIgnoreCase)
        || (ContentType == "application/octet-stream" && _encoding == TransferEncoding.None && _body.Span.StartsWith(TnefSignature));

    internal bool SaysInline { get; }

    /// <summary>The bytes, decoded anew at each call; a slice of the message where nothing had to be decoded.</summary>
    public ReadOnlyMemory<byte> Content() => TransferCoding.Decode(_encoding, _body);

    /// <summary>The message that this is (message/rfc822, RFC 2046, 5.2.1); null when it is none, or lies deeper than the limit.</summary>
    public MailMessage? Message() =>
        ContentType is "message/rfc822" or "message/global" && _depth < _limits.Depth ? MailReader.Read(Content(), _limits, _depth + 1) : null;

    private static string WordFor(TransferEncoding encoding) =>
        encoding == TransferEncoding.Base64 ? Repair.Base64Broken :
        encoding == TransferEncoding.Uuencode ? Repair.UuencodeBroken :
        Repair.QuotedPrintableBroken;
}
