using System.Globalization;
using Lupaus.Language.Deadlines;
using Read = Lupaus.Language.Deadlines.Deadlines;

namespace Lupaus.Language.Tests.Deadlines;

public sealed class DeadlineSampleTests
{
    private static readonly IReadOnlyList<Dictionary<string, string>> Rows = Samples.Rows("deadlines.tsv");

    [Fact]
    public void There_are_enough_of_each_kind()
    {
        Rows.Count.ShouldBeGreaterThanOrEqualTo(400);
        Rows.Count(row => row["at"].Length == 0).ShouldBeGreaterThanOrEqualTo(100);
        Rows.Select(row => row["lang"]).Distinct().Order().ShouldBe(["en", "fi", "sv"]);
    }

    [Theory]
    [InlineData("tuned", 0.98)]
    [InlineData("held", 0.95)]
    public void The_time_that_a_message_sets_is_found_with_its_words(string set, double atLeast)
    {
        var rows = Rows.Where(row => row["set"] == set).ToList();

        var wrong = rows.Select(Wrong).OfType<string>().ToList();

        var right = 1 - ((double)wrong.Count / rows.Count);
        right.ShouldBeGreaterThanOrEqualTo(atLeast, $"{right:P1} of {rows.Count}\n{string.Join('\n', wrong)}");
    }

    private static string? Wrong(Dictionary<string, string> row)
    {
        var found = Read.In(row["text"], Instant(row["now"])!.Value, TimeZoneInfo.FindSystemTimeZoneById(row["zone"]));
        var isRight = found?.At == Instant(row["at"]) && found?.At.Offset == Instant(row["at"])?.Offset && found?.Until == Instant(row["until"])
            && (found is null || found.Words.Of(row["text"]).Contains(row["words"], StringComparison.Ordinal));
        return isRight ? null : $"{row["lang"]} {row["now"]} \"{row["text"]}\": {row["at"]} {row["until"]}, found {Shown(found, row["text"])}";
    }

    private static string Shown(FoundDeadline? found, string text) =>
        found is null ? "none" : $"{found.At:yyyy-MM-ddTHH:mmK} {found.Until:yyyy-MM-ddTHH:mmK} \"{found.Words.Of(text)}\"";

    private static DateTimeOffset? Instant(string text) => text.Length == 0 ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
