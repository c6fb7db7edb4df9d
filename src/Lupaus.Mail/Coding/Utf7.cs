namespace Lupaus.Mail.Coding;

/// <summary>UTF-7, which the framework no longer reads by itself (RFC 2152).</summary>
internal static class Utf7
{
    /// <summary>A span as long as the bytes is always enough.</summary>
    public static int Decode(ReadOnlySpan<byte> from, Span<char> into)
    {
        var written = 0;
        for (var i = 0; i < from.Length;)
        {
            if (from[i] != '+')
                into[written++] = from[i] < 0x80 ? (char)from[i++] : Unreadable(ref i);
            else if (i + 1 < from.Length && from[i + 1] == '-')
            {
                into[written++] = '+';
                i += 2;
            }
            else
                i = DecodeShifted(from, i + 1, into, ref written);
        }
        return written;
    }

    private static char Unreadable(ref int at)
    {
        at++;
        return '\uFFFD';
    }

    private static int DecodeShifted(ReadOnlySpan<byte> from, int at, Span<char> into, ref int written)
    {
        int bits = 0, held = 0, start = written;
        for (; at < from.Length && Value(from[at]) is >= 0 and var value; at++)
        {
            bits = (bits << 6 | value) & 0x3FFFFF;
            held += 6;
            if (held < 16)
                continue;
            held -= 16;
            into[written++] = (char)(bits >> held);
        }
        MendSurrogates(into[start..written]);
        return at < from.Length && from[at] == '-' ? at + 1 : at;
    }

    private static void MendSurrogates(Span<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }
    }

    private static int Value(byte c) =>
        c is >= (byte)'A' and <= (byte)'Z' ? c - 'A' :
        c is >= (byte)'a' and <= (byte)'z' ? c - 'a' + 26 :
        c is >= (byte)'0' and <= (byte)'9' ? c - '0' + 52 :
        c == '+' ? 62 :
        c == '/' ? 63 :
        -1;
}
