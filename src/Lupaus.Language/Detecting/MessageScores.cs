namespace Lupaus.Language.Detecting;

/// <summary>What the words of a message have said so far, sentence by sentence.</summary>
internal struct MessageScores
{
    /// <summary>Fewer words than these are a greeting, a name or a title, and make no message of two languages.</summary>
    private const int FewestWords = 4;

    /// <summary>How sure a sentence must be to count as one of a second language.</summary>
    private const float SureEnough = 5;

    private readonly Scores prior;
    private Scores whole, sentence;

    /// <summary>How many letters the sentences have that are surely of a kind, and those of them that are long enough.</summary>
    private Scores sure, sureAndLong;
    private int words, wordsOfSentence, letters, lettersOfSentence;

    public MessageScores(in Scores prior)
    {
        this.prior = whole = sentence = prior;
        sure = sureAndLong = default;
    }

    /// <summary>How many letters of other scripts there were.</summary>
    public int Foreign { get; set; }

    public void Add(in Scores word, int length)
    {
        letters += length;
        // A name says nothing, neither alone nor in a sentence.
        if (word.Best() == Kind.Name)
            return;
        whole.Add(word);
        sentence.Add(word);
        lettersOfSentence += length;
        wordsOfSentence++;
        words++;
    }

    public void EndSentence()
    {
        var best = BestLanguage(sentence, out var margin);
        if (margin >= SureEnough)
        {
            sure[best] += lettersOfSentence;
            sureAndLong[best] += wordsOfSentence >= FewestWords ? lettersOfSentence : 0;
        }
        sentence = prior;
        wordsOfSentence = lettersOfSentence = 0;
    }

    public readonly DetectedLanguage Result()
    {
        if (words == 0 || Foreign > letters)
            return default;
        var best = BestLanguage(whole, out var margin);
        if (best.Language() == TextLanguage.Unknown)
            return default;

        var second = MostSureBut(best);
        if (second is null)
            return new DetectedLanguage(best.Language(), margin);
        // Of two languages the one with more letters is the message's, though the fewer may say so more loudly.
        return sure[second.Value] > sure[best]
            ? new DetectedLanguage(second.Value.Language(), Math.Max(0, whole[second.Value] - whole[best])) { Second = best.Language() }
            : new DetectedLanguage(best.Language(), margin) { Second = second.Value.Language() };
    }

    private static Kind BestLanguage(Scores scores, out float margin)
    {
        scores[Kind.Name] = float.NegativeInfinity;
        var best = scores.Best();
        margin = scores[best] - scores.BestBut(best);
        return best;
    }

    private readonly Kind? MostSureBut(Kind best)
    {
        Kind? most = null;
        foreach (var kind in (ReadOnlySpan<Kind>)[Kind.Finnish, Kind.Swedish, Kind.English])
            if (kind != best && sureAndLong[kind] > (most is null ? 0 : sureAndLong[most.Value]))
                most = kind;
        return most;
    }
}
