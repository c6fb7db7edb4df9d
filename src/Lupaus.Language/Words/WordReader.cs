using System.Globalization;
using System.Text;

namespace Lupaus.Language.Words;

/// <summary>
/// The words of a text: runs of letters, digits and marks. A hyphen, apostrophe or colon between two of them holds them together,
/// as in "wifi-reititin", "don't" and "EU:n". Underscores, dots and the rest part words.
/// </summary>
public ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    public TextSpan Current { get; private set; }

    public readonly WordReader GetEnumerator() => this;

    public bool MoveNext()
    {
        int length;
        while (next < text.Length && (!IsWord(text[next..], out length) || IsMark(text[next])))
            next += length;
        if (next >= text.Length)
            return false;
        var start = next;
        while (next < text.Length && (IsWord(text[next..], out length) || IsHeldTogether(out length)))
            next += length;
        Current = TextSpan.Between(start, next);
        return true;
    }

    private readonly bool IsHeldTogether(out int length)
    {
        length = 1;
        return text[next] is '-' or '\'' or '’' or ':' or '\u2010' or '\u2011' && next + 1 < text.Length && IsWord(text[(next + 1)..], out _);
    }

    private static bool IsWord(ReadOnlySpan<char> rest, out int length)
    {
        length = 1;
        var first = rest[0];
        if (first < 128)
            return char.IsAsciiLetterOrDigit(first);
        if (!char.IsSurrogate(first))
            return IsWord(CharUnicodeInfo.GetUnicodeCategory(first));
        return Rune.DecodeFromUtf16(rest, out var rune, out length) == System.Buffers.OperationStatus.Done && IsWord(Rune.GetUnicodeCategory(rune));
    }

    private static bool IsWord(UnicodeCategory category) => category is <= UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber;

    /// <summary>A mark goes with the letter before it; where there is none, as after an emoji, it is no word.</summary>
    private static bool IsMark(char first) => first > 127 && CharUnicodeInfo.GetUnicodeCategory(first) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
