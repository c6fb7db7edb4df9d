using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lupaus.Mail.Reading;

/// <summary>
/// A message as one JSON document (RFC 8259): from, to, cc, replyTo, subject, date (ISO 8601 with the sender's offset), messageId,
/// inReplyTo (the first), references, text, html, attachments with their SHA-256 in hexadecimal, automatic, bounce, repairs.
/// What isn't there is null or an empty list.
/// </summary>
public static class MailJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document, in several lines.</summary>
    public static string Write(MailMessage message)
    {
        var into = new ArrayBufferWriter<byte>();
        Write(message, into);
        return System.Text.Encoding.UTF8.GetString(into.WrittenSpan);
    }

    /// <summary>The document in UTF-8.</summary>
    public static void Write(MailMessage message, IBufferWriter<byte> into)
    {
        using var json = new Utf8JsonWriter(into, Indented);
        json.WriteStartObject();
        WriteAddresses(json, "from", message.From);
        WriteAddresses(json, "to", message.To);
        WriteAddresses(json, "cc", message.Cc);
        WriteAddresses(json, "replyTo", message.ReplyTo);
        json.WriteString("subject", message.Subject);
        json.WriteString("date", message.Date?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        json.WriteString("messageId", message.MessageId);
        json.WriteString("inReplyTo", message.InReplyTo.FirstOrDefault());
        WriteWords(json, "references", message.References);
        json.WriteString("text", message.Text);
        json.WriteString("html", message.Html);
        WriteAttachments(json, message.Attachments);
        json.WriteString("automatic", message.Automatic?.Why);
        WriteBounce(json, message);
        WriteWords(json, "repairs", message.Repairs);
        json.WriteEndObject();
    }

    private static void WriteAddresses(Utf8JsonWriter json, string name, IReadOnlyList<NamedAddress> addresses)
    {
        json.WriteStartArray(name);
        foreach (var address in addresses)
        {
            json.WriteStartObject();
            json.WriteString("name", address.Name);
            json.WriteString("address", address.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteAttachments(Utf8JsonWriter json, IReadOnlyList<Attachment> attachments)
    {
        json.WriteStartArray("attachments");
        foreach (var attachment in attachments)
        {
            json.WriteStartObject();
            json.WriteString("fileName", attachment.FileName);
            json.WriteString("contentType", attachment.ContentType);
            json.WriteString("contentId", attachment.ContentId);
            json.WriteNumber("size", attachment.Size);
            json.WriteBoolean("inline", attachment.Inline);
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(attachment.Content().Span)));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteBounce(Utf8JsonWriter json, MailMessage message)
    {
        if (message.Bounce is not { } bounce)
        {
            json.WriteNull("bounce");
            return;
        }
        json.WriteStartObject("bounce");
        json.WriteString("recipient", bounce.Recipient);
        json.WriteString("status", bounce.Status);
        json.WriteBoolean("permanent", bounce.Permanent);
        json.WriteBoolean("gaveUp", bounce.GaveUp);
        json.WriteString("originalMessageId", bounce.OriginalMessageId);
        json.WriteEndObject();
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
