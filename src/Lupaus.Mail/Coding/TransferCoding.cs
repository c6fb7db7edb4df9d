using System.Buffers;

namespace Lupaus.Mail.Coding;

/// <summary>Takes a body out of the encoding it travelled in.</summary>
internal static class TransferCoding
{
    /// <summary>None where the words say nothing we know; then <paramref name="known"/> is false.</summary>
    public static TransferEncoding Named(ReadOnlySpan<char> name, out bool known)
    {
        var word = FirstWord(name);
        known = true;
        if (Is(word, "base64"))
            return TransferEncoding.Base64;
        if (Is(word, "quoted-printable"))
            return TransferEncoding.QuotedPrintable;
        if (Is(word, "x-uuencode") || Is(word, "uuencode") || Is(word, "x-uue"))
            return TransferEncoding.Uuencode;
        known = word.IsEmpty || Is(word, "7bit") || Is(word, "8bit") || Is(word, "binary") || Is(word, "7-bit") || Is(word, "8-bit");
        return TransferEncoding.None;
    }

    /// <summary>A span at least as long as the body is always enough.</summary>
    public static int Decode(TransferEncoding encoding, ReadOnlySpan<byte> body, Span<byte> into, out bool broken)
    {
        switch (encoding)
        {
            case TransferEncoding.Base64:
                return Base64Body.Decode(body, into, out broken);
            case TransferEncoding.QuotedPrintable:
                return QuotedPrintable.Decode(body, into, out broken);
            case TransferEncoding.Uuencode:
                return Uuencode.Decode(body, into, out broken);
            default:
                body.CopyTo(into);
                broken = false;
                return body.Length;
        }
    }

    /// <summary>How many bytes the body makes, and whether anything in it is out of order.</summary>
    public static int Measure(TransferEncoding encoding, ReadOnlySpan<byte> body, out bool broken)
    {
        broken = false;
        if (encoding == TransferEncoding.None)
            return body.Length;
        var scratch = ArrayPool<byte>.Shared.Rent(body.Length + 8);
        var size = Decode(encoding, body, scratch, out broken);
        ArrayPool<byte>.Shared.Return(scratch);
        return size;
    }

    public static ReadOnlyMemory<byte> Decode(TransferEncoding encoding, ReadOnlyMemory<byte> body)
    {
        if (encoding == TransferEncoding.None)
            return body;
        var scratch = ArrayPool<byte>.Shared.Rent(body.Length + 8);
        var size = Decode(encoding, body.Span, scratch, out _);
        var decoded = scratch.AsSpan(0, size).ToArray();
        ArrayPool<byte>.Shared.Return(scratch);
        return decoded;
    }

    // "base64 (yes, really)" and "BASE64;" have been seen.
    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> name)
    {
        var trimmed = name.Trim(" \t\"");
        var end = trimmed.IndexOfAny(" \t;(\"");
        return end < 0 ? trimmed : trimmed[..end];
    }

    private static bool Is(ReadOnlySpan<char> word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
