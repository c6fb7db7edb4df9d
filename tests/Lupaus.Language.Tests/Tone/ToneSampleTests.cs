using Lupaus.Language.Morphology;
using Lupaus.Language.Tests.Morphology;
using Lupaus.Language.Tone;

namespace Lupaus.Language.Tests.Tone;

public sealed class ToneSampleTests
{
    private static readonly IReadOnlyList<Dictionary<string, string>> Rows = Samples.Rows("tone.tsv");
    private static readonly ToneReader Reader = new(Dictionary.Finnish);

    private static readonly ToneContext House = new([
        new("eskaloida", "siirtää eteenpäin"), new("tiketti", "asia"), new("onboarding", "alkuopastus")]);

    [Fact]
    public void There_are_enough_of_each_kind_and_many_tempt()
    {
        Rows.Count.ShouldBeGreaterThanOrEqualTo(400);
        Rows.Count(row => row["lang"] == "fi").ShouldBeGreaterThanOrEqualTo(240);
        Rows.Count(row => row["span"] == "-").ShouldBeGreaterThanOrEqualTo(Rows.Count * 4 / 10);
        Rows.Count(row => row["set"] == "held").ShouldBeGreaterThanOrEqualTo(Rows.Count / 3);
    }

    [Theory]
    [InlineData("tuned")]
    [InlineData("held")]
    public void Nineteen_drafts_of_twenty_are_marked_as_a_person_would(string set)
    {
        var rows = Rows.Where(row => row["set"] == set).ToList();

        var wrong = rows.Select(row => Wrong(row, Reader)).OfType<string>().ToList();

        var right = 1 - ((double)wrong.Count / rows.Count);
        var shown = set == "held" && Environment.GetEnvironmentVariable("HELD") is null ? "" : string.Join('\n', wrong);
        right.ShouldBeGreaterThanOrEqualTo(0.95, $"{right:P1} of {rows.Count}\n{shown}");
    }

    [Fact]
    public void Most_are_found_without_a_dictionary_too()
    {
        var reader = new ToneReader(Finnish.WithoutDictionary);

        var wrong = Rows.Select(row => Wrong(row, reader)).OfType<string>().ToList();

        wrong.Count.ShouldBeLessThanOrEqualTo(Rows.Count / 10, string.Join('\n', wrong));
    }

    private static string? Wrong(Dictionary<string, string> row, ToneReader reader)
    {
        var (text, span, instead) = (row["text"], row["span"], row["instead"]);
        var marks = reader.Read(text, Language(row["lang"]), Context(row["lang"])).Where(mark => mark.Rule == row["rule"]).ToList();
        var isRight = span == "-"
            ? marks.Count == 0
            : marks.Count == 1 && marks[0].Span.Of(text).Contains(span, StringComparison.Ordinal) && (instead.Length == 0 || marks[0].Instead == instead);
        var found = string.Join("; ", marks.Select(mark => $"\"{mark.Span.Of(text)}\" → {mark.Instead}"));
        return isRight ? null : $"{row["lang"]} {row["rule"]} \"{text}\": {span} {instead}, found {found}";
    }

    private static ToneContext Context(string language) => language switch
    {
        "fi" => House with { Jargon = [.. House.Jargon!, new("SLA", "luvattu aika")] },
        "sv" => new([new("SLA", "utlovade tid")]),
        _ => new([new("ticket", "case"), new("SLA", "promised time")]),
    };

    private static TextLanguage Language(string code) => code switch { "fi" => TextLanguage.Finnish, "sv" => TextLanguage.Swedish, _ => TextLanguage.English };
}
