namespace Lupaus.Mail.Machines;

/// <summary>Finds enhanced status codes: class.subject.detail (RFC 3463, section 2).</summary>
internal static class StatusCode
{
    /// <summary>The first of class 4 or 5 that stands alone as a word; null when there is none.</summary>
    public static string? In(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var hit = text[at..].IndexOfAny('4', '5');
            if (hit < 0)
                return null;
            at += hit;
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-'))
                continue;
            if (LengthAt(text[at..]) is > 0 and var length)
                return text.Slice(at, length).ToString();
        }
        return null;
    }

    /// <summary>An old reply code, "550", as the class it stands for: "5.0.0" (RFC 5321, 4.2.1).</summary>
    public static string? Reply(ReadOnlySpan<char> text)
    {
        for (var at = 0; at + 3 <= text.Length; at++)
        {
            var isAlone = (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not ('.' or '-')) && (at + 3 == text.Length || text[at + 3] is ' ' or '-' or '\n');
            if (isAlone && text[at] is '4' or '5' && text[at + 1] is >= '0' and <= '5' && char.IsAsciiDigit(text[at + 2]))
                return $"{text[at]}.0.0";
        }
        return null;
    }

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        var at = 1;
        for (var part = 0; part < 2; part++)
        {
            if (at >= text.Length || text[at] != '.')
                return 0;
            var digits = 0;
            for (at++; at < text.Length && char.IsAsciiDigit(text[at]); at++)
                digits++;
            if (digits is 0 or > 3)
                return 0;
        }
        // "5.1.1." may end a sentence; "5.1.1.1" is an address of the net.
        return at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) ? 0 : at;
    }
}
