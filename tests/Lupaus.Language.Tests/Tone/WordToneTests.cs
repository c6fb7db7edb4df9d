using Lupaus.Language.Tests.Morphology;
using Lupaus.Language.Tone;

namespace Lupaus.Language.Tests.Tone;

public sealed class WordToneTests
{
    [Theory]
    [InlineData(25, 0)]
    [InlineData(26, 1)]
    public void A_sentence_of_more_than_25_words_is_marked(int words, int marks)
    {
        var text = "Hei! " + string.Join(' ', Enumerable.Repeat("sana", words)) + ". Kiitos.";

        var found = Marks(text, "long-sentence").ToList();

        found.Count.ShouldBe(marks);
        found.ShouldAllBe(mark => mark.Span.Start == 5);
    }

    [Theory]
    [InlineData("Soita numeroon 040 123 4567.", "040 123 4567")]
    [InlineData("puh.09-123456", "09-123456")]
    [InlineData("Ring +46 (0)8-123 456 78!", "+46 (0)8-123 456 78")]
    [InlineData("Kirjoita osoitteeseen apu@satama.example.", "apu@satama.example")]
    [InlineData("Ohje: https://satama.example/ohje?x=1 ja www.satama.example", "https://satama.example/ohje?x=1|www.satama.example")]
    [InlineData("Katso vr.fi tai satama.fi/ohje", "vr.fi|satama.fi/ohje")]
    [InlineData("Voit myös vastata tähän viestiin.", "vastata tähän viestiin")]
    [InlineData("Svara på detta meddelande så hjälper jag dig.", "Svara på detta meddelande")]
    [InlineData("Just reply to this email.", "Just reply")]
    [InlineData("Tilaus 20261224, hinta 1 250,00 €, 24.12.2026 klo 12.30, viite 1234 5678", "")]
    public void What_reaches_somebody_outright_is_found(string text, string details)
    {
        var found = ContactDetails.In(text).Select(span => span.Of(text));

        string.Join('|', found).ShouldBe(details);
    }

    [Theory]
    [InlineData("Ottakaa yhteyttä rautatieyhtiöön.", "Ottakaa yhteyttä")]
    [InlineData("Vänd dig till banken.", "Vänd dig")]
    [InlineData("Please contact the airline.", "Please contact")]
    [InlineData("Ottakaa yhteyttä rautatieyhtiöön, puh. 09 123 456.", "")]
    [InlineData("Vänd dig till banken, www.banken.example.", "")]
    [InlineData("Please contact me: just reply.", "")]
    [InlineData("Soitin puolestasi rautatieyhtiöön, ja lippusi on nyt kunnossa.", "")]
    public void Who_is_sent_elsewhere_has_to_be_told_how_to_get_there(string text, string pointing)
    {
        var found = Marks(text, "no-contact").Select(mark => mark.Span.Of(text));

        string.Join('|', found).ShouldBe(pointing);
    }

    [Theory]
    [InlineData("Pyrimme vastaamaan mahdollisimman pian, ehkä huomenna.", "trying:Pyrimme|time:mahdollisimman pian|doubt:ehkä")]
    [InlineData("Vi ska försöka ordna det så snart som möjligt.", "trying:Vi ska försöka|time:så snart som möjligt")]
    [InlineData("I think we'll try to fix it at some point.", "doubt:I think|trying:we'll try|time:at some point")]
    [InlineData("Selvitän asian ja palaan huomenna klo 12.", "")]
    public void Words_that_leave_the_customer_in_doubt_are_marked_each_with_its_reason(string text, string marks)
    {
        var found = Marks(text, "hedging").Select(mark => $"{mark.Why.Split('.')[^1]}:{mark.Span.Of(text)}");

        string.Join('|', found).ShouldBe(marks);
    }

    [Theory]
    [InlineData("@a")]
    [InlineData("0 ")]
    [InlineData("www.")]
    [InlineData("a.b-")]
    [InlineData("\ud83d")]
    [InlineData("soita ")]
    [InlineData("en ")]
    [InlineData("\"a")]
    [InlineData("väärin ")]
    [InlineData("tiedä. ")]
    [InlineData("onko? ")]
    [InlineData("ehkä ")]
    [InlineData("unohdit ")]
    [InlineData("ehkä :)\n\n")]
    public void Any_text_is_read_soon(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        ContactDetails.In(text);
        Reader.Read(text, TextLanguage.Unknown, new([new("tiketti", "asia"), new("", ""), new("*", "x")]));
        new OpenQuestions(Dictionary.Finnish).In(text, text, TextLanguage.Finnish);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("Kirjoitit: ”En tiedä, unohditte kuitin.” Korjasin laskun.")]
    [InlineData("> Unohditte kuitin.\n\nKorjasin laskun.")]
    [InlineData("Korjasin laskun.\n\nTerveisin\nMaria, asianomainen osasto")]
    [InlineData("En tiedä, kumpi on sitkeämpi, sinä vai reititin. :)")]
    [InlineData("Kahvikone kosti meille kaikille, mutta lasku on nyt kunnossa :)")]
    public void Others_words_signatures_and_humour_are_left_alone(string text) => Reader.Read(text, TextLanguage.Finnish).ShouldBeEmpty();

    [Fact]
    public void Two_thousand_characters_are_read_between_two_key_strokes()
    {
        const string Part = "Hei Maria, mikäli paketti ei saavu, en tiedä syytä. Selvitän asian kuljetusliikkeestä ja palaan huomenna klo 12. Kyseinen lasku on tarkistettu. ";
        var text = string.Concat(Enumerable.Repeat(Part, 2000 / Part.Length + 1))[..2000];
        for (var i = 0; i < 100; i++)
            Reader.Read(text, TextLanguage.Finnish);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 20; i++)
            Reader.Read(text, TextLanguage.Finnish);

        (watch.Elapsed / 20).ShouldBeLessThan(TimeSpan.FromMilliseconds(20));
    }

    private static readonly ToneReader Reader = new(Dictionary.Finnish);

    private static IEnumerable<ToneMark> Marks(string text, string rule) => Reader.Read(text, TextLanguage.Unknown).Where(mark => mark.Rule == rule);
}
