using Lupaus.Language.Lexicons;
using Lupaus.Language.Morphology;

namespace Lupaus.Language.Moods;

/// <summary>
/// Tells whether whoever wrote a message is content, by lexicons of our own with negation, intensifiers and what people say of waiting,
/// repeating and broken promises. It shows its words, and is for those who read the message: not for ranking who wrote it. Irony is out of
/// its reach. Thread-safe; takes time in proportion to the text's length.
/// </summary>
public sealed class MoodReader(Finnish finnish)
{
    /// <summary>The sum of weights from which there is a mood.</summary>
    private const double Enough = 1;

    private readonly Lexicon finnishWords = Lexicon.Load("moods.fi.tsv", TextLanguage.Finnish, finnish);
    private readonly Lexicon swedishWords = Lexicon.Load("moods.sv.tsv", TextLanguage.Swedish, finnish);
    private readonly Lexicon englishWords = Lexicon.Load("moods.en.tsv", TextLanguage.English, finnish);

    /// <param name="language">The text's language; <see cref="TextLanguage.Unknown"/> is read as each, and the one that says most is believed.</param>
    public MoodFound Read(string text, TextLanguage language) => language switch
    {
        TextLanguage.Finnish => Read(text, finnishWords),
        TextLanguage.Swedish => Read(text, swedishWords),
        TextLanguage.English => Read(text, englishWords),
        _ => new[] { Read(text, finnishWords), Read(text, swedishWords), Read(text, englishWords) }.MaxBy(found => Math.Abs(found.Score))!,
    };

    private static MoodFound Read(string text, Lexicon lexicon)
    {
        var said = SaidWords.Of(text, lexicon.Keys);
        var evidence = new Weighing(said, lexicon.FoundIn(said)).Evidence();
        var sum = evidence.Sum(e => e.Weight);
        foreach (var sign in Signs.In(text, said.Words, sum))
        {
            evidence.Add(sign);
            sum += sign.Weight;
        }
        var mood = sum >= Enough ? Mood.Satisfied : sum <= -Enough ? Mood.Dissatisfied : Mood.Neutral;
        return new MoodFound(mood, Math.Round(sum / (Math.Abs(sum) + 2), 2), evidence);
    }
}
