using Lupaus.Care.Thanks;
using Lupaus.Tests.Core;

namespace Lupaus.Tests.Care.Thanks;

public class ThankYouTests
{
    private static readonly TicketId Ticket = new(7);

    [Fact]
    public void A_colleague_is_thanked_in_a_matter_and_the_words_stay_out_of_its_history()
    {
        var thanks = ThankYou.Say(Ticket, Given.Bertil, "  Löysit kuitin! ", Given.Aino, Given.Monday);

        (thanks.FromId, thanks.ToId, thanks.Words, thanks.At, thanks.Matter).ShouldBe((Given.Aino, Given.Bertil, "Löysit kuitin!", Given.Monday, Ticket));
        thanks.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new ColleagueThanked(thanks.Id, Given.Bertil));
    }

    [Fact]
    public void Thanks_need_no_words() => ThankYou.Say(Ticket, Given.Bertil, " ", Given.Aino, Given.Monday).Words.ShouldBeNull();

    [Fact]
    public void Nobody_thanks_themselves() => ThankYou.WhyNotThank(Given.Aino, null, Given.Aino).ShouldBe("thanks.self");

    [Fact]
    public void Thanks_are_short()
    {
        ThankYou.WhyNotThank(Given.Bertil, new string('k', ThankYou.MostWords + 1), Given.Aino).ShouldBe("thanks.words");
        ThankYou.WhyNotThank(Given.Bertil, new string('k', ThankYou.MostWords), Given.Aino).ShouldBeNull();
    }

    [Fact]
    public void Whoever_said_thanks_takes_them_back_and_the_words_are_gone()
    {
        var thanks = ThankYou.Say(Ticket, Given.Bertil, "Löysit kuitin!", Given.Aino, Given.Monday);
        thanks.TakeHappenings();

        thanks.TakeBack(Given.Aino, Given.Monday + Given.Minute);
        thanks.TakeBack(Given.Aino, Given.Monday + Given.Hour);

        (thanks.TakenBackAt, thanks.Words).ShouldBe((Given.Monday + Given.Minute, null));
        thanks.TakeHappenings().ShouldHaveSingleItem().What.ShouldBe(new ThanksTakenBack(thanks.Id, Given.Bertil));
    }

    [Fact]
    public void Nobody_takes_back_what_a_colleague_said()
    {
        var thanks = ThankYou.Say(Ticket, Given.Bertil, null, Given.Aino, Given.Monday);
        var back = () => thanks.TakeBack(Given.Bertil, Given.Monday);

        back.ShouldBeRefused("thanks.others");
    }
}
