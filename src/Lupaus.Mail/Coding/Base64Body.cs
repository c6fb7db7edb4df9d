using System.Buffers;
using System.Buffers.Text;

namespace Lupaus.Mail.Coding;

/// <summary>Base64 as mail servers and people's programs really leave it (RFC 2045, section 6.8): what is no base64 is skipped.</summary>
internal static class Base64Body
{
    private const sbyte White = -1, Garbage = -2, Padding = -3;
    private static readonly sbyte[] Values = MakeValues();
    private static readonly SearchValues<byte> CleanLines = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n"u8);
    private static readonly SearchValues<byte> Clean = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n \t"u8);

    /// <summary>How many bytes it makes at most.</summary>
    public static int Most(int length) => (int)((long)length * 3 / 4) + 3;

    /// <summary>Decodes into a span of at least <see cref="Most"/> bytes, and says whether anything was out of order.</summary>
    public static int Decode(ReadOnlySpan<byte> from, Span<byte> into, out bool broken)
    {
        if (Base64.DecodeFromUtf8(from, into, out _, out var written) != OperationStatus.Done)
            return DecodeSlowly(from, into, out broken);
        broken = false;
        return written;
    }

    private static int DecodeSlowly(ReadOnlySpan<byte> from, Span<byte> into, out bool broken)
    {
        uint group = 0;
        int sextets = 0, written = 0;
        bool restIsClean = false, afterBlank = false;
        broken = false;
        for (var i = 0; i < from.Length; i++)
        {
            var value = Values[from[i]];
            // Some mailing lists put their footer beneath an empty line, as if this were plain text.
            if (from[i] == '\n' && !afterBlank && written > 0 && from[(i + 1)..].StartsWith("\n"u8) | from[(i + 1)..].StartsWith("\r\n"u8))
            {
                afterBlank = true;
                if (from[i..].ContainsAnyExcept(CleanLines))
                {
                    broken = true;
                    break;
                }
            }
            if (value >= 0)
            {
                group = group << 6 | (byte)value;
                if (++sextets < 4)
                    continue;
                into[written++] = (byte)(group >> 16);
                into[written++] = (byte)(group >> 8);
                into[written++] = (byte)group;
                (group, sextets) = (0, 0);
            }
            else if (value == Garbage)
            {
                broken = true;
            }
            else if (value == Padding)
            {
                written += Flush(group, sextets, into[written..], ref broken);
                (group, sextets) = (0, 0);
                // Some encode piece by piece, each with its padding; some append a footer in plain words.
                restIsClean = restIsClean || !from[i..].ContainsAnyExcept(Clean);
                if (restIsClean)
                    continue;
                broken = true;
                return written;
            }
        }
        return written + Flush(group, sextets, into[written..], ref broken);
    }

    private static int Flush(uint group, int sextets, Span<byte> into, ref bool broken)
    {
        switch (sextets)
        {
            case 3:
                into[0] = (byte)(group >> 10);
                into[1] = (byte)(group >> 2);
                return 2;
            case 2:
                into[0] = (byte)(group >> 4);
                return 1;
            default:
                broken |= sextets == 1;
                return 0;
        }
    }

    private static sbyte[] MakeValues()
    {
        var values = new sbyte[256];
        Array.Fill(values, Garbage);
        foreach (var white in " \t\r\n"u8)
            values[white] = White;
        values['='] = Padding;
        sbyte value = 0;
        foreach (var c in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8)
            values[c] = value++;
        return values;
    }
}
