using System.Text;
using Lupaus.Mail.Headers;

namespace Lupaus.Mail.Writing;

/// <summary>Makes any text fit for a header: nothing in it can begin a line of its own.</summary>
internal static class HeaderText
{
    private const int LongestWord = 200;

    // A line with encoded words is at most 76 characters (RFC 2047, section 2), and the field's name stands before the first one.
    private const int MostEncoded = 48;

    /// <summary>The words of a field without structure: as they are where they are plain ASCII, else encoded (RFC 2047).</summary>
    public static IReadOnlyList<string> Unstructured(string text)
    {
        var line = Addresses.OneSpaced(text.ReplaceControls());
        return IsPlain(line) ? line.Split(' ') : Encoded(line);
    }

    /// <summary>A person's name before an address: bare, quoted or encoded (RFC 5322, 3.2.5).</summary>
    public static IReadOnlyList<string> Phrase(string name)
    {
        var line = Addresses.OneSpaced(name.ReplaceControls());
        if (!IsPlain(line))
            return Encoded(line);
        return line.AsSpan().ContainsAny("()<>[]:;@\\,.\"") ? [Quoted(line)] : line.Split(' ');
    }

    public static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Encoded words, none of which splits a letter (RFC 2047, section 5).</summary>
    public static IReadOnlyList<string> Encoded(string text)
    {
        var words = new List<string>();
        var bytes = new List<byte>();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(utf8);
            if (Math.Min(LengthInQ(bytes) + LengthInQ(utf8[..length]), LengthInB(bytes.Count + length)) > MostEncoded)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }
            bytes.AddRange(utf8[..length]);
        }
        words.Add(Word(bytes));
        return words;
    }

    public static bool IsPlain(string text)
    {
        if (text.AsSpan().ContainsAnyExceptInRange(' ', '~') || text.Contains("=?", StringComparison.Ordinal))
            return false;
        var longest = 0;
        for (int i = 0, start = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ' ')
                continue;
            longest = Math.Max(longest, i - start);
            start = i + 1;
        }
        return longest <= LongestWord;
    }

    // Q keeps names and words readable for those whose program decodes nothing; B is shorter for other scripts.
    private static string Word(List<byte> bytes)
    {
        var span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes);
        if (LengthInQ(bytes) > LengthInB(bytes.Count))
            return $"=?utf-8?B?{Convert.ToBase64String(span)}?=";
        var word = new StringBuilder("=?utf-8?Q?");
        foreach (var b in span)
            _ = b == ' ' ? word.Append('_') : IsSafe(b) ? word.Append((char)b) : word.Append('=').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        return word.Append("?=").ToString();
    }

    private static int LengthInB(int bytes) => (bytes + 2) / 3 * 4;

    private static int LengthInQ(List<byte> bytes) => LengthInQ(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes));

    private static int LengthInQ(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var b in bytes)
            length += b == ' ' || IsSafe(b) ? 1 : 3;
        return length;
    }

    // What may stand unencoded even in a phrase (RFC 2047, section 5, rule 3).
    private static bool IsSafe(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'!' or (byte)'*' or (byte)'+' or (byte)'-' or (byte)'/';
}
