using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class RemindingTests
{
    private static readonly DateTimeOffset FirstTime = Given.Wednesday;
    private static readonly DateTimeOffset SecondTime = FirstTime + (2 * Given.Day);
    private static readonly DateTimeOffset ThirdTime = SecondTime + (2 * Given.Day);

    [Fact]
    public void A_reminder_keeps_the_promise_to_ask_again_and_makes_the_next_one()
    {
        var ticket = Given.ATicketWaitingForMaria();

        var told = ticket.RemindsAt(FirstTime);

        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Kept);
        ticket.Promise.ShouldBe(new Promise(3, PromiseKind.CheckBack, SecondTime, FirstTime, Given.Aino, told.Id, WordsIn: 2));
        ticket.PromiseWords[^1].Text.ShouldBe("Kerrotko vielä junan?");
        ticket.RemindersUnanswered.ShouldBe(1);
    }

    [Fact]
    public void A_reminder_may_leave_a_minute_before_its_time_and_no_sooner()
    {
        var ticket = Given.ATicketWaitingForMaria();

        ticket.WhyNotRemind(FirstTime - Given.Minute).ShouldBeNull();
        ticket.WhyNotRemind(FirstTime - Given.Minute - TimeSpan.FromTicks(1)).ShouldBe("promise.notdue");
    }

    [Fact]
    public void A_reminder_that_leaves_late_was_late()
    {
        var ticket = Given.ATicketWaitingForMaria();

        ticket.RemindsAt(FirstTime + Given.Day);

        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Broken);
        ticket.WaitsForCustomer.ShouldBeTrue();
    }

    [Fact]
    public void After_two_unanswered_reminders_the_ticket_closes_as_no_answer_and_the_customer_is_told()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.RemindsAt(FirstTime);
        ticket.RemindsAt(SecondTime);

        ticket.CloseUnanswered("Suljemme asian toistaiseksi.", ThirdTime);

        ticket.Closure.ShouldBe(new Closure(ThirdTime, HowClosed.NoAnswer, Outcome.Flawless, null, null));
        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Kept);
        ticket.Messages[^1].Nature.ShouldBe(Nature.Closing);
    }

    [Fact]
    public void There_is_no_third_reminder()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.RemindsAt(FirstTime);
        ticket.RemindsAt(SecondTime);

        ticket.WhyNotRemind(ThirdTime).ShouldBe("promise.reminded");
    }

    [Fact]
    public void Nobody_is_given_up_on_before_the_second_reminder_has_had_its_time()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.RemindsAt(FirstTime);
        ticket.WhyNotCloseUnanswered(SecondTime).ShouldBe("promise.notreminded");
        ticket.RemindsAt(SecondTime);

        ticket.WhyNotCloseUnanswered(ThirdTime - (2 * Given.Minute)).ShouldBe("promise.notdue");
        ticket.WhyNotCloseUnanswered(ThirdTime - Given.Minute).ShouldBeNull();
    }

    [Fact]
    public void What_we_still_owe_keeps_the_ticket_open_however_silent_the_customer_is()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.RemindsAt(FirstTime);
        ticket.RemindsAt(SecondTime);
        ticket.TakeOn("hyvitys", Given.Bertil, ThirdTime, isTold: true, Given.Aino, SecondTime);

        ticket.WhyNotCloseUnanswered(ThirdTime).ShouldBe("solve.duty");
    }

    [Fact]
    public void What_we_still_owe_makes_it_our_turn_after_the_last_reminder_and_the_customer_hears_by_when()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.RemindsAt(FirstTime);
        ticket.WhyNotTakeTheTurn(Given.AnAnswerBy(SecondTime + Given.Hour), SecondTime).ShouldBe("promise.notreminded");
        ticket.RemindsAt(SecondTime);
        ticket.TakeOn("hyvitys", Given.Bertil, ThirdTime, isTold: true, Given.Aino, SecondTime);
        ticket.WhyNotTakeTheTurn(Given.AnAnswerBy(ThirdTime), ThirdTime - (2 * Given.Minute)).ShouldBe("promise.notdue");
        ticket.WhyNotTakeTheTurn(Given.AnAnswerBy(ThirdTime), ThirdTime).ShouldBe("promise.past");

        ticket.TakeTheTurn(Given.AnAnswerBy(ThirdTime + Given.Hour), ThirdTime);

        (ticket.WaitsForCustomer, ticket.RemindersUnanswered, ticket.Promise!.Kind, ticket.Promise.Due, ticket.Promise.Promiser).ShouldBe((false, 0, PromiseKind.Answer, ThirdTime + Given.Hour, Given.Aino));
        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Withdrawn);
        ticket.Messages[^1].Nature.ShouldBe(Nature.Receipt);
    }

    [Fact]
    public void The_next_reminder_can_not_be_promised_for_the_past()
    {
        var ticket = Given.ATicketWaitingForMaria();

        var remind = () => { ticket.Remind("Muistathan?", FirstTime, FirstTime); };

        remind.ShouldBeRefused("promise.past");
        ticket.Promise!.Number.ShouldBe(2);
    }

    [Fact]
    public void We_remind_only_who_we_are_waiting_for() =>
        Given.AnOpenTicket().WhyNotRemind(FirstTime).ShouldBe("promise.notcheckback");

    [Fact]
    public void Nobody_is_reminded_of_a_closed_ticket() =>
        Given.ASolvedTicket().WhyNotRemind(FirstTime).ShouldBe("ticket.closed");
}
