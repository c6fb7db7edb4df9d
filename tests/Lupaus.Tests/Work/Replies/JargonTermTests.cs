using Lupaus.Ground.Foundations;
using Lupaus.Work.Replies;

namespace Lupaus.Tests.Work.Replies;

public class JargonTermTests
{
    private static readonly AgentId Minna = new(1);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "asia", "jargon.term")]
    [InlineData(" -1- ", "asia", "jargon.term")]
    [InlineData("tiketti", " ", "jargon.plain")]
    [InlineData("Tiketti", "tiketti", "jargon.same")]
    public void A_word_needs_letters_and_a_plain_one_that_is_another(string term, string plain, string key) =>
        JargonTerm.WhyNotNote(term, plain).ShouldNotBeNull().Key.ShouldBe(key);

    [Fact]
    public void A_word_has_its_limit()
    {
        JargonTerm.WhyNotNote(new string('a', 60), new string('b', 60)).ShouldBeNull();
        JargonTerm.WhyNotNote(new string('a', 61), "b").ShouldNotBeNull().Key.ShouldBe("jargon.term");
        JargonTerm.WhyNotNote("a", new string('b', 61)).ShouldNotBeNull().Key.ShouldBe("jargon.plain");
    }

    [Fact]
    public void Saying_the_same_again_is_no_news()
    {
        var term = JargonTerm.Note(LanguageCode.Fi, "Tiketti", "asia", Minna, Now);

        term.Say("Tiketti", "asia", Minna, Now);
        term.Say("tiketti", "pyyntö", Minna, Now);

        (term.Term, term.Plain, term.Key).ShouldBe(("tiketti", "pyyntö", "tiketti"));
        term.TakeHappenings().Count().ShouldBe(2);
    }
}
