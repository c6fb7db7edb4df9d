namespace Lupaus.Tests.Ground.Foundations;

public class ReferenceTests
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string[] SomeReferences = [.. Enumerable.Range(0, 20).Select(_ => Reference.Random().Value)];

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        var wrong =
            from reference in SomeReferences
            from place in Enumerable.Range(0, reference.Length)
            from letter in Letters
            where letter != reference[place]
            select reference[..place] + letter + reference[(place + 1)..];

        var taken = wrong.Where(text => Reference.Read(text) is not null);

        taken.ShouldBeEmpty();
    }

    [Fact]
    public void Every_two_different_characters_that_changed_places_are_noticed()
    {
        var wrong =
            from reference in SomeReferences
            from one in Enumerable.Range(0, reference.Length)
            from other in Enumerable.Range(0, one)
            where reference[one] != reference[other]
            select Swapped(reference, one, other);

        var taken = wrong.Where(text => Reference.Read(text) is not null);

        taken.ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_is_read_as_people_write_it()
    {
        var reference = Reference.From(1 << 5);
        var written = $" #{reference.Value[..3].ToLowerInvariant().Replace('0', 'o')}-{reference.Value[3..].Replace('1', 'l')} ";

        var read = Reference.Read(written);

        read.ShouldBe(reference);
    }

    [Fact]
    public void The_same_number_gives_the_same_reference_and_another_number_another()
    {
        var numbers = Enumerable.Range(0, 2_000).Select(i => i * 524_287).ToArray();

        var references = numbers.Select(Reference.From).ToArray();

        references.ShouldBe(numbers.Select(Reference.From));
        references.Distinct().Count().ShouldBe(numbers.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("12345678")]
    [InlineData("UUUUUUU")]
    [InlineData("ÄÄÄÄÄÄÄ")]
    public void What_is_no_reference_is_not_read(string? text)
    {
        var read = Reference.Read(text);

        read.ShouldBeNull();
    }

    private static string Swapped(string text, int one, int other)
    {
        var letters = text.ToCharArray();
        (letters[one], letters[other]) = (letters[other], letters[one]);
        return new string(letters);
    }
}
