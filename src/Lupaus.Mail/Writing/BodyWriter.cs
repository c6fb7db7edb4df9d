namespace Lupaus.Mail.Writing;

/// <summary>Writes what comes beneath the header: alternatives within related pictures within attachments (RFC 2046, 5.1; RFC 2387).</summary>
internal sealed class BodyWriter(MailLines lines, string seed)
{
    private int _boundaries;

    public void Write(OutgoingMail mail)
    {
        if (mail.Attachments.Count == 0)
        {
            WriteText(mail);
            return;
        }
        var boundary = Open("multipart/mixed", null);
        Next(boundary);
        WriteText(mail);
        foreach (var file in mail.Attachments)
        {
            Next(boundary);
            WriteFile(file, false);
        }
        Close(boundary);
    }

    private void WriteText(OutgoingMail mail)
    {
        if (mail.Html is not { } html)
            WritePart("text/plain", mail.Text ?? "");
        else if (mail.Text is not { } text)
            WriteHtml(html, mail.Inline);
        else
        {
            var boundary = Open("multipart/alternative", null);
            Next(boundary);
            WritePart("text/plain", text);
            Next(boundary);
            WriteHtml(html, mail.Inline);
            Close(boundary);
        }
    }

    private void WriteHtml(string html, IReadOnlyList<OutgoingFile> inline)
    {
        if (inline.Count == 0)
        {
            WritePart("text/html", html);
            return;
        }
        var boundary = Open("multipart/related", "text/html");
        Next(boundary);
        WritePart("text/html", html);
        foreach (var file in inline)
        {
            Next(boundary);
            WriteFile(file, true);
        }
        Close(boundary);
    }

    private void WritePart(string type, string text)
    {
        var bytes = TextEncoding.Canonical(text);
        var encoding = TextEncoding.For(bytes);
        lines.Field("Content-Type", [$"{type};", "charset=utf-8"]);
        lines.Field("Content-Transfer-Encoding", [encoding]);
        lines.Line();
        lines.Append(TextEncoding.Encode(bytes, encoding));
        // The line end before a boundary belongs to the boundary; the text keeps its own.
        if (_boundaries > 0)
            lines.Line();
    }

    private void WriteFile(OutgoingFile file, bool isInline)
    {
        var type = MediaType.Checked(file.ContentType);
        // A message may not be encoded (RFC 2046, 5.2.1): one that would have to be goes as a plain file.
        var asIs = type == "message/rfc822" && TextEncoding.IsPlain(file.Content.Span, seed);
        if (type.StartsWith("message/", StringComparison.Ordinal) && !asIs)
            type = "application/octet-stream";
        lines.Field("Content-Type", [type]);
        lines.Field("Content-Transfer-Encoding", [asIs ? "7bit" : "base64"]);
        lines.Field("Content-Disposition", [isInline ? "inline;" : "attachment;", .. FileNameText.Parameters(file.FileName)]);
        if (file.ContentId is { } id)
            lines.Field("Content-ID", [IdText.Required(id)]);
        lines.Line();
        lines.Append(asIs ? file.Content.Span : TextEncoding.Base64(file.Content.Span));
        lines.Line();
    }

    private string Open(string type, string? root)
    {
        // "=_" comes neither in base64 nor in quoted-printable, and a text with it isn't sent as it is.
        var boundary = $"=_{seed}_{++_boundaries}";
        string[] parameters = root is null ? [$"boundary=\"{boundary}\""] : [$"type=\"{root}\";", $"boundary=\"{boundary}\""];
        lines.Field("Content-Type", [$"{type};", .. parameters]);
        lines.Line();
        return boundary;
    }

    private void Next(string boundary) => lines.Line($"--{boundary}");

    private void Close(string boundary) => lines.Line($"--{boundary}--");
}
