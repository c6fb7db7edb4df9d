using Lupaus.Language.Names;

namespace Lupaus.Language.Tests.Names;

public sealed class PhoneKeyTests
{
    [Theory]
    [InlineData("040 123 4567")]
    [InlineData("0401234567")]
    [InlineData("(040) 123-4567")]
    [InlineData("+358 40 123 4567")]
    [InlineData("+358 (0)40 123 4567")]
    [InlineData("+358 040 1234567")]
    [InlineData("00358401234567")]
    [InlineData("358401234567")]
    [InlineData("040.123.4567")]
    [InlineData("puh. 040 1234567")]
    [InlineData("tel:+358401234567")]
    [InlineData("０４０ 123 4567")]
    public void A_number_is_one_however_it_is_written(string text) => PhoneKey.Of(text).ShouldBe("358401234567");

    [Theory]
    [InlineData("+46 70-123 45 67", "46701234567")]
    [InlineData("0046 (0)70 123 45 67", "46701234567")]
    [InlineData("+372 5123 4567", "37251234567")]
    public void A_number_abroad_keeps_its_country(string text, string key) => PhoneKey.Of(text).ShouldBe(key);

    [Theory]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("A-447123")]
    [InlineData("1234567890123456")]
    [InlineData("maija.040@example.fi")]
    [InlineData("12+345678")]
    [InlineData("\ud83d 5")]
    public void What_is_no_number_has_no_key(string text) => PhoneKey.Of(text).ShouldBeNull();

    [Theory]
    [InlineData("040 12", true)]
    [InlineData("+358 40", true)]
    [InlineData("123 4567", true)]
    [InlineData("4567", false)]
    [InlineData("04", false)]
    [InlineData("050 123", false)]
    public void A_part_of_a_number_finds_it(string typed, bool matches) => PhoneKey.Matches(typed, "358401234567").ShouldBe(matches);
}
