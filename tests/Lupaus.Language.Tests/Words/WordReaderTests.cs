using Lupaus.Language.Words;

namespace Lupaus.Language.Tests.Words;

public sealed class WordReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" ?! -- ", "")]
    [InlineData("Missä junalippuni on?", "Missä|junalippuni|on")]
    [InlineData("wifi-reititin, -2 ja 3-", "wifi-reititin|2|ja|3")]
    [InlineData("don't EU:n vaa’an", "don't|EU:n|vaa’an")]
    [InlineData("maija@satama.example", "maija|satama|example")]
    [InlineData("a_b 040 123", "a|b|040|123")]
    [InlineData("A\u0308iti ✈️ 𐐀𐐁 👍", "A\u0308iti|𐐀𐐁")]
    [InlineData("\ud800x\udc00", "x")]
    public void Words_are_runs_of_letters_and_digits_that_small_signs_hold_together(string text, string words)
    {
        var found = new List<string>();
        foreach (var word in new WordReader(text))
            found.Add(word.Of(text));

        string.Join('|', found).ShouldBe(words);
    }
}
