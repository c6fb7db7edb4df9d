using Lupaus.Language.Moods;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Moods;

public sealed class MoodReaderTests
{
    private static readonly MoodReader reader = new(Dictionary.Finnish);

    [Theory]
    [InlineData("Kiitos etukäteen.")]
    [InlineData("Hyvää päivää! Ystävällisin terveisin Liisa")]
    [InlineData("Hei hyvä asiakaspalvelu, mistä saan kuitin?")]
    [InlineData("Kiitos!")]
    [InlineData("Tilaan kuusi hyllyä, voi tuoda ovelle.")]
    public void Politeness_is_not_satisfaction(string text) => Finnish(text).Mood.ShouldBe(Mood.Neutral);

    [Theory]
    [InlineData("Kiitos avusta!")]
    [InlineData("Kiitos nopeasta vastauksesta.")]
    [InlineData("Kiitos paljon, nyt toimii.")]
    public void Thanks_for_help_received_is_satisfaction(string text) => Finnish(text).Mood.ShouldBe(Mood.Satisfied);

    [Theory]
    [InlineData("Ei toimi vieläkään.", MoodReason.Failure)]
    [InlineData("Olen odottanut kolme viikkoa.", MoodReason.Waiting)]
    [InlineData("Laite on ollut huollossa jo toista kuukautta.", MoodReason.Waiting)]
    [InlineData("Tämä on jo kolmas kerta.", MoodReason.Repetition)]
    [InlineData("Teen reklamaation kuluttajariitalautakuntaan.", MoodReason.Demand)]
    [InlineData("Lupasitte soittaa mutta ette soittaneet.", MoodReason.Promise)]
    [InlineData("En ole tyytyväinen.", MoodReason.Negated)]
    public void Complaints_without_a_word_of_feeling_are_complaints_all_the_same(string text, MoodReason why)
    {
        var found = Finnish(text);

        found.Mood.ShouldBe(Mood.Dissatisfied);
        (found.Evidence.Any(e => e.Why == why) || why == MoodReason.Negated).ShouldBeTrue();
    }

    [Fact]
    public void Evidence_is_the_words_as_they_stand()
    {
        const string Text = "Hei! Jonotin puhelimessa, ja palvelu oli todella surkeaa.";

        var found = Finnish(Text);

        found.Evidence.Select(e => e.Words.Of(Text)).ShouldContain("surkeaa");
        found.Evidence.ShouldAllBe(e => e.Weight < 0);
    }

    [Fact]
    public void Not_bad_is_less_than_good()
    {
        Finnish("Palvelu ei ollut huonoa.").Score.ShouldBeInRange(0, Finnish("Palvelu oli hyvää.").Score - 0.01);
    }

    [Fact]
    public void An_intensifier_makes_more_of_what_follows()
    {
        Finnish("Palvelu oli todella huonoa.").Score.ShouldBeLessThan(Finnish("Palvelu oli huonoa.").Score);
    }

    [Fact]
    public void What_comes_after_but_weighs_more()
    {
        var endsBadly = Finnish("Laite on hyvä, mutta asennus oli huono.").Score;
        var endsWell = Finnish("Asennus oli huono, mutta laite on hyvä.").Score;

        endsBadly.ShouldBeLessThan(endsWell);
    }

    [Fact]
    public void What_somebody_quotes_is_not_their_own_mood()
    {
        Finnish("Tässä vielä kuitti.\n> Palvelunne on surkeaa, vaadin hyvitystä!!!\n-- \nSurkea Oy").Mood.ShouldBe(Mood.Neutral);
    }

    [Fact]
    public void Something_broken_is_a_fact_before_it_is_a_feeling()
    {
        var found = Finnish("Näyttö on rikki.");

        found.Score.ShouldBeInRange(-0.4, -0.1);
    }

    [Fact]
    public void A_complaint_that_is_in_no_list_is_heard_by_what_others_wrote_and_shows_its_words()
    {
        const string Text = "Lapset itkivät ja ajoimme yöllä kotiin.";

        var found = Finnish(Text);

        found.Mood.ShouldBe(Mood.Dissatisfied);
        found.Evidence.ShouldContain(e => e.Why == MoodReason.Learned);
        found.Evidence.ShouldAllBe(e => Text.Contains(e.Words.Of(Text)));
    }

    [Fact]
    public void Who_says_if_complains_of_nothing_yet() =>
        Finnish("Mitä teen, jos paketti on rikki?").Mood.ShouldBe(Mood.Neutral);

    [Fact]
    public void Praise_in_quotes_is_not_praise() =>
        Finnish("Huone oli muka \"siisti\".").Score.ShouldBeLessThan(0);

    [Theory]
    [InlineData("Kiitos")]
    [InlineData("Hei!")]
    [InlineData("Ok")]
    public void One_word_says_too_little(string text) => Finnish(text).Mood.ShouldBe(Mood.Neutral);

    [Theory]
    [InlineData("VASTATKAA TÄHÄN VIIMEINKIN")]
    [InlineData("Missä tilaus???")]
    public void Shouting_is_heard(string text) => Finnish(text).Evidence.ShouldContain(e => e.Why == MoodReason.Shouting);

    [Theory]
    [InlineData("Jag har väntat i tre veckor.", TextLanguage.Swedish, Mood.Dissatisfied)]
    [InlineData("Tack för hjälpen!", TextLanguage.Swedish, Mood.Satisfied)]
    [InlineData("Det fungerar fortfarande inte.", TextLanguage.Swedish, Mood.Dissatisfied)]
    [InlineData("Tack på förhand.", TextLanguage.Swedish, Mood.Neutral)]
    [InlineData("I have waited for three weeks.", TextLanguage.English, Mood.Dissatisfied)]
    [InlineData("Thanks for your help!", TextLanguage.English, Mood.Satisfied)]
    [InlineData("It’s still not working.", TextLanguage.English, Mood.Dissatisfied)]
    [InlineData("Thanks in advance.", TextLanguage.English, Mood.Neutral)]
    [InlineData("Jag har väntat i tre veckor.", TextLanguage.Unknown, Mood.Dissatisfied)]
    public void The_other_languages_have_the_same_rules(string text, TextLanguage language, Mood mood) => reader.Read(text, language).Mood.ShouldBe(mood);

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 \udc00")]
    [InlineData("12345 !!")]
    public void Where_nothing_is_said_there_is_no_mood(string text)
    {
        var found = reader.Read(text, TextLanguage.Unknown);

        found.Mood.ShouldBe(Mood.Neutral);
        found.Score.ShouldBe(0);
    }

    private static MoodFound Finnish(string text) => reader.Read(text, TextLanguage.Finnish);
}
