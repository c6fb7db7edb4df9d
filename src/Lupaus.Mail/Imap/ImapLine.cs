using System.Buffers.Text;
using System.Text;
using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Imap;

/// <summary>What can be read off a line before it is made into values.</summary>
internal static class ImapLine
{
    private const int LongestName = 64;

    /// <summary>Cuts the first word off.</summary>
    public static string First(ref ReadOnlySpan<byte> line)
    {
        var space = line.IndexOf((byte)' ');
        var word = space < 0 ? line : line[..space];
        line = space < 0 ? default : line[(space + 1)..];
        return Encoding.Latin1.GetString(word[..Math.Min(word.Length, LongestName)]);
    }

    public static bool IsNumber(string word) => word.Length is > 0 and <= 10 && word.All(char.IsAsciiDigit);

    /// <summary>Whether it is data that may have literals, and isn't read as it is.</summary>
    public static bool HasValues(ReadOnlySpan<byte> line)
    {
        if (First(ref line) != "*")
            return false;
        return First(ref line).ToUpperInvariant() is not ("OK" or "NO" or "BAD" or "BYE" or "PREAUTH" or "SEARCH" or "CAPABILITY");
    }

    /// <summary>What stands in brackets, and the words behind.</summary>
    public static (string Code, string Text) CodeAndText(ReadOnlySpan<byte> rest)
    {
        var text = Encoding.UTF8.GetString(rest);
        var end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        return end < 0 ? ("", Said.Clean(text)) : (text[1..end], Said.Clean(text[(end + 1)..]));
    }

    /// <summary>The numbers behind the first two words, until something else comes.</summary>
    public static IEnumerable<uint> Numbers(byte[] line)
    {
        var at = "* SEARCH".Length;
        while (at < line.Length)
        {
            while (at < line.Length && line[at] == ' ')
                at++;
            if (!Utf8Parser.TryParse(line.AsSpan(Math.Min(at, line.Length)), out uint number, out var used))
                yield break;
            yield return number;
            at += used;
        }
    }

    /// <summary>The count of a literal announced at a line's end ("{12}", "{12+}", "~{12}"), and where its brace stands.</summary>
    public static (long Count, int At)? Literal(ReadOnlySpan<byte> line)
    {
        if (line is not [.., (byte)'}'])
            return null;
        var brace = line.LastIndexOf((byte)'{');
        if (brace < 0)
            return null;
        var digits = line[(brace + 1)..^1];
        if (digits is [.., (byte)'+'])
            digits = digits[..^1];
        return digits.Length is > 0 and <= 18 && Utf8Parser.TryParse(digits, out long count, out var used) && used == digits.Length && count >= 0
            ? (count, brace > 0 && line[brace - 1] == '~' ? brace - 1 : brace)
            : null;
    }
}
