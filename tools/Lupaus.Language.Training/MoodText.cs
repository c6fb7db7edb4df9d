using Lupaus.Language.Moods;

namespace Lupaus.Language.Training;

/// <param name="Batch">Its set in samples/language: "tuned" or the number of a batch by another author.</param>
internal sealed record MoodText(string Batch, TextLanguage Language, Mood Mood, string Text)
{
    /// <summary>What no word list was ever tuned on, and no model trained.</summary>
    private static readonly string[] never = ["held", "fi-7", "fi-8", "sv-4", "en-4"];

    public static List<MoodText> ReadTrained(string folder) =>
        [.. new[] { "moods.tsv", "moods-other.tsv" }.SelectMany(name => File.ReadLines(Path.Combine(folder, name))).Select(Of).OfType<MoodText>()];

    private static MoodText? Of(string line) => line.Split('\t') switch
    {
        [var batch, ("fi" or "sv" or "en") and var language, var mood, var text] when !never.Contains(batch) => new(batch, LanguageOf(language), MoodOf(mood), text.Replace("\\n", "\n", StringComparison.Ordinal)),
        _ => null,
    };

    private static TextLanguage LanguageOf(string code) => code switch { "fi" => TextLanguage.Finnish, "sv" => TextLanguage.Swedish, _ => TextLanguage.English };

    private static Mood MoodOf(string word) => word[0] switch { 's' => Mood.Satisfied, 'd' => Mood.Dissatisfied, _ => Mood.Neutral };
}
