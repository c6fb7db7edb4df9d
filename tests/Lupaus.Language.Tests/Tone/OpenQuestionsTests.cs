using Lupaus.Language.Tests.Morphology;
using Lupaus.Language.Tone;

namespace Lupaus.Language.Tests.Tone;

public sealed class OpenQuestionsTests
{
    private static readonly IReadOnlyList<Dictionary<string, string>> Rows = Samples.Rows("questions.tsv");
    private static readonly OpenQuestions Questions = new(Dictionary.Finnish);

    [Theory]
    [InlineData("tuned", 0.95)]
    [InlineData("held", 0.9)]
    public void The_customers_questions_are_listed_with_those_that_the_draft_leaves_open(string set, double atLeast)
    {
        var rows = Rows.Where(row => row["set"] == set).ToList();

        var wrong = rows.Select(Wrong).OfType<string>().ToList();

        var right = 1 - ((double)wrong.Count / rows.Count);
        right.ShouldBeGreaterThanOrEqualTo(atLeast, $"{right:P1} of {rows.Count}\n{(set == "held" && Environment.GetEnvironmentVariable("HELD") is null ? "" : string.Join('\n', wrong))}");
    }

    [Fact]
    public void A_question_without_its_mark_is_a_hint_only()
    {
        var found = Questions.In("Milloin huolto tulee? Onko siitä kuluja", "Huolto tulee huomenna.", TextLanguage.Finnish);

        found.Select(question => question.IsSure).ShouldBe([true, false]);
    }

    private static string? Wrong(Dictionary<string, string> row)
    {
        var language = row["lang"] switch { "fi" => TextLanguage.Finnish, "sv" => TextLanguage.Swedish, _ => TextLanguage.English };
        var found = string.Join('|', Questions.In(row["message"], row["draft"], language).Select(one => (one.IsTouched ? "+" : "-") + one.Span.Of(row["message"])));
        return found == row["questions"] ? null : $"{row["message"]} / {row["draft"]}: {row["questions"]}, found {found}";
    }
}
