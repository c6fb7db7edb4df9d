using Lupaus.Mail.Headers;
using Lupaus.Mail.Reading;

namespace Lupaus.Mail.Machines;

/// <summary>Reads reports of mail that didn't arrive: multipart/report (RFC 3464, RFC 6522), and the words of servers that don't write those.</summary>
internal static class BounceReader
{
    private const int FarthestLook = 20_000, MostIds = 20, LongestWords = 400;

    public static Bounce? Read(MailMessage message, ReadingLimits limits)
    {
        var status = message.Attachments.FirstOrDefault(a => a.ContentType is "message/delivery-status" or "message/global-delivery-status");
        if (status is not null)
            return FromReport(message, status, limits);
        if (message.ReportType is { } type && !type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase))
            return null;
        return LegacyBounce.Looks(message) ? LegacyBounce.Read(message, OriginalId(message, limits)) : null;
    }

    // A header's worth of fields for the message, then one for each recipient (RFC 3464, 2.1).
    private static Bounce? FromReport(MailMessage message, Attachment status, ReadingLimits limits)
    {
        var groups = DeliveryStatus.Groups(status.Content(), limits);
        var worst = groups.Where(IsAboutRecipient).OrderBy(Severity).FirstOrDefault();
        if (worst is null)
            return LegacyBounce.Read(message, OriginalId(message, limits));
        var action = FirstWord(worst["Action"]).ToLowerInvariant();
        if (action is "delivered" or "relayed" or "expanded")
            return null;
        var code = StatusCode.In(worst["Status"]) ?? StatusCode.In(worst["Diagnostic-Code"]);
        var gaveUp = action != "delayed";
        return new Bounce(Recipient(worst), code, gaveUp && code is null or ['5', ..], gaveUp, OriginalId(message, limits)) { Said = Said(worst["Diagnostic-Code"]) };
    }

    // "smtp; 550 5.1.1 no such user"
    private static string? Said(string? diagnostic) =>
        diagnostic?[(diagnostic.IndexOf(';') + 1)..].ReplaceControls().Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestWords)] : null;

    private static bool IsAboutRecipient(HeaderFields group) => group.Has("Final-Recipient") || group.Has("Original-Recipient") || group.Has("Action");

    private static int Severity(HeaderFields group) => FirstWord(group["Action"]).ToLowerInvariant() switch
    {
        "failed" => 0,
        "delayed" => 2,
        "delivered" or "relayed" or "expanded" => 3,
        _ => 1,
    };

    // The address we wrote to counts before the one it was forwarded to.
    private static string? Recipient(HeaderFields group) => Address(group["Original-Recipient"]) ?? Address(group["Final-Recipient"]);

    // "rfc822; maija@example.fi" (RFC 3464, 2.3.1); x-encoded "rfc822;maija+40example.fi" is left to those who write it.
    private static string? Address(string? field)
    {
        if (field is null)
            return null;
        var text = field[(field.IndexOf(';') + 1)..];
        return AddressReader.Read(text, 1, new RepairLog()) is [{ Address: { Length: > 0 } address }] && address.Contains('@') ? address : null;
    }

    private static string FirstWord(string? text) => text?.Split([' ', '(', ';'], 2)[0].Trim() ?? "";

    /// <summary>The id of the message that came back, whole or only its header (RFC 6522, section 3), or quoted in the text.</summary>
    private static string? OriginalId(MailMessage message, ReadingLimits limits)
    {
        foreach (var attachment in message.Attachments)
        {
            if (attachment.ContentType is "message/rfc822" or "message/global" or "text/rfc822-headers" or "message/rfc822-headers" or "message/global-headers"
                && MessageIds.ReadOne(MimeReader.ReadHeader(attachment.Content(), limits, new RepairLog()).First("Message-ID")?.Text) is { } id)
                return id;
        }
        return IdInText(message) ?? message.InReplyTo.FirstOrDefault() ?? message.References.LastOrDefault();
    }

    private static string? IdInText(MailMessage message)
    {
        var text = message.Text.AsSpan(0, Math.Min(message.Text.Length, FarthestLook));
        var at = 0;
        for (var tries = 0; tries < MostIds && text[at..].IndexOf("Message-ID:", StringComparison.OrdinalIgnoreCase) is >= 0 and var hit; tries++)
        {
            at += hit + 11;
            var line = text.Slice(at, Math.Min(1000, text.Length - at));
            if (MessageIds.Read(line.ToString().ReplaceControls(), 1) is [var id])
                return id;
        }
        return null;
    }
}
