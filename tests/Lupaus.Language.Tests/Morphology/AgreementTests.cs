namespace Lupaus.Language.Tests.Morphology;

public sealed class AgreementTests
{
    [Fact]
    public void Of_thirty_thousand_words_that_the_dictionary_makes_up_we_find_all_that_libvoikko_finds()
    {
        var words = new RandomWords(Dictionary.Finnish, 20261122).Take(30_000).Distinct().SelectMany(w => new[] { w, char.ToUpperInvariant(w[0]) + w[1..] });

        Disagreements(words).ShouldBeEmpty();
    }

    /// <summary>It may find less than we do: names without a capital letter, for instance, which customers write all the time.</summary>
    private static List<string> Disagreements(IEnumerable<string> words)
    {
        using var voikko = new Libvoikko();
        var known = 0;
        var disagreements = new List<string>();
        foreach (var word in words)
        {
            var theirs = voikko.Outputs(word);
            known += theirs.Count > 0 ? 1 : 0;
            if (!theirs.IsSubsetOf(Outputs.Of(Dictionary.Finnish, word)))
                disagreements.Add(word);
        }
        known.ShouldBeGreaterThan(10_000);
        return disagreements;
    }
}
