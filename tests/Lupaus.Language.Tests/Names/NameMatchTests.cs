using Lupaus.Language.Names;

namespace Lupaus.Language.Tests.Names;

public sealed class NameMatchTests
{
    private static readonly (string Name, NameKeys Keys)[] People = [.. Samples.Rows("people.tsv").Select(row => (row["name"], NameKeys.Of(row["name"])))];

    [Theory]
    [InlineData("tuned", .98)]
    [InlineData("held", .97)]
    public void The_one_who_is_asked_for_comes_first_and_alone(string set, double share)
    {
        var rows = Samples.Rows("names.tsv").Where(row => row["set"] == set).ToList();

        var right = rows.Count(row => Best(row["query"]) is var best && best[0].Name == row["name"] && best[0].Score > best[1].Score);

        ((double)right / rows.Count).ShouldBeGreaterThanOrEqualTo(share);
    }

    [Fact]
    public void Nearly_all_are_found_by_an_index_of_stems_and_the_others_by_runs_of_letters()
    {
        var missed = Samples.Rows("names.tsv")
            .Select(row => (Query: NameQuery.Of(row["query"]), Keys: NameKeys.Of(row["name"])))
            .Where(one => !one.Query.Stems.Intersect(one.Keys.Stems).Any())
            .ToList();

        missed.Count.ShouldBeLessThan(20);
        missed.ShouldAllBe(one => one.Query.Trigrams.Intersect(one.Keys.Trigrams).Count() > 1);
    }

    [Theory]
    [InlineData("Maija Virtanen", "Virtasen", "Virtaselle", "Virtasta", "virtasellekin", "Maijan", "Virtasen Maija", "VIRTANEN, MAIJA")]
    [InlineData("Pekka Lahti", "Lahden", "Lahteen", "Pekalle", "Lahdella")]
    [InlineData("Heikki Rinne", "Rinteen", "Rinteelle", "Heikin")]
    [InlineData("Tuomas Kangas", "Kankaalle", "Tuomaan", "Tuomaksen", "Kangasta")]
    [InlineData("Olli Susi", "Suden", "Sudelta", "Ollin")]
    [InlineData("Wille Wikström", "Vikströmin", "Wikströms", "wikstrom", "Willen")]
    [InlineData("Sarah O'Connor", "O'Connor's", "OConnorille", "O’Connorin")]
    [InlineData("Johan Åberg", "Åbergs", "Aberg", "Oberg")]
    [InlineData("John Smith", "Smith's", "Smithin", "Smith:lle")]
    public void An_inflected_name_is_the_persons(string name, params string[] queries)
    {
        foreach (var query in queries)
            NameMatch.Score(query, NameKeys.Of(name)).ShouldBeGreaterThan(.9, query);
    }

    [Theory]
    [InlineData("Maija Virtanen", "Korhonen")]
    [InlineData("Maija Virtanen", "")]
    [InlineData("Maija Virtanen", "12345 ?!")]
    [InlineData("", "Virtanen")]
    [InlineData("Kari Lehto", "Mäkinen Seija")]
    public void Another_name_is_not(string name, string query) => NameMatch.Score(query, NameKeys.Of(name)).ShouldBeLessThan(.4);

    [Fact]
    public void First_names_tell_those_of_one_family_apart() =>
        NameMatch.Score("Virtasen Matti", NameKeys.Of("Matti Virtanen")).ShouldBeGreaterThan(NameMatch.Score("Virtasen Matti", NameKeys.Of("Maija Virtanen")));

    [Fact]
    public void A_name_is_folded_as_it_is_heard() => NameKeys.Of(" Elsa  Wäinö-Åkerblom née O'Zoë ").Folded.ShouldBe("elsa vaino okerblom nee osoe");

    [Fact]
    public void No_text_is_too_odd()
    {
        var random = new Random(20261122);
        const string Letters = "aäöåwxzphtnsei -'’:.\ud83d\ude00\u0308\uffffЖ字ıİß";
        for (var i = 0; i < 20_000; i++)
        {
            var (one, other) = (new string(random.GetItems<char>(Letters, random.Next(20))), new string(random.GetItems<char>(Letters, random.Next(20))));
            NameMatch.Score(one, NameKeys.Of(other)).ShouldBeInRange(0, 1.0001);
        }
        foreach (var noise in (string[])[new('x', 1_000_000), new(' ', 1_000_000), string.Concat(Enumerable.Repeat("ab ", 300_000))])
            NameMatch.Score(noise, NameKeys.Of(noise)).ShouldBeInRange(0, 1.0001);
    }

    private static (string Name, double Score)[] Best(string query)
    {
        var asked = NameQuery.Of(query);
        return [.. People.Select(one => (one.Name, Score: NameMatch.Score(asked, one.Keys))).OrderByDescending(one => one.Score).Take(2)];
    }
}
