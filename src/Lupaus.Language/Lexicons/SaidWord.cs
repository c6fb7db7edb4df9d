using Lupaus.Language.Words;

namespace Lupaus.Language.Lexicons;

/// <param name="Items">What the lexicon knows of it: numbers of <see cref="WordKeys"/>.</param>
/// <param name="Sentence">Which sentence of the text it is in, and <paramref name="Clause"/> which clause: commas part them too.</param>
internal readonly record struct SaidWord(TextSpan Span, int[] Items, int Sentence, int Clause)
{
    public bool Is(int item) => Array.IndexOf(Items, item) >= 0;
}
