using Lupaus.Mail.Coding;
using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Reading;

/// <summary>One part of a message, as it lies in the bytes (RFC 2045 and 2046).</summary>
internal sealed class MimePart
{
    private static readonly Parameters PlainText = Parameters.Read("text/plain", new RepairLog());
    private static readonly Parameters WholeMessage = Parameters.Read("message/rfc822", new RepairLog());

    public MimePart(HeaderFields headers, bool inDigest, RepairLog log)
    {
        Headers = headers;
        Type = TypeOf(headers.First("Content-Type"), inDigest ? WholeMessage : PlainText, log);
        Disposition = headers.First("Content-Disposition") is { } disposition ? Parameters.Read(disposition.TextWith(log), log) : null;
        if (headers.First("Content-Transfer-Encoding") is { } encoding)
        {
            Encoding = TransferCoding.Named(encoding.TextWith(log), out var known);
            if (!known)
                log.Add(Repair.EncodingUnknown);
        }
    }

    public HeaderFields Headers { get; }

    public Parameters Type { get; private set; }

    public Parameters? Disposition { get; }

    public TransferEncoding Encoding { get; }

    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>Null for a leaf.</summary>
    public List<MimePart>? Children { get; set; }

    public bool IsMultipart => Type.Value.StartsWith("multipart/", StringComparison.Ordinal);

    public bool IsText => Type.Value is "text/plain" or "text/html";

    public bool IsAttachment => Disposition?.Value == "attachment";

    public string? ContentId => MessageIds.ReadOne(Headers.First("Content-ID")?.Text);

    public string? FileName => Named(Disposition?["filename"]) ?? Named(Type["name"]) ?? Named(Disposition?["name"]);

    public void BecomeText() => Type = PlainText;

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Trim();

    private static Parameters TypeOf(HeaderField? field, Parameters otherwise, RepairLog log)
    {
        if (field is null)
            return otherwise;
        var read = Parameters.Read(field.TextWith(log), log);
        if (IsType(read.Value))
            return read;
        log.Add(Repair.ContentTypeBroken);
        return read.Value == "text" ? Parameters.Read(string.Concat("text/plain", field.Text.AsSpan().Trim()[4..]), log) : otherwise;
    }

    private static bool IsType(string value)
    {
        var slash = value.IndexOf('/');
        return slash > 0 && slash < value.Length - 1 && value.LastIndexOf('/') == slash && !value.AsSpan().ContainsAny(" \t,;\"<>@[]\\()");
    }
}
