using FsCheck;
using FsCheck.Fluent;

namespace Lupaus.Tests.Ground.Foundations;

public class LimitsTests
{
    [Fact]
    public void Line_ends_of_every_kind_become_one_kind()
    {
        var text = "yksi\r\nkaksi\rkolme\nneljä";

        var clean = text.Cleaned();

        clean.ShouldBe("yksi\nkaksi\nkolme\nneljä");
    }

    [Fact]
    public void Nul_and_other_control_characters_are_dropped_but_tabs_stay()
    {
        var text = "\0he\u0007i\t\u001b[1msinä\u0085";

        var clean = text.Cleaned();

        clean.ShouldBe("hei\t[1msinä");
    }

    [Fact]
    public void Halves_of_a_character_are_mended_and_whole_ones_stay()
    {
        var text = "a\ud83d b\udc4d c\ud83d\udc4d \udc4d\ud83d";

        var clean = text.Cleaned();

        clean.ShouldBe("a\ufffd b\ufffd c\ud83d\udc4d \ufffd\ufffd");
    }

    [Fact]
    public void Nothing_is_an_empty_text()
    {
        var nothings = new[] { null, "", " \r\n\t ", "\0", " \0 " };

        var clean = nothings.Select(text => text.Cleaned());

        clean.ShouldAllBe(text => text == "");
    }

    [Fact]
    public void A_line_stays_one_line()
    {
        var text = " Juna \r\n lähtee\u00a0\t kymmenen \u2028minuutin kuluttua ";

        var line = text.OneLine();

        line.ShouldBe("Juna lähtee kymmenen minuutin kuluttua");
    }

    [Fact]
    public void Cleaning_twice_is_the_same_as_cleaning_once()
    {
        var characters = Gen.Elements('a', ' ', '\r', '\n', '\t', '\0', '\ud83d', '\udc4d', '\u0085');

        var texts = characters.ArrayOf().Select(letters => new string(letters)).ToArbitrary();

        Prop.ForAll(texts, text => text.Cleaned().Cleaned() == text.Cleaned()).QuickCheckThrowOnFailure();
    }
}
