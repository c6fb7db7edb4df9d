using Lupaus.Language.Words;

namespace Lupaus.Language.Deadlines.Scanning;

internal enum TokenKind { Word, Number, Sign, Break }

/// <summary>
/// A run of letters, a run of digits or one sign. <paramref name="Known"/> is a word that some phrase knows; <paramref name="Value"/> a number of
/// at most four digits (else -1) or the sign itself; <paramref name="IsGlued"/>: nothing stands between it and the one before.
/// </summary>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, KnownWord? Known, int Value, bool IsGlued, bool IsCapital)
{
    public bool IsSign(char sign) => Kind == TokenKind.Sign && Value == sign;

    public bool IsDash => Kind == TokenKind.Sign && Value is '-' or '–' or '—' or '‐' or '‑' or '−';

    public bool IsNumber(int from, int to) => Kind == TokenKind.Number && Value >= from && Value <= to;
}
