using System.Globalization;
using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Words;

namespace Lupaus.Language.Deadlines.Scanning;

/// <summary>Cuts a text into tokens. Lines that quote an earlier message, or head it, are left out; an empty line is a break.</summary>
internal static class TimeScanner
{
    private static readonly string[] Heads = ["lähetetty:", "sent:", "skickat:", "date:", "päiväys:", "datum:"];

    public static List<Token> Scan(string text) => Scan(text, Phrasebook.All.Words);

    public static List<Token> Scan(string text, Vocabulary words)
    {
        var tokens = new List<Token>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.AsSpan(start).IndexOf('\n') is >= 0 and var length ? start + length : text.Length;
            var line = text.AsSpan(start, end - start);
            if (line.IsWhiteSpace() || IsOfAnother(line.TrimStart()))
                tokens.Add(new(TokenKind.Break, TextSpan.Between(start, start), null, 0, false, false));
            else
                ScanLine(text, start, end, words, tokens);
            start = end + 1;
        }
        return tokens;
    }

    private static bool IsOfAnother(ReadOnlySpan<char> line)
    {
        foreach (var head in Heads)
        {
            if (line.StartsWith(head, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return line[0] == '>';
    }

    private static void ScanLine(string text, int start, int end, Vocabulary words, List<Token> tokens)
    {
        var glued = false;
        for (var at = start; at < end;)
        {
            var from = at;
            var kind = KindOf(text[at++]);
            if (kind is null)
            {
                glued = false;
                continue;
            }
            while (kind != TokenKind.Sign && at < end && KindOf(text[at]) == kind)
                at++;
            tokens.Add(Made(text, TextSpan.Between(from, at), kind.Value, glued, words));
            glued = true;
        }
    }

    /// <summary>Null is white space. Half characters are signs, of which there is no phrase.</summary>
    private static TokenKind? KindOf(char sign) =>
        char.IsAsciiDigit(sign) ? TokenKind.Number :
        char.IsWhiteSpace(sign) || char.IsControl(sign) ? null :
        char.IsLetter(sign) || CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark ? TokenKind.Word :
        TokenKind.Sign;

    private static Token Made(string text, TextSpan span, TokenKind kind, bool glued, Vocabulary words) => kind switch
    {
        TokenKind.Word => new(kind, span, words.Find(span.In(text)), 0, glued, char.IsUpper(text[span.Start])),
        TokenKind.Number => new(kind, span, null, span.Length <= 4 ? int.Parse(span.In(text), CultureInfo.InvariantCulture) : -1, glued, false),
        _ => new(kind, span, null, text[span.Start], glued, false),
    };
}
