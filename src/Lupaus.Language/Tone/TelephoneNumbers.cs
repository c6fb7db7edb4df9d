using Lupaus.Language.Words;

namespace Lupaus.Language.Tone;

/// <summary>
/// Numbers to ring: with + 8 to 15 digits (ITU-T E.164), else 6 to 12 that begin with 0 (Finland, Sweden). Spaces, hyphens and brackets may
/// part them, dots and commas may not: those are dates and prices.
/// </summary>
internal static class TelephoneNumbers
{
    public static IEnumerable<TextSpan> In(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsStart(text, at))
                continue;
            var (end, digits) = Read(text, at);
            if (digits >= (text[at] == '+' ? 8 : 6) && digits <= (text[at] == '+' ? 15 : 12))
                yield return TextSpan.Between(at, end);
            at = end;
        }
    }

    private static bool IsStart(string text, int at)
    {
        var isNumber = text[at] is '+' or '0' || (text[at] == '(' && at + 1 < text.Length && text[at + 1] == '0');
        return isNumber && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '-' or '#' || IsWithinNumber(text, at)));
    }

    /// <summary>"1 250,00" and "24.02", but not "puh.040".</summary>
    private static bool IsWithinNumber(string text, int at) => at > 1 && text[at - 1] is '.' or ',' && char.IsAsciiDigit(text[at - 2]);

    private static (int End, int Digits) Read(string text, int start)
    {
        var (end, digits) = (start, 0);
        for (var at = start; at < text.Length && IsPart(text[at], at == start); at++)
        {
            if (!char.IsAsciiDigit(text[at]))
                continue;
            (end, digits) = (at + 1, digits + 1);
        }
        return (Math.Max(end, start + 1), digits);
    }

    private static bool IsPart(char sign, bool isFirst) => char.IsAsciiDigit(sign) || sign is ' ' or '\u00a0' or '-' or '(' or ')' || (isFirst && sign == '+');
}
