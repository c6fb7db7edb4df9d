using Lupaus.Language.Lexicons;

namespace Lupaus.Language.Moods;

/// <summary>A message of which the lexicon has said what it knows, and the model has yet to.</summary>
/// <param name="Evidence">The lexicon's.</param>
internal sealed record HeardMood(string Text, List<SaidWord> Words, List<MoodEvidence> Evidence, MoodModel Model)
{
    /// <summary>How many words of the model's are shown, and how much one must say to be.</summary>
    private const int MostLearned = 3;
    private const double LeastLearned = 0.1;

    /// <summary>What a message is without, until something speaks for it: most ask or tell something, and no more.</summary>
    private static readonly MoodLeaning neutral = new(-0.5, -0.5);

    public double Sum { get; } = Evidence.Sum(e => e.Weight);

    public MoodFound Found()
    {
        if (!Words.Exists(word => char.IsLetter(Text[word.Span.Start])))
            return new MoodFound(Mood.Neutral, 0, Evidence);
        // One weight of the lexicon makes a mood e times as likely.
        var leaning = neutral + Model.Of(Text, Words, out var byWord) + new MoodLeaning(Math.Max(0, Sum), Math.Max(0, -Sum));
        List<MoodEvidence> evidence = [.. Evidence, .. Learned(leaning.Mood, byWord)];
        return leaning.Mood == Mood.Neutral || evidence.Exists(e => e.Weight * SignOf(leaning.Mood) > 0)
            ? new MoodFound(leaning.Mood, Math.Round(leaning.Score, 2), evidence)
            : new MoodFound(Mood.Neutral, 0, evidence);
    }

    private static int SignOf(Mood mood) => mood switch { Mood.Satisfied => 1, Mood.Dissatisfied => -1, _ => 0 };

    /// <summary>The words that say most for the mood, in the text's order.</summary>
    private IEnumerable<MoodEvidence> Learned(Mood mood, MoodLeaning[] byWord)
    {
        var sign = SignOf(mood);
        if (sign == 0)
            return [];
        var most = new PriorityQueue<int, double>(MostLearned + 1);
        for (var i = 0; i < byWord.Length; i++)
        {
            if (byWord[i].Weight * sign >= LeastLearned)
                most.Enqueue(i, byWord[i].Weight * sign);
            if (most.Count > MostLearned)
                most.Dequeue();
        }
        return most.UnorderedItems.Select(item => item.Element).Order().Select(i => new MoodEvidence(Words[i].Span, byWord[i].Weight, MoodReason.Learned));
    }
}
