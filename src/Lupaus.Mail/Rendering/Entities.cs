using System.Net;
using System.Text;
using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Rendering;

/// <summary>Character references of HTML: those that mail uses, by name, and all by number (HTML, 13.2.5.72).</summary>
internal static class Entities
{
    private const string Names =
        "quot amp apos lt gt nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest " +
        "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig " +
        "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml " +
        "OElig oelig Scaron scaron Yuml fnof circ tilde ensp emsp thinsp zwnj zwj lrm rlm ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo dagger Dagger bull hellip permil prime Prime lsaquo rsaquo oline euro trade " +
        "larr uarr rarr darr harr hearts spades clubs diams minus le ge ne asymp infin radic sum prod part alpha beta gamma delta epsilon lambda mu pi sigma tau phi omega Omega Delta Sigma check";

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Names.Split(' ').ToDictionary(name => name, name => WebUtility.HtmlDecode($"&{name};")).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends what stands at the ampersand, and tells how many characters it took: one when it is only an ampersand.</summary>
    public static int Append(ReadOnlySpan<char> at, CharBuffer into)
    {
        if (at.Length > 2 && at[1] == '#')
            return AppendNumber(at, into);
        var end = 1;
        while (end < at.Length && end < 10 && char.IsAsciiLetterOrDigit(at[end]))
            end++;
        if (end == 1 || !ByName.TryGetValue(at[1..end], out var text))
        {
            into.Append('&');
            return 1;
        }
        into.Append(text);
        return end < at.Length && at[end] == ';' ? end + 1 : end;
    }

    private static int AppendNumber(ReadOnlySpan<char> at, CharBuffer into)
    {
        var isHex = at[2] is 'x' or 'X';
        var end = isHex ? 3 : 2;
        var start = end;
        long value = 0;
        for (; end < at.Length && end - start < 9 && (isHex ? QuotedPrintable.Hex(at[end]) : at[end] is >= '0' and <= '9' ? at[end] - '0' : -1) is >= 0 and var digit; end++)
            value = value * (isHex ? 16 : 10) + digit;
        if (end == start)
        {
            into.Append('&');
            return 1;
        }
        AppendCharacter(value, into);
        return end < at.Length && at[end] == ';' ? end + 1 : end;
    }

    // The numbers 128 to 159 mean what they are in windows-1252.
    private static void AppendCharacter(long value, CharBuffer into)
    {
        Span<char> chars = stackalloc char[2];
        if (value is >= 128 and <= 159)
            into.Append(chars[..Charsets.Western.GetChars([(byte)value], chars)]);
        else if (value is 9 or 10 or 13)
            into.Append(' ');
        else if (value >= 32 && value <= int.MaxValue && Rune.TryCreate((int)value, out var rune))
            into.Append(chars[..rune.EncodeToUtf16(chars)]);
    }
}
