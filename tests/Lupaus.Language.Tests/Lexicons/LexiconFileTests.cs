using Lupaus.Language.Lexicons;

namespace Lupaus.Language.Tests.Lexicons;

public sealed class LexiconFileTests
{
    [Theory]
    [InlineData("moods.fi.tsv")]
    [InlineData("moods.sv.tsv")]
    [InlineData("moods.en.tsv")]
    public void A_phrase_stands_once_in_its_file(string name)
    {
        var phrases = Lines(name).Where(line => line[0] is not ('#' or '@')).SelectMany(line => line.Split('\t')[2].Split("; "));

        phrases.GroupBy(phrase => phrase).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("moods.fi.tsv")]
    [InlineData("moods.sv.tsv")]
    [InlineData("moods.en.tsv")]
    public void A_line_has_a_label_a_weight_and_phrases(string name)
    {
        foreach (var line in Lines(name).Where(line => line[0] is not ('#' or '@')))
            line.Split('\t').Length.ShouldBeInRange(3, 4, line);
    }

    private static IEnumerable<string> Lines(string name)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
