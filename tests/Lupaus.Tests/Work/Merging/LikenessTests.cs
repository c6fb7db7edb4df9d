using Lupaus.Work.Merging;

namespace Lupaus.Tests.Work.Merging;

public class LikenessTests
{
    [Theory]
    [InlineData("Lippua ei voi lunastaa", "En saa lippuani lunastettua automaatista")]
    [InlineData("Var är min biljett till Tammerfors?", "Jag hittar inte biljetten till Tammerfors")]
    [InlineData("The refund for my cancelled trip", "Refund of a cancelled trip still missing")]
    public void The_same_matter_in_other_words_is_alike(string one, string other) => Likeness.AreAlike(one, other).ShouldBeTrue();

    [Theory]
    [InlineData("Lippua ei voi lunastaa", "Milloin kotisivuni valmistuvat?")]
    [InlineData("Hei, kiitos viestistäsi, ystävällisin terveisin", "Hei, kiitos viestistä, ystävällisin terveisin")]
    [InlineData("Juna on myöhässä", "Juna!")]
    [InlineData("", "")]
    public void Greetings_one_word_or_nothing_make_no_matter_alike(string one, string other) => Likeness.AreAlike(one, other).ShouldBeFalse();

    [Fact]
    public void It_does_not_matter_which_is_named_first()
    {
        var (one, other) = ("Kuitti puuttuu maaliskuun matkasta", "Maaliskuun matka: kuitti on hukassa, mitä teen, kun kirjanpito sulkeutuu?");

        Likeness.Of(one, other).ShouldBe(Likeness.Of(other, one));
        Likeness.Of(one, one).ShouldBe(1);
    }

    [Fact]
    public void Two_tickets_are_one_pair_whichever_is_named_first()
    {
        var (a, b) = (new TicketId(1), new TicketId(2));

        var pair = TicketPair.Of(b, a, Pairing.Related, new AgentId(11), DateTimeOffset.UnixEpoch);

        (pair.One, pair.Other).ShouldBe((a, b));
        Should.Throw<RuleBroken>(() => TicketPair.Of(a, a, Pairing.Related, new AgentId(11), DateTimeOffset.UnixEpoch)).Refusal.Key.ShouldBe("link.self");
    }
}
