using Lupaus.Ground.People;

namespace Lupaus.Tests.Ground.People;

public sealed class GreetingNameTests
{
    [Theory]
    [InlineData("Maria Virtanen", "Maria")]
    [InlineData("Kirjapaino Lehto Oy", null)]
    [InlineData("Öberg Bygg Ab", null)]
    [InlineData("Ravintola Talvi", null)]
    [InlineData("maria@example.fi", null)]
    public void A_person_is_greeted_by_first_name_and_a_company_by_none(string name, string? greeted) =>
        Known(name).FirstName.ShouldBe(greeted);

    [Fact]
    public void A_company_keeps_its_name_when_one_of_its_people_writes()
    {
        var company = Known("Kirjapaino Lehto Oy");

        company.IsCalled("Matti Meikäläinen");

        company.Name.ShouldBe("Kirjapaino Lehto Oy");
    }

    private static Person Known(string name) =>
        Person.Meet(name, EmailAddress.Parse("toimisto@example.fi"), null, LanguageCode.Fi, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
}
