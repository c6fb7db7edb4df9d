namespace Lupaus.Mail.Coding;

/// <summary>Quoted-printable, read forgivingly (RFC 2045, section 6.7): an equals sign that says nothing stays as it is.</summary>
internal static class QuotedPrintable
{
    /// <summary>Decodes into a span at least as long, and says whether anything was out of order.</summary>
    public static int Decode(ReadOnlySpan<byte> from, Span<byte> into, out bool broken)
    {
        broken = false;
        int written = 0, solid = 0;
        for (var i = 0; i < from.Length;)
        {
            // "solid" is where white space that a server may have appended to the line would begin.
            var c = from[i];
            if (c == '=')
            {
                i += Escape(from[i..], into, ref written, ref broken);
                solid = written;
                continue;
            }
            if (c == '\n')
                written = solid + (written > solid && into[written - 1] == '\r' ? Keep(into, solid) : 0);
            into[written++] = c;
            if (c is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
                solid = written;
            i++;
        }
        return written;
    }

    private static int Keep(Span<byte> into, int at)
    {
        into[at] = (byte)'\r';
        return 1;
    }

    private static int Escape(ReadOnlySpan<byte> from, Span<byte> into, ref int written, ref bool broken)
    {
        if (from.Length >= 3 && Hex(from[1]) is >= 0 and var high && Hex(from[2]) is >= 0 and var low)
        {
            into[written++] = (byte)(high << 4 | low);
            return 3;
        }
        var end = 1;
        while (end < from.Length && from[end] is (byte)' ' or (byte)'\t')
            end++;
        if (end == from.Length)
            return end;
        if (from[end] == '\n')
            return end + 1;
        if (from[end] == '\r')
            return end + (end + 1 < from.Length && from[end + 1] == '\n' ? 2 : 1);
        broken = true;
        into[written++] = (byte)'=';
        return 1;
    }

    public static int Hex(int c) =>
        c is >= '0' and <= '9' ? c - '0' :
        c is >= 'A' and <= 'F' ? c - 'A' + 10 :
        c is >= 'a' and <= 'f' ? c - 'a' + 10 :
        -1;
}
