namespace Lupaus.Mail.Coding;

/// <summary>Uuencode, from before MIME: lines of a length character and groups of four (POSIX, uuencode).</summary>
internal static class Uuencode
{
    /// <summary>Decodes a body with or without its "begin" and "end" lines.</summary>
    public static int Decode(ReadOnlySpan<byte> from, Span<byte> into, out bool broken)
    {
        broken = false;
        var written = 0;
        while (!from.IsEmpty)
        {
            var end = from.IndexOf((byte)'\n');
            var line = (end < 0 ? from : from[..end]).TrimEnd((byte)'\r');
            from = end < 0 ? [] : from[(end + 1)..];
            if (line.SequenceEqual("end"u8))
                break;
            if (line.IsEmpty || line.StartsWith("begin "u8))
                continue;
            broken |= !TryDecodeLine(line, into[written..], out var count);
            written += count;
        }
        return written;
    }

    public static bool IsLine(ReadOnlySpan<char> line) =>
        line.Length > 0 && line[0] is >= ' ' and <= '`' && CharsFor((line[0] - ' ') & 63) is var chars
        && line.Length - 1 >= chars - 2 && line.Length - 1 <= chars + 2 && !line.ContainsAnyExceptInRange(' ', '`');

    public static bool TryDecodeLine(ReadOnlySpan<byte> line, Span<byte> into, out int count)
    {
        count = 0;
        if (line[0] is < (byte)' ' or > (byte)'`')
            return false;
        var wanted = (line[0] - ' ') & 63;
        line = line[1..];
        // Trailing spaces are zeroes that a server may have cut off.
        for (var i = 0; count < wanted && i < line.Length; i += 4)
        {
            var group = Sextet(line, i) << 18 | Sextet(line, i + 1) << 12 | Sextet(line, i + 2) << 6 | Sextet(line, i + 3);
            for (var shift = 16; shift >= 0 && count < wanted; shift -= 8)
                into[count++] = (byte)(group >> shift);
        }
        return count == wanted && line.Length <= CharsFor(wanted) + 2;
    }

    private static int CharsFor(int bytes) => (bytes + 2) / 3 * 4;

    private static int Sextet(ReadOnlySpan<byte> line, int at) => at < line.Length ? (line[at] - ' ') & 63 : 0;
}
