using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class CallingTests
{
    private const string RingAgain = "Soita uudelleen";
    private static readonly DateTimeOffset AtEleven = Given.Monday + Given.Hour;

    [Fact]
    public void A_call_that_reached_the_customer_keeps_the_promise_as_a_reply_does()
    {
        var ticket = Given.AnOpenTicket();

        var said = Logs(ticket, Talked(new WhatNext.Promises(PromiseKind.FindOut, Given.Wednesday)));

        ticket.PromiseEnds.ShouldHaveSingleItem().How.ShouldBe(HowItEnded.Kept);
        ticket.Promise!.ShouldSatisfyAllConditions(p => p.Kind.ShouldBe(PromiseKind.FindOut), p => p.ToldIn.ShouldBe(said.Id), p => p.Promiser.ShouldBe(Given.Aino));
        ticket.IsUntouched.ShouldBeFalse();
    }

    [Fact]
    public void A_call_can_solve_the_matter()
    {
        var ticket = Given.AnOpenTicket();

        Logs(ticket, Talked(new WhatNext.Solves()));

        ticket.Closure!.How.ShouldBe(HowClosed.Solved);
    }

    [Theory, InlineData(CallOutcome.NoAnswer), InlineData(CallOutcome.Voicemail)]
    public void A_call_that_reached_nobody_is_on_record_and_keeps_no_promise(CallOutcome outcome)
    {
        var ticket = Given.AnOpenTicket();

        var tried = Logs(ticket, Tried(outcome));

        ticket.Promise!.Number.ShouldBe(1);
        ticket.PromiseEnds.ShouldBeEmpty();
        tried.Nature.ShouldBe(Nature.Tried);
        ticket.Facts().OfType<MessageSent>().Last().ShouldSatisfyAllConditions(f => f.OnPageOnly.ShouldBeTrue(), f => f.Rang.ShouldBe(Rang.We));
    }

    [Fact]
    public void Having_promised_oneself_to_ring_again_is_a_duty_that_the_next_call_does()
    {
        var ticket = Given.AnOpenTicket();
        Logs(ticket, Tried(CallOutcome.NoAnswer, again: AtEleven + Given.Hour));
        ticket.Duties.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.What.ShouldBe(RingAgain), d => d.IsTold.ShouldBeFalse());

        Logs(ticket, Talked(new WhatNext.Solves()));

        ticket.Duties.ShouldAllBe(d => !d.IsOpen);
        ticket.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void A_call_always_says_what_happens_next()
    {
        var ticket = Given.AnOpenTicket();

        ticket.WhyNotLogCall(Talked(null), RingAgain, AtEleven).ShouldBe("call.next");
        ticket.WhyNotLogCall(Talked(new WhatNext.PromiseStands()), RingAgain, AtEleven).ShouldBe("promise.answered");
        ticket.WhyNotLogCall(Talked(new WhatNext.Solves(), summary: " "), RingAgain, AtEleven).ShouldBe("message.empty");
        ticket.WhyNotLogCall(Tried(CallOutcome.NoAnswer, again: Given.Monday), RingAgain, AtEleven).ShouldBe("duty.past");
    }

    [Fact]
    public void A_call_was_when_it_can_have_been()
    {
        var call = new Call(IsIncoming: true, CallOutcome.Talked, AtEleven, 5, IsShared: false);

        call.WhyNotHave(AtEleven).ShouldBeNull();
        call.WhyNotHave(AtEleven - Given.Hour).ShouldBe("call.ahead");
        call.WhyNotHave(AtEleven + (32 * Given.Day)).ShouldBe("call.old");
        (call with { Minutes = 601 }).WhyNotHave(AtEleven).ShouldBe("call.minutes");
        (call with { Minutes = -1 }).WhyNotHave(AtEleven).ShouldBe("call.minutes");
    }

    [Fact]
    public void What_was_left_to_tell_may_be_told_after_closing_and_what_goes_on_may_not()
    {
        var ticket = Given.ASolvedTicket();

        ticket.WhyNotLogCall(Talked(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), RingAgain, AtEleven).ShouldBe("ticket.closed");
        Logs(ticket, Talked(new WhatNext.Solves()));

        ticket.PromiseEnds.Count.ShouldBe(1);
        ticket.IsOpen.ShouldBeFalse();
    }

    private static Message Logs(Ticket ticket, CallMade made) => ticket.LogCall(made, RingAgain, Given.Aino, AtEleven + (2 * Given.Minute));

    private static CallMade Talked(WhatNext? next, string summary = "Juna on IC 27, lippu on sähköpostissa.") =>
        new(new Call(IsIncoming: true, CallOutcome.Talked, AtEleven, 2, IsShared: false), summary, next);

    private static CallMade Tried(CallOutcome outcome, DateTimeOffset? again = null) =>
        new(new Call(IsIncoming: false, outcome, AtEleven, 0, IsShared: false), "", null, TryAgainAt: again);
}
