using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ClosingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + (2 * Given.Hour);

    [Fact]
    public void A_closure_says_who_closed_when_and_how()
    {
        var ticket = Given.AnOpenTicket();

        ticket.Answer(Given.AReply(), Given.Bertil, Now);

        ticket.Closure.ShouldBe(new Closure(Now, HowClosed.Solved, Outcome.Flawless, Given.Bertil, null));
        ticket.Facts().Only<TicketClosed>().ShouldBe(new TicketClosed(HowClosed.Solved, Outcome.Flawless));
    }

    [Theory]
    [InlineData(PromiseKind.Answer)]
    [InlineData(PromiseKind.FindOut)]
    [InlineData(PromiseKind.Act)]
    [InlineData(PromiseKind.CheckBack)]
    public void A_customer_who_no_longer_needs_us_withdraws_the_promise(PromiseKind kind)
    {
        var ticket = Given.ATicketWith(kind);

        ticket.Withdraw(Given.Maria, Now);

        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Withdrawn);
        ticket.Closure.ShouldBe(new Closure(Now, HowClosed.Withdrawn, Outcome.Flawless, null, Given.Maria));
    }

    [Fact]
    public void What_the_ticket_owed_is_not_needed_any_more_when_the_customer_withdraws()
    {
        var ticket = Given.AnOpenTicket();
        var duty = ticket.TakeOn("hyvitys", Given.Aino, Given.Wednesday, isTold: true, Given.Aino, Now);

        ticket.Withdraw(Given.Maria, Now);

        (duty.IsOpen, duty.IsDropped).ShouldBe((false, true));
    }

    [Fact]
    public void A_promise_that_had_lapsed_when_the_customer_withdrew_was_broken_all_the_same()
    {
        var ticket = Given.AnOpenTicket();

        ticket.Withdraw(Given.Maria, Given.TwoOClock + Given.Minute);

        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Broken);
        ticket.Closure!.Outcome.ShouldBe(Outcome.FailedNotMended);
    }

    [Fact]
    public void What_is_no_service_is_set_aside_and_nobody_is_told()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.SetAside(Given.Aino, Now);

        ticket.Closure!.How.ShouldBe(HowClosed.NotService);
        ticket.Facts().OfType<MessageSent>().ShouldBeEmpty();
    }

    [Fact]
    public void An_open_discrepancy_keeps_a_ticket_from_being_solved()
    {
        var ticket = Given.AnOpenTicket();
        var discrepancy = ticket.Disagree(Given.TwoWords(), Given.Aino, Now);
        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBe("solve.discrepancy");

        ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict(), Given.Aino, Now);

        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBeNull();
    }

    [Fact]
    public void An_unmended_failure_keeps_a_ticket_from_being_solved()
    {
        var ticket = Given.AnOpenTicket();
        var failure = ticket.Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now);
        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBe("solve.failure");

        ticket.SettleObstacle(failure.Id, "Uusi lippu ja hyvitys.", Given.Aino, Now);

        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBeNull();
    }

    [Fact]
    public void The_record_alone_closes_nothing_and_keeps_nobody_from_promising()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Disagree(Given.TwoWords(), Given.Aino, Now);

        ticket.WhyNotAnswer(Given.AReply(new WhatNext.CannotHelp()), Given.Aino, Now).ShouldBe("solve.discrepancy");
        ticket.WhyNotAnswer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), Given.Aino, Now).ShouldBeNull();
    }

    [Fact]
    public void A_failure_stands_in_the_way_of_solving_and_of_nothing_else()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Raise(ObstacleKind.Failure, "Jotain meni vikaan.", Given.Aino, Now);

        ticket.WhyNotAnswer(Given.AReply(new WhatNext.CannotHelp()), Given.Aino, Now).ShouldBeNull();
        ticket.WhyNotAnswer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), Given.Aino, Now).ShouldBeNull();
    }

    [Fact]
    public void What_is_still_owed_keeps_us_from_closing()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: false, Given.Aino, Now);

        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBe("solve.duty");
        ticket.WhyNotAnswer(Given.AReply(new WhatNext.CannotHelp()), Given.Aino, Now).ShouldBe("solve.duty");
        Closing(ticket, t => t.SetAside(Given.Aino, Now)).ShouldBeRefused("solve.duty");
    }

    [Fact]
    public void Service_without_a_mistake_was_flawless() =>
        Given.ASolvedTicket().Closure!.Outcome.ShouldBe(Outcome.Flawless);

    [Fact]
    public void A_broken_promise_is_mended_by_solving_the_matter_and_by_nothing_less()
    {
        Lapsed().Answered(new WhatNext.Solves()).Closure!.Outcome.ShouldBe(Outcome.FailedMended);
        Lapsed().Answered(new WhatNext.CannotHelp()).Closure!.Outcome.ShouldBe(Outcome.FailedNotMended);
    }

    [Fact]
    public void A_mistake_that_was_mended_is_still_not_flawless()
    {
        var ticket = Given.AnOpenTicket();
        var failure = ticket.Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now);
        ticket.SettleObstacle(failure.Id, "Uusi lippu.", Given.Aino, Now);

        ticket.Answer(Given.AReply(), Given.Aino, Now);

        ticket.Closure!.Outcome.ShouldBe(Outcome.FailedMended);
    }

    [Fact]
    public void A_settled_discrepancy_was_no_mistake_of_ours()
    {
        var ticket = Given.AnOpenTicket();
        var discrepancy = ticket.Disagree(Given.TwoWords(), Given.Aino, Now);
        ticket.SettleDiscrepancy(discrepancy.Id, Given.AVerdict(), Given.Aino, Now);

        ticket.Answer(Given.AReply(), Given.Aino, Now);

        ticket.Closure!.Outcome.ShouldBe(Outcome.Flawless);
    }

    [Fact]
    public void The_customers_deadline_ends_with_the_ticket()
    {
        var ticket = Given.Arriving(Given.AMatter(deadline: Given.Wednesday));

        ticket.Answer(Given.AReply(), Given.Aino, Now);

        ticket.Deadline.ShouldBeNull();
    }

    [Fact]
    public void The_customer_confirms_a_solution_once()
    {
        var ticket = Given.ASolvedTicket();
        ticket.TakeHappenings();

        ticket.ConfirmSolved(Now);
        ticket.ConfirmSolved(Now + Given.Hour);

        ticket.Closure!.ConfirmedAt.ShouldBe(Now);
        ticket.Facts().Only<SolutionConfirmed>();
    }

    [Fact]
    public void An_outcome_is_provisional_for_fourteen_days_or_until_it_is_confirmed()
    {
        var closure = new Closure(Now, HowClosed.Solved, Outcome.Flawless, Given.Aino, null);

        closure.IsProvisional(Now + (14 * Given.Day) - Given.Minute).ShouldBeTrue();
        closure.IsProvisional(Now + (14 * Given.Day)).ShouldBeFalse();
        (closure with { ConfirmedAt = Now }).IsProvisional(Now).ShouldBeFalse();
    }

    [Fact]
    public void What_is_open_or_was_no_service_can_not_be_confirmed_as_solved()
    {
        var spam = Given.AnOpenTicket();
        spam.SetAside(Given.Aino, Now);

        Closing(Given.AnOpenTicket(), t => t.ConfirmSolved(Now)).ShouldBeRefused("ticket.notsolved");
        Closing(spam, t => t.ConfirmSolved(Now)).ShouldBeRefused("ticket.notsolved");
    }

    [Fact]
    public void What_is_closed_is_not_closed_again()
    {
        Closing(Given.ASolvedTicket(), t => t.Withdraw(Given.Maria, Now)).ShouldBeRefused("ticket.closed");
        Closing(Given.ASolvedTicket(), t => t.SetAside(Given.Aino, Now)).ShouldBeRefused("ticket.closed");
        Closing(Given.ASolvedTicket(), t => t.CloseUnanswered("Suljemme.", Now)).ShouldBeRefused("ticket.closed");
    }

    private static Ticket Lapsed()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Given.TwoOClock + Given.Minute);
        return ticket;
    }

    private static Action Closing(Ticket ticket, Action<Ticket> close) => () => close(ticket);
}

file static class Answers
{
    public static Ticket Answered(this Ticket ticket, WhatNext next)
    {
        ticket.Answer(Given.AReply(next), Given.Aino, Given.TwoOClock + Given.Hour);
        return ticket;
    }
}
