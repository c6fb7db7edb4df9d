using Lupaus.Language.Abuse;
using Lupaus.Language.Tests.Morphology;

namespace Lupaus.Language.Tests.Abuse;

public sealed class AbuseReaderTests
{
    private static readonly AbuseReader reader = new(Dictionary.Finnish);

    [Theory]
    [InlineData("Perkeleen sovellus!", AbuseLevel.Swearing)]
    [InlineData("Tuollainen paskafirma.", AbuseLevel.Swearing)]
    [InlineData("Olette idiootteja.", AbuseLevel.Insult)]
    [InlineData("Senkin huijarit!", AbuseLevel.Insult)]
    [InlineData("Asiakaspalvelijanne on täysi ääliö.", AbuseLevel.Insult)]
    [InlineData("Tulen sinne ja hakkaan teidät.", AbuseLevel.Threat)]
    [InlineData("Teidät pitäisi ampua.", AbuseLevel.Threat)]
    public void Swearing_at_a_thing_an_insult_and_a_threat_are_told_apart(string text, AbuseLevel level) => Finnish(text).Level.ShouldBe(level);

    [Theory]
    [InlineData("Vien asian oikeuteen.")]
    [InlineData("Vaihdan palveluntarjoajaa.")]
    [InlineData("Irtisanon sopimuksen ja teen valituksen.")]
    public void Going_to_law_and_going_elsewhere_are_no_threats(string text) => Finnish(text).Level.ShouldBe(AbuseLevel.None);

    [Theory]
    [InlineData("Tapan aikaa asemalla.")]
    [InlineData("Tämä kone tappaa minut.")]
    [InlineData("Puhelu tappoi tunnelman.")]
    [InlineData("Saunassa oli helvetin kuuma.")]
    public void Sayings_are_not_meant(string text) => Finnish(text).Level.ShouldBe(AbuseLevel.None);

    [Theory]
    [InlineData("Kuka panee reiän seinään?")]
    [InlineData("Olen naimaton.")]
    [InlineData("Sikafarmi tilaa kanalalle lamput.")]
    public void Innocent_words_are_left_alone(string text) => Finnish(text).Level.ShouldBe(AbuseLevel.None);

    [Theory]
    [InlineData("Olen itse idiootti, unohdin koodin.", TextLanguage.Finnish)]
    [InlineData("I am such an idiot.", TextLanguage.English)]
    [InlineData("Jag är en idiot.", TextLanguage.Swedish)]
    public void Whoever_laughs_at_themselves_insults_nobody(string text, TextLanguage language) => reader.Read(text, language).Level.ShouldBe(AbuseLevel.None);

    [Fact]
    public void A_part_of_a_town_s_name_is_no_word()
    {
        reader.Read("Do you deliver to Scunthorpe?", TextLanguage.English).Level.ShouldBe(AbuseLevel.None);
    }

    [Fact]
    public void What_somebody_quotes_they_did_not_say()
    {
        Finnish("Tämän viestin sain teiltä:\n> Olette idiootteja.").Level.ShouldBe(AbuseLevel.None);
    }

    [Fact]
    public void Evidence_is_the_words_as_they_stand()
    {
        const string Text = "Hei! Olette te idiootteja.";

        Finnish(Text).Evidence.Select(e => e.Words.Of(Text)).ShouldHaveSingleItem().ShouldEndWith("idiootteja");
    }

    private static AbuseFound Finnish(string text) => reader.Read(text, TextLanguage.Finnish);
}
