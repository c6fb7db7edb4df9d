using Lupaus.Language.Moods;
using Lupaus.Language.Morphology;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Moods;

public sealed class MoodSampleTests
{
    private static readonly IReadOnlyList<Dictionary<string, string>> rows = Samples.Rows("moods.tsv");
    private static readonly string[] neverTuned = ["fi-7", "fi-8", "sv-4", "en-4"];
    private static readonly MoodReader reader = new(Dictionary.Finnish);
    private static readonly MoodReader withoutDictionary = new(Finnish.WithoutDictionary);

    [Fact]
    public void There_are_enough_of_each_mood_and_language()
    {
        rows.Count.ShouldBeGreaterThanOrEqualTo(450);
        rows.GroupBy(row => (row["lang"], row["mood"])).ShouldAllBe(group => group.Count() >= 33);
    }

    [Theory]
    [InlineData("tuned", "fi", 0.90)]
    [InlineData("tuned", "sv", 0.90)]
    [InlineData("tuned", "en", 0.90)]
    [InlineData("held", "fi", 0.80)]
    [InlineData("held", "sv", 0.80)]
    [InlineData("held", "en", 0.80)]
    public void The_mood_of_a_message_is_told(string set, string language, double atLeast)
    {
        Measure(reader, rows.Where(row => row["set"] == set && row["lang"] == language), LanguageOf, atLeast, lists: set == "tuned");
    }

    [Theory]
    [InlineData("fi", 0.97)]
    [InlineData("sv", 0.97)]
    [InlineData("en", 0.97)]
    public void Messages_by_other_authors_that_were_learned_from_are_told(string language, double atLeast)
    {
        Measure(reader, OthersOf(language).Where(row => !neverTuned.Contains(row["batch"])), LanguageOf, atLeast, lists: true);
    }

    [Theory]
    [InlineData("fi", 0.79)]
    [InlineData("sv", 0.80)]
    [InlineData("en", 0.72)]
    public void Messages_by_another_author_that_nothing_was_tuned_on_are_told_too(string language, double atLeast)
    {
        Measure(reader, OthersOf(language).Where(row => neverTuned.Contains(row["batch"])), LanguageOf, atLeast, lists: false);
    }

    [Theory]
    [InlineData("tuned", 0.80)]
    [InlineData("held", 0.70)]
    public void Without_a_dictionary_Finnish_moods_are_still_told_decently(string set, double atLeast)
    {
        Measure(withoutDictionary, rows.Where(row => row["set"] == set && row["lang"] == "fi"), LanguageOf, atLeast, lists: set == "tuned");
    }

    [Theory]
    [InlineData("tuned", 0.80)]
    [InlineData("held", 0.75)]
    public void When_the_language_is_not_known_all_three_are_tried(string set, double atLeast)
    {
        Measure(reader, rows.Where(row => row["set"] == set), _ => TextLanguage.Unknown, atLeast, lists: set == "tuned");
    }

    private static void Measure(MoodReader reader, IEnumerable<Dictionary<string, string>> of, Func<Dictionary<string, string>, TextLanguage> language, double atLeast, bool lists)
    {
        var read = of.Select(row => (Row: row, Found: reader.Read(row["text"], language(row)))).ToList();

        var wrong = read.Where(r => !r.Found.Mood.ToString().Equals(r.Row["mood"], StringComparison.OrdinalIgnoreCase)).ToList();

        var right = 1 - ((double)wrong.Count / read.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{right:P1} of {read.Count}");
        right.ShouldBeGreaterThanOrEqualTo(atLeast, $"{right:P1} of {read.Count}\n{(lists ? string.Join('\n', wrong.Select(w => Shown(w.Row, w.Found))) : "")}");
    }

    private static IEnumerable<Dictionary<string, string>> OthersOf(string language)
    {
        var moods = new Dictionary<string, string> { ["d"] = "dissatisfied", ["n"] = "neutral", ["s"] = "satisfied" };
        return Samples.Rows("moods-other.tsv").Where(row => row["lang"] == language).Select(row => new Dictionary<string, string>(row) { ["mood"] = moods[row["mood"]] });
    }

    private static TextLanguage LanguageOf(Dictionary<string, string> row) =>
        row["lang"] switch { "fi" => TextLanguage.Finnish, "sv" => TextLanguage.Swedish, _ => TextLanguage.English };

    private static string Shown(Dictionary<string, string> row, MoodFound found) =>
        $"{row["lang"]} {row["mood"]} \"{row["text"]}\": {found.Mood} {string.Join(", ", found.Evidence.Select(e => $"{e.Words.Of(row["text"])} {e.Weight:F1} {e.Why}"))}";
}
