namespace Lupaus.Language.Words;

/// <summary>A stretch of a text, in UTF-16 code units: what a finding rests on, so that a page can mark it.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan Between(int start, int end) => new(start, end - start);

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public string Of(string text) => text.Substring(Start, Length);
}
