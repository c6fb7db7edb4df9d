using Lupaus.Language.Compounds;
using Lupaus.Language.Morphology;
using Lupaus.Language.Searching;
using Lupaus.Language.Tests.Compounds;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Searching;

public sealed class SearchAnalyserTests
{
    private static readonly SearchAnalyser Analyser = new(Dictionary.Finnish, SwedishDictionary.Swedish);

    [Theory]
    [InlineData("Verkkokauppatilaukseni puuttuu", "tilaus")]
    [InlineData("Verkkokauppatilaukseni puuttuu", "verkkokaupan")]
    [InlineData("Wifi-reitittimemme on rikki", "reititin")]
    [InlineData("Wifi-reitittimemme on rikki", "wifireititin")]
    [InlineData("Tehty on mitä osataan", "tehdä")]
    [InlineData("Tilasin Helsinkiin", "helsinki")]
    [InlineData("Testisen Mari soitti", "Testinen")]
    [InlineData("Testinen soitti", "Testiselle")]
    [InlineData("Kelan päätös", "kela")]
    [InlineData("Kela:n päätös", "kela")]
    [InlineData("Se vaa’alla punnittu", "vaaka")]
    public void A_word_is_found_in_another_form_or_within_a_compound(string text, string sought) => Finds(text, TextLanguage.Finnish, sought).ShouldBeTrue();

    [Theory]
    [InlineData("Sää on kaunis", "saa")]
    [InlineData("Laskin väärin", "juna")]
    [InlineData("Lippu maksoi", "junalippu")]
    [InlineData("Palvelijani", "palvella")]
    public void A_word_is_not_found_by_another_that_looks_alike(string text, string sought) => Finds(text, TextLanguage.Finnish, sought).ShouldBeFalse();

    [Theory]
    [InlineData("Var är mina biljetter?", TextLanguage.Swedish, "biljett")]
    [InlineData("Fakturorna kom fram", TextLanguage.Swedish, "faktura")]
    [InlineData("My tickets are missing", TextLanguage.English, "ticket")]
    [InlineData("I was waiting", TextLanguage.English, "wait")]
    [InlineData("Hei! Please refund the tickets", TextLanguage.Unknown, "refunds")]
    public void Swedish_and_English_words_are_found_in_other_forms(string text, TextLanguage language, string sought) => Finds(text, language, sought).ShouldBeTrue();

    [Theory]
    [InlineData("Tågbiljetten kom aldrig", "biljetter")]
    [InlineData("Tågbiljetten kom aldrig", "tågbiljett")]
    [InlineData("Var är fakturan?", "faktura")]
    [InlineData("Faktura saknas", "fakturan")]
    [InlineData("Min e-faktura saknas", "faktura")]
    [InlineData("Wifi-routern är trasig", "wifirouter")]
    [InlineData("Luotsiabonnemanget är dyrt", "abonnemang")]
    [InlineData("Luotsiabonnemanget är dyrt", "luotsi")]
    public void A_Swedish_word_is_found_in_another_form_or_within_a_compound(string text, string sought) => Finds(text, TextLanguage.Swedish, sought).ShouldBeTrue();

    [Theory]
    [InlineData("Tåget var sent", "tågbiljett")]
    [InlineData("Sparrisen var vissen", "ris")]
    [InlineData("Planeten syns", "plan")]
    [InlineData("Var är min väska?", "ära")]
    public void A_Swedish_word_is_not_found_by_another_that_it_only_looks_like(string text, string sought) => Finds(text, TextLanguage.Swedish, sought).ShouldBeFalse();

    [Theory]
    [InlineData("Kassakone on rikki", "kon")]
    [InlineData("Antivirus license xenorouter", "router")]
    public void Where_the_language_is_not_known_only_what_must_be_Swedish_is_cut(string text, string sought) => Finds(text, TextLanguage.Unknown, sought).ShouldBeFalse();

    [Fact]
    public void Swedish_compounds_are_cut_also_where_the_language_is_not_known() => Finds("Tågbiljetten", TextLanguage.Unknown, "biljett").ShouldBeTrue();

    [Fact]
    public void Without_a_dictionary_of_Swedish_its_words_go_by_their_stems()
    {
        var analyser = new SearchAnalyser(Dictionary.Finnish, Swedish.WithoutDictionary);

        analyser.Tokens("biljetterna", TextLanguage.Swedish).Single().Is(analyser.Terms("biljett").Single()).ShouldBeTrue();
        analyser.Tokens("tågbiljett", TextLanguage.Swedish).Single().Is(analyser.Terms("biljett").Single()).ShouldBeFalse();
    }

    [Fact]
    public void A_message_in_two_languages_is_read_in_both()
    {
        var tokens = Analyser.Tokens("Lippuni: the tickets", TextLanguage.Finnish, TextLanguage.English);

        tokens.Single(t => t.Surface == "tickets").Stems.ShouldContain("~ticket");
        tokens.Single(t => t.Surface == "lippuni").Lemma.ShouldBe("lippu");
    }

    [Fact]
    public void Without_a_dictionary_stems_find_what_they_can()
    {
        var analyser = new SearchAnalyser(Finnish.WithoutDictionary);

        analyser.Tokens("laskussa", TextLanguage.Finnish).Single().Is(analyser.Terms("laskut").Single()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("junal", true, true)]
    [InlineData("junal", false, false)]
    [InlineData("lip", true, true)]
    public void The_last_word_may_be_unfinished(string sought, bool isPrefix, bool isFound) =>
        Analyser.Tokens("junalipun", TextLanguage.Finnish).Single().Is(Analyser.Terms(sought, isPrefix).Single()).ShouldBe(isFound);

    [Fact]
    public void The_inflected_word_is_marked_in_a_snippet_where_most_of_the_sought_words_stand()
    {
        var text = "Hei!\n" + string.Concat(Enumerable.Repeat("Kirjoitan teille taas, sillä mitään ei ole kuulunut. ", 6)) + "Junalippuni hinnasta puuttuu alennus, jonka lupasitte. " + new string('.', 300);

        var pieces = Snippet.Of(text, Analyser.Tokens(text, TextLanguage.Finnish), Analyser.Terms("lippu hinta"));

        pieces.Where(p => p.IsMarked).Select(p => p.Text).ShouldBe(["Junalippuni", "hinnasta"]);
        pieces[0].Text.ShouldBe("… ");
        pieces[^1].Text.ShouldBe(" …");
        string.Concat(pieces.Select(p => p.Text)).Length.ShouldBeLessThan(Snippet.Length + 80);
    }

    [Fact]
    public void A_text_without_the_words_has_no_snippet() => Snippet.Of("Moi", Analyser.Tokens("Moi", TextLanguage.Finnish), Analyser.Terms("lasku")).ShouldBeEmpty();

    private static bool Finds(string text, TextLanguage language, string sought) =>
        Analyser.Tokens(text, language).Any(t => Analyser.Terms(sought).All(t.Is));
}
