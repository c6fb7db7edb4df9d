namespace Lupaus.Tests.Ground.Foundations;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("040 123 4567")]
    [InlineData("(040) 123-4567")]
    [InlineData("+358 40 123 4567")]
    [InlineData("+358 (0)40 123 4567")]
    [InlineData("+358 040 123 4567")]
    [InlineData("00358401234567")]
    [InlineData("040\u00a0123\u00a04567")]
    public void One_number_written_in_many_ways_is_one_number(string text)
    {
        var number = PhoneNumber.Read(text);

        number?.Value.ShouldBe("+358401234567");
    }

    [Fact]
    public void A_number_is_shown_as_people_in_Finland_write_it()
    {
        var numbers = new[] { "+358401234567", "+46812345678" }.Select(PhoneNumber.Parse);

        var shown = numbers.Select(number => number.ForPeople());

        shown.ShouldBe(["040 123 4567", "+46812345678"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("112")]
    [InlineData("soita minulle")]
    [InlineData("040 123 4567 x2")]
    [InlineData("+358 40 123 4567 +358")]
    [InlineData("+0401234567")]
    [InlineData("+1234567890123456")]
    [InlineData("040\u0000123 4567")]
    [InlineData("٠٤٠١٢٣٤٥٦٧")]
    public void What_cannot_be_called_is_no_number(string? text)
    {
        var number = PhoneNumber.Read(text);

        number.ShouldBeNull();
    }
}
