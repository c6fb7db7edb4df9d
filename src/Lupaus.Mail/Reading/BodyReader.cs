using System.Buffers;
using Lupaus.Mail.Coding;
using Lupaus.Mail.Rendering;

namespace Lupaus.Mail.Reading;

/// <summary>
/// Puts a message's text together. Texts are decoded into pooled memory and become strings once, at the end; neither becomes much
/// longer than the message was.
/// </summary>
internal sealed class BodyReader(int messageLength, ReadingLimits limits, int depth, RepairLog log) : IDisposable
{
    private readonly CharBuffer _text = new(messageLength + 1024);
    private readonly CharBuffer _html = new(messageLength + messageLength / 2 + 4096);
    private readonly List<Attachment> _uuencoded = [];
    private readonly List<Attachment> _attachments = [];
    private MimePart? _whollyHtml;

    public string Text { get; private set; } = "";

    public string? Html { get; private set; }

    public IReadOnlyList<Attachment> Attachments => _attachments;

    public void Read(MimePart root)
    {
        var walk = new BodyWalk();
        var blocks = walk.Walk(root);
        if (blocks.Any(block => block.HasHtml))
            ReadHtml(blocks);
        foreach (var block in blocks)
            ReadText(block);
        Text = _text.ToString();
        foreach (var other in walk.Others)
            _attachments.Add(new Attachment(other, limits, depth, log));
        _attachments.AddRange(_uuencoded);
        CidReferences.Mark(_attachments, Html);
        if (_text.WasCut || _html.WasCut)
            log.Add(Repair.TextTooLong);
    }

    public void Dispose()
    {
        _text.Dispose();
        _html.Dispose();
    }

    private void ReadHtml(List<TextBlock> blocks)
    {
        MimePart[] parts = [.. blocks.SelectMany(block => block.Rich)];
        _whollyHtml = parts.Length == 1 ? parts[0] : null;
        foreach (var part in parts)
        {
            if (part.Type.Value == "text/html")
                Decode(part, _html);
            else
                AppendEscaped(part);
        }
        Html = _html.ToString();
    }

    private void AppendEscaped(MimePart part)
    {
        using var plain = new CharBuffer(messageLength + 1024);
        DecodePlain(part, plain, false);
        _html.Append("<pre style=\"white-space:pre-wrap;font:inherit\">");
        var rest = plain.Written;
        while (rest.IndexOfAny('<', '>', '&') is >= 0 and var at)
        {
            _html.Append(rest[..at]);
            _html.Append(rest[at] switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            rest = rest[(at + 1)..];
        }
        _html.Append(rest);
        _html.Append("</pre>");
    }

    private void ReadText(TextBlock block)
    {
        var start = StartOfNext();
        foreach (var part in block.Plain)
            AppendBeneath(part);
        // A plain part that says nothing beside an HTML part that does.
        if (!block.HasHtml || _text.Written[start..].ContainsAnyExcept(" \n\t\u00A0"))
            return;
        _text.CutTo(start);
        foreach (var part in block.Rich)
            AppendBeneath(part);
    }

    private void AppendBeneath(MimePart part)
    {
        StartOfNext();
        AppendText(part);
    }

    private void AppendText(MimePart part)
    {
        if (part == _whollyHtml)
            HtmlText.Render(_html.Written, _text);
        else if (part.Type.Value == "text/html")
        {
            using var html = new CharBuffer(messageLength + 1024);
            Decode(part, html);
            HtmlText.Render(html.Written, _text);
        }
        else
            DecodePlain(part, _text, true);
    }

    // Blocks are kept apart by a line end of their own.
    private int StartOfNext()
    {
        if (_text.Length > 0 && _text.Written[^1] != '\n')
            _text.Append('\n');
        return _text.Length;
    }

    private void DecodePlain(MimePart part, CharBuffer into, bool takesFiles)
    {
        var start = into.Length;
        Decode(part, into);
        if (takesFiles && _uuencoded.Count < limits.UuencodedFiles)
            UuencodedFiles.Take(into, start, _uuencoded, limits, log);
        if (string.Equals(part.Type["format"]?.Trim(), "flowed", StringComparison.OrdinalIgnoreCase))
            FlowedText.Unflow(into, start, string.Equals(part.Type["delsp"]?.Trim(), "yes", StringComparison.OrdinalIgnoreCase));
    }

    private void Decode(MimePart part, CharBuffer into)
    {
        var charset = part.Type["charset"];
        if (part.Encoding == TransferEncoding.None)
        {
            TextDecoder.Decode(part.Body.Span, charset, into, log);
            return;
        }
        var bytes = ArrayPool<byte>.Shared.Rent(part.Body.Length + 8);
        var length = TransferCoding.Decode(part.Encoding, part.Body.Span, bytes, out var broken);
        if (broken)
            log.Add(part.Encoding == TransferEncoding.Base64 ? Repair.Base64Broken : part.Encoding == TransferEncoding.Uuencode ? Repair.UuencodeBroken : Repair.QuotedPrintableBroken);
        TextDecoder.Decode(bytes.AsSpan(0, length), charset, into, log);
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
