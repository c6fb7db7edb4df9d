using System.Buffers;
using System.Text;

namespace Lupaus.Mail.Writing;

/// <summary>Chooses how a text travels, and encodes it: as it is where it is short-lined ASCII, else quoted-printable or base64 (RFC 2045, section 6).</summary>
internal static class TextEncoding
{
    private const int LongestLine = 78, LongestEncoded = 76;

    /// <summary>UTF-8, lines ended by CR LF, the last one too; without NULs.</summary>
    public static byte[] Canonical(string text)
    {
        var plain = text.ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);
        var ended = plain.EndsWith('\n') ? plain : plain + "\n";
        return Encoding.UTF8.GetBytes(ended.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    public static string For(ReadOnlySpan<byte> text)
    {
        var high = 0;
        foreach (var b in text)
            high += b >= 0x80 ? 1 : 0;
        if (high == 0 && CanGoAsIs(text))
            return "7bit";
        return high * 2 > text.Length ? "base64" : "quoted-printable";
    }

    public static ReadOnlySpan<byte> Encode(ReadOnlySpan<byte> text, string encoding)
    {
        if (encoding == "7bit")
            return text.ToArray();
        var encoded = encoding == "base64" ? Base64(text) : QuotedPrintable(text);
        return encoded.EndsWith("\r\n"u8) ? encoded : (byte[])[.. encoded, (byte)'\r', (byte)'\n'];
    }

    /// <summary>Lines of 76 characters; without a line end after the last.</summary>
    public static ReadOnlySpan<byte> Base64(ReadOnlySpan<byte> bytes)
    {
        const int perLine = LongestEncoded / 4 * 3;
        var into = new byte[(bytes.Length + 2) / 3 * 4 + bytes.Length / perLine * 2 + 2];
        var written = 0;
        while (!bytes.IsEmpty)
        {
            if (written > 0)
            {
                into[written++] = (byte)'\r';
                into[written++] = (byte)'\n';
            }
            var line = bytes[..Math.Min(perLine, bytes.Length)];
            System.Buffers.Text.Base64.EncodeToUtf8(line, into.AsSpan(written), out _, out var count);
            written += count;
            bytes = bytes[line.Length..];
        }
        return into.AsSpan(0, written);
    }

    /// <summary>Whether a file's lines can travel as they are, and none of them could be taken for a boundary of ours.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> bytes, string seed) =>
        Ascii.IsValid(bytes) && !bytes.Contains((byte)0) && bytes.IndexOf(Encoding.ASCII.GetBytes(seed)) < 0 && HasCanonicalLines(bytes);

    private static bool HasCanonicalLines(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if ((end < 0 ? bytes.Length : end) > 900)
                return false;
            if (end < 0)
                return true;
            if (!bytes[end..].StartsWith("\r\n"u8))
                return false;
            bytes = bytes[(end + 2)..];
        }
        return true;
    }

    // White space at a line's end, "From " at its beginning and a lone dot are changed on the way by one server or another.
    private static bool CanGoAsIs(ReadOnlySpan<byte> text)
    {
        foreach (var range in text.Split("\r\n"u8))
        {
            var line = text[range];
            var isFragile = line is [.., (byte)' ' or (byte)'\t'] && !line.SequenceEqual("-- "u8);
            if (line.Length > LongestLine || isFragile || line.StartsWith("From "u8) || line.SequenceEqual("."u8) || line.IndexOf("=_"u8) >= 0 || HasControls(line))
                return false;
        }
        return true;
    }

    private static bool HasControls(ReadOnlySpan<byte> line)
    {
        foreach (var b in line)
        {
            if (b is < 32 and not (byte)'\t' or 127)
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<byte> QuotedPrintable(ReadOnlySpan<byte> text)
    {
        var into = new ArrayBufferWriter<byte>(text.Length * 2);
        foreach (var range in text[..^2].Split("\r\n"u8))
        {
            QuotedPrintableLine(text[range], into);
            into.Write("\r\n"u8);
        }
        return into.WrittenSpan;
    }

    private static void QuotedPrintableLine(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> into)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var isLast = i == line.Length - 1;
            var plain = IsPlain(line, i, isLast);
            var wanted = plain ? 1 : 3;
            if (length + wanted > LongestEncoded - (isLast ? 0 : 1))
            {
                into.Write("=\r\n"u8);
                length = 0;
            }
            if (plain)
                into.Write(line.Slice(i, 1));
            else
                WriteEscape(line[i], into);
            length += wanted;
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> line, int at, bool isLast)
    {
        var c = line[at];
        if (c is (byte)' ' or (byte)'\t')
            return !isLast;
        if (at == 0 && (line.StartsWith("From "u8) || line.SequenceEqual("."u8)))
            return false;
        return c is > 32 and < 127 and not (byte)'=';
    }

    private static void WriteEscape(byte b, ArrayBufferWriter<byte> into)
    {
        ReadOnlySpan<byte> hex = "0123456789ABCDEF"u8;
        into.Write([(byte)'=', hex[b >> 4], hex[b & 15]]);
    }
}
