using Lupaus.Language.Lexicons;

namespace Lupaus.Language.Moods;

/// <summary>What is known of one language.</summary>
internal sealed record MoodWords(Lexicon Lexicon, MoodModel Model)
{
    /// <summary>What the lexicon hears in a text.</summary>
    public HeardMood Listen(string text)
    {
        var said = SaidWords.Of(text, Lexicon.Keys);
        var evidence = new Weighing(text, said, Lexicon.FoundIn(said)).Evidence();
        evidence.AddRange(Signs.In(text, said.Words, evidence.Sum(e => e.Weight)).ToList());
        return new HeardMood(text, said.Words, evidence, Model);
    }
}
