using Lupaus.Language.Morphology;
using Lupaus.Language.Words;

namespace Lupaus.Language.Tone.Drafts;

/// <summary>A draft as the rules see it: its own words, without those of others and without the signature, each in its sentence.</summary>
internal sealed class Draft
{
    /// <summary>In words: nobody's sentences are longer, but a pasted log may have no stops at all.</summary>
    private const int Near = 100;

    private readonly TextLanguage language;
    private readonly Finnish finnish;
    private readonly List<TextSpan> words = [];
    private readonly int[] sentenceOf;
    private readonly IReadOnlyList<Reading>?[] readings;

    public Draft(string text, TextLanguage language, Finnish finnish)
    {
        (Whole, this.language, this.finnish) = (text, language, finnish);
        Text = OwnWords.Of(text);
        foreach (var word in new WordReader(Text))
            words.Add(word);
        (sentenceOf, readings) = (new int[words.Count], new IReadOnlyList<Reading>?[words.Count]);
        Sentences = Divided(Lupaus.Language.Words.Sentences.In(Text));
    }

    /// <summary>With the quotations and the signature.</summary>
    public string Whole { get; }

    /// <summary>As long as the whole; what isn't the writer's own is blank, and apostrophes are straight.</summary>
    public string Text { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public int Count => words.Count;

    public bool HasDictionary => finnish.HasDictionary;

    public bool IsIn(TextLanguage one) => language == one || language == TextLanguage.Unknown;

    public ReadOnlySpan<char> Word(int at) => words[at].In(Text);

    public IReadOnlyList<Reading> Readings(int at) => readings[at] ??= finnish.Readings(Word(at));

    public Sentence SentenceOf(int at) => Sentences[sentenceOf[at]];

    /// <summary>The sentence that a place in the text belongs to.</summary>
    public Sentence SentenceAt(int place)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle].Span.Start <= place ? (middle, high) : (low, middle - 1);
        }
        return Sentences[low];
    }

    public TextSpan Span(int first, int last) => TextSpan.Between(words[first].Start, words[last].End);

    public bool IsSameSentence(int one, int other) => sentenceOf[one] == sentenceOf[other];

    /// <summary>Nothing but space between this word and the next.</summary>
    public bool RunsOn(int at) => at + 1 < words.Count && Text.AsSpan(words[at].End, words[at + 1].Start - words[at].End).IsWhiteSpace();

    public char After(int at) => words[at].End < Text.Length ? Text[words[at].End] : ' ';

    /// <summary>The sentence itself and those beside it.</summary>
    public IEnumerable<int> AroundSentenceOf(int at)
    {
        var sentence = sentenceOf[at];
        var first = Sentences[Math.Max(0, sentence - 1)].First;
        var end = Sentences[Math.Min(Sentences.Count - 1, sentence + 1)].End;
        (first, end) = (Math.Max(first, at - Near), Math.Min(end, at + Near));
        return Enumerable.Range(first, end - first);
    }

    /// <summary>Whether one of these words stands in the same sentence no more than so many words before.</summary>
    public bool IsBefore(int at, WordSet these, int within)
    {
        for (var i = at - 1; i >= 0 && at - i <= within && IsSameSentence(i, at); i--)
            if (these.Has(Word(i)))
                return true;
        return false;
    }

    private List<Sentence> Divided(IReadOnlyList<TextSpan> spans)
    {
        var (sentences, at) = (new List<Sentence>(), 0);
        foreach (var span in spans)
        {
            var first = at;
            while (at < words.Count && words[at].Start < span.End)
                sentenceOf[at++] = sentences.Count;
            sentences.Add(new Sentence(span, first, at));
        }
        return sentences;
    }
}

/// <summary>A sentence and its words: from <paramref name="First"/> up to but not <paramref name="End"/>.</summary>
internal readonly record struct Sentence(TextSpan Span, int First, int End);
