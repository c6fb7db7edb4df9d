using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class MovingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Theory]
    [InlineData(PromiseKind.Answer)]
    [InlineData(PromiseKind.FindOut)]
    [InlineData(PromiseKind.Act)]
    public void A_moved_promise_is_the_same_thing_later_and_the_customer_is_told_why(PromiseKind kind)
    {
        var ticket = Given.ATicketWith(kind);
        var before = ticket.Promise!;

        var told = ticket.MovePromiseTo(before.Due + Given.Day, "VR vastaa vasta huomenna.", Given.Bertil, Now);

        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Moved);
        ticket.Promise.ShouldBe(new Promise(before.Number + 1, kind, before.Due + Given.Day, Now, Given.Aino, told.Id, Moves: 1, before.WordsIn));
        (told.Nature, told.Body).ShouldBe((Nature.Moved, "VR vastaa vasta huomenna."));
    }

    [Fact]
    public void What_was_promised_goes_along_when_the_promise_moves_or_breaks_and_is_renewed()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Answer(new Reply("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, Given.TwoOClock, "mihin laukku jäi")), Given.Aino, Now);
        var words = ticket.Promise!.Number;

        Move(ticket, Given.TwoOClock + Given.Hour);
        ticket.Lapse(Given.TwoOClock + (3 * Given.Hour), Given.Bertil, "Myöhästyimme.", TimeSpan.Zero, onPageOnly: false, Given.TwoOClock + (2 * Given.Hour));
        var later = new WhatNext.Promises(PromiseKind.FindOut, Given.TwoOClock + Given.Day);
        ticket.Answer(new Reply("Etsin vielä.", later, Delivers: false), Given.Aino, Given.TwoOClock + (2 * Given.Hour));

        ticket.Promise.WordsIn.ShouldBe(words);
        ticket.PromiseEnds.Skip(1).ShouldAllBe(end => end.WordsIn == words);
        ticket.PromiseWords.ShouldHaveSingleItem().Text.ShouldBe("mihin laukku jäi");
    }

    [Fact]
    public void Another_promise_has_words_of_its_own_or_none()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Answer(new Reply("Selvitän.", new WhatNext.Promises(PromiseKind.FindOut, Given.TwoOClock, "mihin laukku jäi")), Given.Aino, Now);

        ticket.Answer(new Reply("Löytyi. Lähetän sen.", new WhatNext.Promises(PromiseKind.Act, Given.TwoOClock + Given.Day)), Given.Aino, Now);

        ticket.Promise!.WordsIn.ShouldBeNull();
    }

    [Fact]
    public void Moving_the_same_thing_again_is_shown_to_the_lead()
    {
        var ticket = Given.AnOpenTicket();
        Move(ticket, Given.TwoOClock + Given.Hour);
        ticket.Facts().OfType<PromiseMovedAgain>().ShouldBeEmpty();

        Move(ticket, Given.TwoOClock + (2 * Given.Hour));

        ticket.Facts().Only<PromiseMovedAgain>().ShouldBe(new PromiseMovedAgain(3, 2));
    }

    [Fact]
    public void A_promise_may_move_at_the_very_instant_of_its_due_and_not_after()
    {
        var ticket = Given.AnOpenTicket();

        ticket.WhyNotMovePromiseTo(Given.TwoOClock + Given.Hour, "Anteeksi", Given.TwoOClock).ShouldBeNull();
        ticket.WhyNotMovePromiseTo(Given.TwoOClock + Given.Hour, "Anteeksi", Given.TwoOClock.AddTicks(1)).ShouldBe("promise.lapsed");
    }

    [Fact]
    public void A_promise_does_not_move_to_an_earlier_time() =>
        Moving(Given.AnOpenTicket(), Given.TwoOClock).ShouldBeRefused("promise.notlater");

    [Fact]
    public void A_promise_does_not_move_beyond_a_year() =>
        Moving(Given.AnOpenTicket(), Given.Monday + (400 * Given.Day)).ShouldBeRefused("promise.far");

    [Fact]
    public void Nobody_moves_a_promise_without_telling_the_customer()
    {
        var move = () => { Given.AnOpenTicket().MovePromiseTo(Given.Wednesday, " ", Given.Aino, Now); };

        move.ShouldBeRefused("message.empty");
    }

    [Fact]
    public void Asking_the_customer_again_later_is_a_reply_and_not_a_move() =>
        Moving(Given.ATicketWaitingForMaria(), Given.Wednesday + Given.Day).ShouldBeRefused("promise.checkback");

    [Fact]
    public void A_closed_ticket_has_no_promise_to_move() =>
        Moving(Given.ASolvedTicket(), Given.Wednesday).ShouldBeRefused("ticket.closed");

    [Fact]
    public void A_promise_does_not_move_past_what_else_the_customer_was_told_to_expect()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);

        ticket.WhyNotMovePromiseTo(Given.Wednesday, "Anteeksi", Now).ShouldBeNull();
        ticket.WhyNotMovePromiseTo(Given.Wednesday + Given.Minute, "Anteeksi", Now).ShouldBe("promise.afterduty");
    }

    private static Message Move(Ticket ticket, DateTimeOffset due) => ticket.MovePromiseTo(due, "Tarvitsemme lisää aikaa.", Given.Aino, Now);

    private static Action Moving(Ticket ticket, DateTimeOffset due) => () => Move(ticket, due);
}
