using Lupaus.Web.Looks;

namespace Lupaus.Web.Tests.Looks;

public sealed class WordsTests
{
    private static readonly Words Words = new();
    private static readonly Dictionary<LanguageCode, Dictionary<string, string>> All =
        Enum.GetValues<LanguageCode>().ToDictionary(l => l, l => Words.In(l).All.ToDictionary());

    [Theory, InlineData(LanguageCode.Fi), InlineData(LanguageCode.Sv)]
    public void Everything_can_be_said_in_every_language(LanguageCode language)
    {
        All[LanguageCode.En].Keys.Except(All[language].Keys).ShouldBeEmpty($"missing in {language.Code()}");
        All[language].Keys.Except(All[LanguageCode.En].Keys).ShouldBeEmpty($"only in {language.Code()}");
    }

    [Fact]
    public void The_same_blanks_are_filled_in_every_language()
    {
        var differing = All[LanguageCode.En].Keys.Where(key =>
            Enum.GetValues<LanguageCode>().Select(l => Blanks(All[l].GetValueOrDefault(key, ""))).Distinct().Count() > 1);

        differing.ShouldBeEmpty();
    }

    [Fact]
    public void No_words_are_empty_or_carelessly_spaced()
    {
        var careless = All.SelectMany(l => l.Value, (l, text) => (Language: l.Key, text.Key, text.Value))
            .Where(t => string.IsNullOrWhiteSpace(t.Value) || t.Value.Contains("  ") || t.Value != t.Value.Trim());

        careless.ShouldBeEmpty();
    }

    [Fact]
    public void A_blank_is_filled_as_it_is_given() =>
        Words.In(LanguageCode.En).Say("looks.toolong", ("limit", "{200}")).ShouldBe("That's a little too long: at most {200} characters fit.");

    [Fact]
    public void A_blank_left_unfilled_never_reaches_a_person() =>
        Should.Throw<ArgumentException>(() => Words.In(LanguageCode.Fi).Say("looks.toolong")).Message.ShouldContain("{limit}");

    [Fact]
    public void Words_that_do_not_exist_are_our_fault_and_said_aloud() =>
        Should.Throw<KeyNotFoundException>(() => Words.In(LanguageCode.Sv)["looks.nothing"]).Message.ShouldContain("looks.nothing");

    [Fact]
    public void A_refusal_without_words_of_its_own_still_tells_what_to_do() =>
        Words.In(LanguageCode.Fi).Refusal(Refusal.Because("never.heard.of")).ShouldStartWith("Tätä ei voi juuri nyt tehdä");

    private static string Blanks(string text) => string.Join(' ', Phrases.PlaceholdersIn(text).Distinct().Order());
}
