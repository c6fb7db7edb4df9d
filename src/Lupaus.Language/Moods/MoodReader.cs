using Lupaus.Language.Lexicons;
using Lupaus.Language.Morphology;

namespace Lupaus.Language.Moods;

/// <summary>
/// Tells whether whoever wrote a message is content: by lexicons of our own with negation, intensifiers and what people say of waiting, repeating and
/// broken promises, and by a small model that has learned from some hundred messages what else such people write. It shows its words, and is for those
/// who read the message: not for ranking who wrote it. Irony is out of its reach. Thread-safe; takes time in proportion to the text's length.
/// </summary>
public sealed class MoodReader
{
    private readonly MoodWords finnishWords;
    private readonly MoodWords swedishWords;
    private readonly MoodWords englishWords;

    public MoodReader(Finnish finnish)
    {
        var models = MoodModel.Load();
        finnishWords = new MoodWords(Lexicon.Load("moods.fi.tsv", TextLanguage.Finnish, finnish), models.Finnish);
        swedishWords = new MoodWords(Lexicon.Load("moods.sv.tsv", TextLanguage.Swedish, finnish), models.Swedish);
        englishWords = new MoodWords(Lexicon.Load("moods.en.tsv", TextLanguage.English, finnish), models.English);
    }

    /// <param name="language">The text's language; <see cref="TextLanguage.Unknown"/> is read as each, and the one whose lexicon says most is believed.</param>
    public MoodFound Read(string text, TextLanguage language) => language switch
    {
        TextLanguage.Finnish => finnishWords.Listen(text).Found(),
        TextLanguage.Swedish => swedishWords.Listen(text).Found(),
        TextLanguage.English => englishWords.Listen(text).Found(),
        _ => OfMostWords(finnishWords.Listen(text), swedishWords.Listen(text), englishWords.Listen(text)),
    };

    private static MoodFound OfMostWords(params HeardMood[] heard) =>
        heard.MaxBy(h => Math.Abs(h.Sum)) is { Sum: not 0 } most ? most.Found() : new MoodFound(Mood.Neutral, 0, []);
}
