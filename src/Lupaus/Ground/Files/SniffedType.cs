using System.Text;

namespace Lupaus.Ground.Files;

/// <summary>
/// The media type of a file by its first bytes (a small part of WHATWG MIME Sniffing, section 6). Types that a
/// browser could run are never answered: a page or a script is plain bytes to us.
/// </summary>
public static class SniffedType
{
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Start, string Type)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF87a"u8.ToArray(), "image/gif"),
        ("GIF89a"u8.ToArray(), "image/gif"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
    ];

    public static string Of(ReadOnlySpan<byte> content)
    {
        foreach (var (start, type) in Known)
        {
            if (content.StartsWith(start))
                return type;
        }
        if (content.Length >= 12 && content.StartsWith("RIFF"u8) && content[8..12].SequenceEqual("WEBP"u8))
            return "image/webp";
        return LooksLikeText(content) ? "text/plain" : Unknown;
    }

    /// <summary>What a browser may show on our pages without asking: pictures only.</summary>
    public static bool IsPicture(string type) => type is "image/png" or "image/jpeg" or "image/gif" or "image/webp";

    private static bool LooksLikeText(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, 4096)];
        foreach (var b in start)
        {
            if (b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t'))
                return false;
        }
        // The cut may fall inside a character, so up to three bytes at the end may be left over.
        for (var cut = 0; cut < 4 && cut <= start.Length; cut++)
        {
            if (IsUtf8(start[..^cut]))
                return true;
        }
        return false;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
