using Lupaus.Language.Compounds;

namespace Lupaus.Language.Tests.Compounds;

public sealed class CompoundSetTests
{
    private static readonly Swedish Swedish = SwedishDictionary.Swedish;

    [Theory]
    [InlineData("-", 0.97)]
    [InlineData("held", 0.93)]
    [InlineData("fresh", 0.93)]
    public void Compounds_are_found_by_what_they_are_made_of(string held, double least)
    {
        var compounds = Samples.Rows("compounds-sv.tsv").Where(row => row["held"] == held && row["parts"] != "-").ToList();

        var wanted = compounds.SelectMany(row => row["parts"].Replace("·", "").Split(' ').Select(part => (Word: row["word"], Part: part))).ToList();
        var missing = wanted.Where(w => !PartsOf(w.Word).Contains(w.Part)).ToList();
        var wrong = compounds.Where(row => PartsOf(row["word"]).Any(part => !IsSpan(part, row["parts"]))).Select(row => row["word"]).ToList();

        (1 - (double)missing.Count / wanted.Count).ShouldBeGreaterThanOrEqualTo(least, string.Join('\n', missing));
        ((double)wrong.Count / compounds.Count).ShouldBeLessThanOrEqualTo(0.03, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("-")]
    [InlineData("held")]
    [InlineData("fresh")]
    public void Words_that_are_no_compounds_stay_whole(string held)
    {
        var simple = Samples.Rows("compounds-sv.tsv").Where(row => row["held"] == held && row["parts"] == "-").Select(row => row["word"]).ToList();

        var cut = simple.Where(word => PartsOf(word).Count > 0).ToList();

        ((double)cut.Count / simple.Count).ShouldBeLessThanOrEqualTo(0.05, string.Join('\n', cut));
    }

    private static List<string> PartsOf(string word) => [.. Swedish.Readings(word).SelectMany(r => r.Parts).Distinct()];

    /// <summary>Whether it begins as one of the pieces does, and is about as long as the pieces from there on to one of the next.</summary>
    private static bool IsSpan(string part, string parts)
    {
        var pieces = parts.Split(' ', '·');
        return parts.Replace("·", "").Split(' ').Contains(part) ||
            Enumerable.Range(0, pieces.Length).Any(first => part.StartsWith(pieces[first][..2], StringComparison.Ordinal) &&
                Enumerable.Range(first, pieces.Length - first).Any(last => Math.Abs(part.Length - pieces[first..(last + 1)].Sum(p => p.Length)) <= 3));
    }
}
