using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class OwingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void A_ticket_may_owe_several_things_each_with_a_doer_and_a_due()
    {
        var ticket = Given.AnOpenTicket();

        var refund = ticket.TakeOn(" hyvitys\n12 € ", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);
        ticket.TakeOn("tarjous", Given.Aino, Given.Wednesday, isTold: false, Given.Aino, Now);

        ticket.Duties.Count.ShouldBe(2);
        (refund.What, refund.Doer, refund.Due, refund.IsOpen).ShouldBe(("hyvitys 12 €", Given.Bertil, Given.Wednesday, true));
    }

    [Fact]
    public void What_the_customer_was_told_of_is_not_due_before_the_promise_that_covers_it()
    {
        var ticket = Given.AnOpenTicket();

        ticket.WhyNotTakeOn("hyvitys", Given.TwoOClock, isTold: true, Now).ShouldBeNull();
        ticket.WhyNotTakeOn("hyvitys", Given.TwoOClock - Given.Minute, isTold: true, Now).ShouldBe("duty.beforepromise");
        ticket.WhyNotTakeOn("hyvitys", Given.TwoOClock - Given.Minute, isTold: false, Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_later_promise_is_made_while_the_customer_expects_something_sooner(bool waits)
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);
        Reply To(DateTimeOffset due) => Given.AReply(waits ? new WhatNext.WaitsForCustomer(due, "Muistathan?") : new WhatNext.Promises(PromiseKind.Act, due));

        ticket.WhyNotAnswer(To(Given.Wednesday), Given.Aino, Now).ShouldBeNull();
        ticket.WhyNotAnswer(To(Given.Wednesday + Given.Minute), Given.Aino, Now).ShouldBe("promise.afterduty");
    }

    [Fact]
    public void What_is_late_already_keeps_nobody_from_promising_anew()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);
        var late = Given.Wednesday + Given.Hour;
        ticket.LapsesAt(late);

        ticket.WhyNotAnswer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, late + Given.Day)), Given.Aino, late).ShouldBeNull();
        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, late).ShouldBe("solve.duty");
    }

    [Fact]
    public void Where_nobody_is_here_until_then_what_the_customer_expects_sooner_is_put_off_with_the_promise()
    {
        var ticket = Given.AnOpenTicket();
        var told = ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);
        var ours = ticket.TakeOn("kirjanpito", Given.Bertil, Given.Wednesday, isTold: false, Given.Aino, Now);
        var due = Given.Wednesday + (7 * Given.Day);
        ticket.WhyNotMovePromiseTo(due, "Olemme kiinni.", Now).ShouldBe("promise.afterduty");
        ticket.TakeHappenings();

        ticket.PutOff(due, "Olemme kiinni.", Given.Aino, Now);

        (ticket.Promise!.Due, told.Due, ours.Due).ShouldBe((due, due, Given.Wednesday));
        ticket.Facts().Only<DutyPutOff>().ShouldBe(new DutyPutOff(told.Id, due));
        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Moved);
    }

    [Fact]
    public void Once_done_a_duty_holds_no_promise_back()
    {
        var ticket = Given.AnOpenTicket();
        var duty = ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);

        ticket.FinishDuty(duty.Id, dropped: false, Given.Bertil, Now);

        ticket.WhyNotAnswer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday + Given.Day)), Given.Aino, Now).ShouldBeNull();
    }

    [Fact]
    public void A_duty_is_done_once()
    {
        var ticket = Given.AnOpenTicket();
        var duty = ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);

        ticket.FinishDuty(duty.Id, dropped: false, Given.Bertil, Now);
        ticket.FinishDuty(duty.Id, dropped: true, Given.Aino, Now + Given.Hour);

        (duty.DoneAt, duty.IsDropped).ShouldBe((Now, false));
        ticket.Facts().Only<DutyDone>();
    }

    [Fact]
    public void A_duty_is_late_when_its_due_has_passed_and_it_is_not_done()
    {
        var duty = Given.AnOpenTicket().TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: true, Given.Aino, Now);

        duty.IsLate(Given.Wednesday).ShouldBeFalse();
        duty.IsLate(Given.Wednesday.AddTicks(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_duty_says_what_it_is_in_not_too_many_words()
    {
        Given.AnOpenTicket().WhyNotTakeOn(" ", Given.Wednesday, isTold: false, Now).ShouldBe("duty.what");
        Given.AnOpenTicket().WhyNotTakeOn(new string('a', Limits.Reason + 1), Given.Wednesday, isTold: false, Now).ShouldBe("duty.what");
    }

    [Fact]
    public void Nothing_is_owed_by_a_time_that_has_passed() =>
        Given.AnOpenTicket().WhyNotTakeOn("hyvitys", Now, isTold: false, Now).ShouldBe("duty.past");

    [Fact]
    public void A_closed_ticket_takes_nothing_on() =>
        Given.ASolvedTicket().WhyNotTakeOn("hyvitys", Given.Wednesday, isTold: false, Now).ShouldBe("ticket.closed");

    [Fact]
    public void A_duty_of_another_ticket_is_not_finished_here()
    {
        var finish = () => Given.AnOpenTicket().FinishDuty(new DutyId(404), dropped: false, Given.Aino, Now);

        finish.ShouldBeRefused("duty.unknown");
    }

    [Fact]
    public void An_obstacle_is_settled_once_and_says_how()
    {
        var ticket = Given.AnOpenTicket();
        var obstacle = ticket.Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now);

        ticket.SettleObstacle(obstacle.Id, "Uusi lippu.", Given.Bertil, Now);
        ticket.SettleObstacle(obstacle.Id, "Jotain muuta.", Given.Aino, Now + Given.Hour);

        (obstacle.Settlement, obstacle.SettledBy, obstacle.SettledAt).ShouldBe(("Uusi lippu.", Given.Bertil, Now));
        ticket.Facts().Only<ObstacleSettled>();
    }

    [Fact]
    public void An_obstacle_is_neither_raised_nor_settled_without_words()
    {
        var ticket = Given.AnOpenTicket();
        var obstacle = ticket.Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now);

        var raise = () => { ticket.Raise(ObstacleKind.Failure, "", Given.Aino, Now); };
        var settle = () => ticket.SettleObstacle(obstacle.Id, " ", Given.Aino, Now);

        raise.ShouldBeRefused("obstacle.text");
        settle.ShouldBeRefused("obstacle.text");
    }

    [Fact]
    public void An_obstacle_of_another_ticket_is_not_settled_here()
    {
        var settle = () => Given.AnOpenTicket().SettleObstacle(new ObstacleId(404), "Selvisi.", Given.Aino, Now);

        settle.ShouldBeRefused("obstacle.unknown");
    }

    [Fact]
    public void Nothing_new_stands_in_the_way_of_what_is_closed_already()
    {
        var raise = () => { Given.ASolvedTicket().Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now); };

        raise.ShouldBeRefused("ticket.closed");
    }

    [Fact]
    public void A_new_promise_comes_no_later_than_what_the_customer_has_been_told_to_expect()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeOn("palauta rahat", Given.Aino, Given.Wednesday, isTold: true, Given.Aino, Given.Monday);

        ticket.NoLaterThanTold(Given.Wednesday + Given.Day, Given.Monday).ShouldBe(Given.Wednesday);
        ticket.NoLaterThanTold(Given.TwoOClock, Given.Monday).ShouldBe(Given.TwoOClock);
        ticket.NoLaterThanTold(Given.Wednesday + Given.Day, Given.Wednesday).ShouldBe(Given.Wednesday + Given.Day);
    }
}
