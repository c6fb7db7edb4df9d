using Lupaus.Language.Abuse;
using Lupaus.Language.Morphology;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Abuse;

public sealed class AbuseSampleTests
{
    private static readonly IReadOnlyList<Dictionary<string, string>> rows = Samples.Rows("abuse.tsv");
    private static readonly AbuseReader reader = new(Dictionary.Finnish);
    private static readonly AbuseReader withoutDictionary = new(Finnish.WithoutDictionary);

    [Fact]
    public void Half_of_them_are_not_abusive_at_all()
    {
        rows.Count.ShouldBeGreaterThanOrEqualTo(240);
        rows.Count(row => row["level"] == "none").ShouldBeGreaterThanOrEqualTo(rows.Count / 2);
    }

    [Theory]
    [InlineData("tuned", 0.95)]
    [InlineData("held", 0.85)]
    public void How_abusive_a_message_is_is_told(string set, double atLeast)
    {
        Measure(reader, rows.Where(row => row["set"] == set), LanguageOf, atLeast, lists: set == "tuned");
    }

    [Theory]
    [InlineData("tuned", 0.97)]
    [InlineData("held", 0.90)]
    public void Nobody_decent_is_suspected(string set, double atLeast)
    {
        Measure(reader, rows.Where(row => row["set"] == set && row["level"] == "none"), LanguageOf, atLeast, lists: set == "tuned");
    }

    [Theory]
    [InlineData("tuned", 0.88)]
    [InlineData("held", 0.80)]
    public void Without_a_dictionary_Finnish_abuse_is_still_told_decently(string set, double atLeast)
    {
        Measure(withoutDictionary, rows.Where(row => row["set"] == set && row["lang"] == "fi"), LanguageOf, atLeast, lists: set == "tuned");
    }

    [Theory]
    [InlineData("tuned", 0.85)]
    [InlineData("held", 0.80)]
    public void When_the_language_is_not_known_all_three_are_tried(string set, double atLeast)
    {
        Measure(reader, rows.Where(row => row["set"] == set), _ => TextLanguage.Unknown, atLeast, lists: set == "tuned");
    }

    private static void Measure(AbuseReader reader, IEnumerable<Dictionary<string, string>> of, Func<Dictionary<string, string>, TextLanguage> language, double atLeast, bool lists)
    {
        var read = of.Select(row => (Row: row, Found: reader.Read(row["text"], language(row)))).ToList();

        var wrong = read.Where(r => !r.Found.Level.ToString().Equals(r.Row["level"], StringComparison.OrdinalIgnoreCase)).ToList();

        var right = 1 - ((double)wrong.Count / read.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{right:P1} of {read.Count}");
        right.ShouldBeGreaterThanOrEqualTo(atLeast, $"{right:P1} of {read.Count}\n{(lists ? string.Join('\n', wrong.Select(w => Shown(w.Row, w.Found))) : "")}");
    }

    private static TextLanguage LanguageOf(Dictionary<string, string> row) =>
        row["lang"] switch { "fi" => TextLanguage.Finnish, "sv" => TextLanguage.Swedish, _ => TextLanguage.English };

    private static string Shown(Dictionary<string, string> row, AbuseFound found) =>
        $"{row["lang"]} {row["level"]} \"{row["text"]}\": {found.Level} {string.Join(", ", found.Evidence.Select(e => $"{e.Words.Of(row["text"])} {e.Level}"))}";
}
