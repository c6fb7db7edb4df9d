using Lupaus.Language.Stemming;

namespace Lupaus.Language.Tests.Stemming;

public sealed class StemmerTests
{
    [Theory]
    [InlineData(TextLanguage.Finnish, "stems-fi.tsv")]
    [InlineData(TextLanguage.Swedish, "stems-sv.tsv")]
    [InlineData(TextLanguage.English, "stems-en.tsv")]
    public void Every_word_gets_the_stem_that_Snowball_gives_it(TextLanguage language, string table)
    {
        var stemmer = Stemmer.Of(language)!;

        var wrong = Samples.Rows(table)
            .Select(row => (Word: row["word"], Stem: row["stem"], Found: stemmer.Stem(row["word"])))
            .Where(one => one.Found != one.Stem)
            .Select(one => $"{one.Word} → {one.Found}, not {one.Stem}");

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("junalippu", "junalipun", "junalipussa", "junalippuni")]
    [InlineData("lasku", "laskun", "laskua", "laskulla", "laskuko")]
    public void Forms_of_a_word_meet(params string[] forms) => forms.Select(Stemmer.Finnish.Stem).Distinct().ShouldHaveSingleItem();

    [Fact]
    public void Words_of_a_language_that_is_not_known_have_no_stemmer() => Stemmer.Of(TextLanguage.Unknown).ShouldBeNull();

    [Fact]
    public void What_is_longer_than_any_word_stays_as_it_was()
    {
        var tooLong = new string('a', 101) + "ssa";

        Stemmer.Finnish.Stem(tooLong).ShouldBeSameAs(tooLong);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud800")]
    [InlineData("\udc00\ud800lla")]
    [InlineData("'")]
    [InlineData("🎉🎉ssa")]
    [InlineData("Y")]
    public void No_text_is_too_odd_and_no_stem_longer_than_its_word(string word)
    {
        foreach (var language in Enum.GetValues<TextLanguage>())
            Stemmer.Of(language)?.Stem(word).Length.ShouldBeLessThanOrEqualTo(word.Length);
    }

    [Fact]
    public void Whatever_the_letters_a_stem_is_found_and_fits()
    {
        var random = new Random(20261122);
        const string Letters = "aeiouyäöåbdgklmnpst'YXi\ud83d\ude00\u0301";
        for (var i = 0; i < 100_000; i++)
        {
            var word = new string(random.GetItems<char>(Letters, random.Next(12)));
            No_text_is_too_odd_and_no_stem_longer_than_its_word(word);
        }
    }
}
