using System.Buffers.Binary;
using System.Text;

namespace Lupaus.Mail.Imap;

/// <summary>How folder names beyond ASCII are written (RFC 3501, 5.1.3).</summary>
public static class ModifiedUtf7
{
    /// <summary>Writes any name. Printable ASCII stays as it is, but for "&amp;".</summary>
    public static string Encode(string name)
    {
        var written = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length;)
        {
            if (name[i] is >= ' ' and <= '~')
            {
                written.Append(name[i] == '&' ? "&-" : name[i].ToString());
                i++;
                continue;
            }
            var end = i;
            while (end < name.Length && name[end] is < ' ' or > '~')
                end++;
            written.Append('&').Append(Shifted(name.AsSpan(i, end - i))).Append('-');
            i = end;
        }
        return written.ToString();
    }

    /// <summary>Reads a name; null when it isn't written this way.</summary>
    public static string? Decode(string written)
    {
        var name = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] is < ' ' or > '~')
                return null;
            if (written[i] != '&')
            {
                name.Append(written[i]);
                continue;
            }
            var end = written.IndexOf('-', i);
            if (end < 0 || !TryUnshift(written[(i + 1)..end], name))
                return null;
            i = end;
        }
        return name.ToString();
    }

    private static string Shifted(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length * 2];
        for (var i = 0; i < text.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(i * 2), text[i]);
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('/', ',');
    }

    private static bool TryUnshift(string text, StringBuilder name)
    {
        if (text.Length == 0)
        {
            name.Append('&');
            return true;
        }
        var bytes = new byte[text.Length];
        var base64 = text.Replace(',', '/') + "==="[..((4 - text.Length % 4) % 4)];
        if (text.Contains('/', StringComparison.Ordinal) || !Convert.TryFromBase64String(base64, bytes, out var count) || count % 2 != 0 || text.AsSpan().ContainsAny(" =\t"))
            return false;
        for (var i = 0; i < count; i += 2)
            name.Append((char)BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(i)));
        return true;
    }
}
