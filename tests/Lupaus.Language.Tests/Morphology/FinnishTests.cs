using Lupaus.Language.Morphology;

namespace Lupaus.Language.Tests.Morphology;

public sealed class FinnishTests
{
    [Theory]
    [InlineData("junalipun", "junalippu: juna lippu")]
    [InlineData("verkkokauppatilaukseni", "verkkokauppatilaus: verkko verkkokauppa kauppa kauppatilaus tilaus")]
    [InlineData("laajakaistaliittymän", "laajakaistaliittymä: laaja laajakaista kaista kaistaliittymä liittymä")]
    [InlineData("asiakaspalvelijallemme", "asiakaspalvelija: asiakas palvelija")]
    [InlineData("sote-uudistuksen", "sote-uudistus: sote uudistus")]
    [InlineData("perintätoimistosta", "perintätoimisto: perintä toimisto")]
    [InlineData("valitusajan", "valitusaika: valitus aika")]
    [InlineData("kotihoidontukea", "kotihoidontuki: koti kotihoito hoito hoidontuki tuki")]
    [InlineData("palkanlaskennasta", "palkanlaskenta: palkka laskenta")]
    [InlineData("irtisanottiin", "irtisanoa: irti sanoa")]
    [InlineData("HELSINKIIN", "helsinki: ")]
    [InlineData("helsinkiin", "helsinki: ")]
    [InlineData("vaa’alla", "vaaka: ")]
    [InlineData("a\u0308idille", "äiti: ")]
    [InlineData("parempaa", "hyvä: ")]
    public void A_word_is_read_with_its_lemma_and_the_parts_of_a_compound(string word, string reading) =>
        Dictionary.Finnish.Readings(word).Select(r => $"{r.Lemma}: {string.Join(' ', r.Parts)}").ShouldContain(reading);

    [Theory]
    [InlineData("tehty", "tehdä")]
    [InlineData("tekevän", "tehdä")]
    [InlineData("lähettämänne", "lähettää")]
    [InlineData("odottaessani", "odottaa")]
    [InlineData("irtisanotun", "irtisanoa")]
    [InlineData("selvittämistä", "selvittää")]
    public void A_participle_and_an_infinitive_tell_their_verb(string word, string verb) =>
        Dictionary.Finnish.Readings(word).Select(r => r.Verb).ShouldContain(verb);

    [Theory]
    [InlineData("palvelija")]
    [InlineData("tilaus")]
    [InlineData("perintä")]
    public void A_noun_of_its_own_has_no_verb(string word) => Dictionary.Finnish.Readings(word).ShouldAllBe(r => r.Verb == null);

    [Theory]
    [InlineData("selvitän", VerbPerson.FirstSingular, VerbMood.Indicative)]
    [InlineData("unohditte", VerbPerson.SecondPlural, VerbMood.Indicative)]
    [InlineData("voisitteko", VerbPerson.SecondPlural, VerbMood.Conditional)]
    [InlineData("soittakaa", VerbPerson.SecondPlural, VerbMood.Imperative)]
    [InlineData("toimitettiin", VerbPerson.Passive, VerbMood.Indicative)]
    [InlineData("tiedetä", VerbPerson.Passive, VerbMood.Indicative)]
    public void A_verb_tells_who_does_it(string word, VerbPerson person, VerbMood mood) =>
        Dictionary.Finnish.Readings(word).ShouldContain(r => r.Class == WordClass.Verb && r.Person == person && r.Mood == mood);

    [Fact]
    public void Small_things_are_told_too()
    {
        Reading("tiedä").IsConnegative.ShouldBeTrue();
        Reading("en").ShouldSatisfyAllConditions(r => r.Class.ShouldBe(WordClass.NegationVerb), r => r.Person.ShouldBe(VerbPerson.FirstSingular));
        Reading("lähdettekö").Asks.ShouldBeTrue();
        Reading("vikanne").Possessive.ShouldBe(Owning.SecondPlural);
        Reading("tarkistaminen").IsAction.ShouldBeTrue();
        Reading("odotin").IsPast.ShouldBeTrue();
        Reading("laskuissa").ShouldSatisfyAllConditions(r => r.IsPlural.ShouldBeTrue(), r => r.Case.ShouldBe(NounCase.Inessive));
    }

    [Theory]
    [InlineData("")]
    [InlineData("qwrtzpsdf")]
    [InlineData("привет")]
    [InlineData("\ud800")]
    [InlineData("a\u0308\udc00")]
    public void What_is_no_word_has_no_readings(string word) => Dictionary.Finnish.Readings(word).ShouldBeEmpty();

    [Fact]
    public void No_word_takes_long()
    {
        var steps = new[] { "a", "aa", "epä", "juna", "vesi", "-", "ja", "isä", "kuusi", "1", ":" }.Select(part => string.Concat(Enumerable.Repeat(part, 50)));

        foreach (var word in steps)
            Dictionary.Finnish.Readings(word.AsSpan(0, Math.Min(100, word.Length))).Count.ShouldBeLessThanOrEqualTo(60);
        Dictionary.Finnish.Readings(new string('a', 101)).ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_dictionary_nothing_is_known_and_nothing_fails()
    {
        Finnish.WithoutDictionary.HasDictionary.ShouldBeFalse();
        Finnish.WithoutDictionary.Readings("junalippu").ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_threads_read_the_same_as_one()
    {
        string[] words = [.. new RandomWords(Dictionary.Finnish, 7).Take(5_000)];
        var alone = words.Select(w => Lemmas(w)).ToList();

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => words.Select(Lemmas).ToList())));

        together.ShouldAllBe(lemmas => lemmas.SequenceEqual(alone));
    }

    private static Reading Reading(string word) => Dictionary.Finnish.Readings(word)[0];

    private static string Lemmas(string word) => string.Join(' ', Dictionary.Finnish.Readings(word).Select(r => r.Lemma));
}
