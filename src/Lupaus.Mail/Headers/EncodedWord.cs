using Lupaus.Mail.Coding;

namespace Lupaus.Mail.Headers;

/// <summary>Where the pieces of one encoded word lie in a text: =?charset?B-or-Q?content?= (RFC 2047, section 2).</summary>
internal readonly record struct EncodedWord(int Charset, int CharsetLength, bool IsBase64, int Content, int ContentLength)
{
    private const int LongestCharset = 60;
    private const int LongestLookahead = 200;

    public int End => Content + ContentLength + 2;

    /// <param name="lastEnd">Where the last "?=" of the text stands: beyond it there is nothing to look for.</param>
    public static bool TryRead(string text, int at, int lastEnd, out EncodedWord word)
    {
        word = default;
        if (at + 2 > text.Length || text[at] != '=' || text[at + 1] != '?')
            return false;
        var rest = text.AsSpan(at + 2, Math.Min(LongestCharset + 3, text.Length - at - 2));
        var charsetLength = rest.IndexOf('?');
        if (charsetLength < 1 || charsetLength + 2 >= rest.Length || rest[charsetLength + 2] != '?' || rest[..charsetLength].Contains(' '))
            return false;
        var kind = rest[charsetLength + 1];
        var content = at + 2 + charsetLength + 3;
        if (kind is not ('B' or 'b' or 'Q' or 'q') || content > lastEnd)
            return false;
        var end = text.IndexOf("?=", content, StringComparison.Ordinal);
        if (kind is 'Q' or 'q')
            end = PastBareQuestionMarks(text, end);
        var language = rest[..charsetLength].IndexOf('*');
        word = new EncodedWord(at + 2, language < 0 ? charsetLength : language, kind is 'B' or 'b', content, end - content);
        return true;
    }

    // "=?utf-8?Q?Mit=C3=A4?=20kuuluu?=": a question mark that should have been encoded, before an encoded letter.
    private static int PastBareQuestionMarks(string text, int end)
    {
        while (end + 3 < text.Length && QuotedPrintable.Hex(text[end + 2]) >= 0 && QuotedPrintable.Hex(text[end + 3]) >= 0)
        {
            var ahead = text.AsSpan(end + 2, Math.Min(LongestLookahead, text.Length - end - 2));
            var next = ahead.IndexOf("?=");
            var start = ahead.IndexOf("=?");
            if (next < 0 || (start >= 0 && start < next))
                break;
            end += 2 + next;
        }
        return end;
    }
}
