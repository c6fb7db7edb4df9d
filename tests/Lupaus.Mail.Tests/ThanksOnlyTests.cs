using Lupaus.Mail.Quoting;

namespace Lupaus.Mail.Tests;

public sealed class ThanksOnlyTests
{
    [Theory]
    [InlineData("Kiitos!")]
    [InlineData("Kiitos paljon avusta! 😊")]
    [InlineData("Hei, kiitos nopeasta vastauksesta ja hyvää viikonloppua!\n\nTerveisin\nMaija Virtanen\nOy Yritys Ab")]
    [InlineData("Kiitos!\n\nMaija")]
    [InlineData("Suuret kiitokset.\n\n-- \nMaija Virtanen, toimitusjohtaja\n040 123")]
    [InlineData("Tack så mycket!")]
    [InlineData("Hej, tusen tack för hjälpen!\nMed vänliga hälsningar,\nMaija")]
    [InlineData("Thanks a lot!\n\nSent from my iPhone")]
    [InlineData("Thank you very much for your help.\n\nOn Mon, May 11, 2026 at 10:15 AM Help <help@example.com> wrote:\n> Solved. Anything else?")]
    public void Thanks_alone_is_thanks(string text) => ThanksOnly.Is(text, "Maija Virtanen").ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("Hei")]
    [InlineData("Kiitos, mutta lasku puuttuu yhä.")]
    [InlineData("Kiitos! Milloin se tulee?")]
    [InlineData("Kiitos ei auttanut")]
    [InlineData("Kiitos\nPeruutan")]
    [InlineData("Tack, men det fungerar inte.")]
    [InlineData("Thanks for nothing, it is still broken.")]
    [InlineData("Thanks! My number is 040 123 4567.")]
    [InlineData("> Kiitos")]
    public void Thanks_and_more_is_more(string text) => ThanksOnly.Is(text, "Maija Virtanen").ShouldBeFalse();
}
