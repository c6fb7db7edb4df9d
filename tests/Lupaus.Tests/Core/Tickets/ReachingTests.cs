using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ReachingTests
{
    private const string ToDo = "Tavoita asiakas muulla tavalla";
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void Words_that_did_not_arrive_are_owed_another_way_and_what_was_promised_stands()
    {
        var ticket = Given.AnOpenTicket();
        var (promise, letter) = (ticket.Promise, ticket.Promise!.ToldIn);
        ticket.Facts();

        ticket.DidNotReach(Of(letter), ToDo, Given.TwoOClock, Now);

        var duty = ticket.Duties.ShouldHaveSingleItem();
        (duty.What, duty.Doer, duty.Due, duty.Unreached, duty.IsTold).ShouldBe((ToDo, Given.Aino, Given.TwoOClock, letter, false));
        ticket.Promise.ShouldBe(promise);
        ticket.Facts().ShouldBe([new NotReached(letter, letter, null, "5.1.1"), new DutyTaken(duty.Id, Given.Aino, Given.TwoOClock, false)]);
    }

    [Fact]
    public void Several_letters_that_did_not_arrive_are_one_duty_and_each_is_on_record()
    {
        var ticket = Given.AnOpenTicket();
        var first = ticket.Promise!.ToldIn;
        var second = ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.FindOut, Given.Wednesday)), Given.Aino, Now).Id;
        ticket.Facts();

        ticket.DidNotReach(Of(first), ToDo, Given.TwoOClock, Now);
        ticket.DidNotReach(Of(second), ToDo, Given.TwoOClock, Now);

        ticket.Duties.Count.ShouldBe(1);
        ticket.Facts().OfType<NotReached>().Select(n => n.Message).ShouldBe([first, second]);
    }

    [Fact]
    public void A_copy_that_did_not_arrive_owes_the_customer_nothing()
    {
        var ticket = Given.AnOpenTicket();

        ticket.DidNotReach(Of(ticket.Promise!.ToldIn) with { CopyTo = new PersonId(9) }, ToDo, Given.TwoOClock, Now);

        ticket.Duties.ShouldBeEmpty();
        ticket.Facts().OfType<NotReached>().Single().CopyTo.ShouldBe(new PersonId(9));
    }

    [Fact]
    public void To_have_talked_with_them_is_to_have_reached_them()
    {
        var ticket = Unreached();

        ticket.LogCall(new CallMade(new Call(false, CallOutcome.Talked, Now, 3, false), "Kerroin lipusta.", new WhatNext.Solves()), "Soita uudelleen", Given.Aino, Now);

        ticket.Duties.Single().ShouldSatisfyAllConditions(d => d.IsOpen.ShouldBeFalse(), d => d.IsDropped.ShouldBeFalse());
    }

    [Fact]
    public void To_have_tried_is_not_to_have_reached_them()
    {
        var ticket = Unreached();

        ticket.LogCall(new CallMade(new Call(false, CallOutcome.NoAnswer, Now, 0, false), "", null), "Soita uudelleen", Given.Aino, Now);

        ticket.Duties.Single().IsToReach.ShouldBeTrue();
    }

    [Fact]
    public void One_may_write_the_last_word_while_they_have_still_to_be_reached_but_not_give_up_on_them_silently()
    {
        var ticket = Unreached();

        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBeNull();
        ticket.WhyNotSetAside().ShouldBe("solve.duty");
    }

    [Fact]
    public void A_matter_that_ended_with_words_nobody_got_goes_on_with_a_promise_that_is_not_sent_to_where_nothing_arrives()
    {
        var ticket = Given.ASolvedTicket();
        var last = ticket.Messages[^1].Id;
        ticket.DidNotReach(Of(last), ToDo, Given.Wednesday, Now + Given.Hour);
        ticket.Duties.ShouldBeEmpty();
        ticket.Facts();

        ticket.GoOnUnheard(last, Given.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), ToDo, Now + Given.Hour);

        ticket.IsOpen.ShouldBeTrue();
        ticket.Promise!.Due.ShouldBe(Given.Wednesday);
        ticket.Duties.Single().Unreached.ShouldBe(last);
        ticket.Facts().OfType<MessageSent>().Single().OnPageOnly.ShouldBeTrue();
    }

    [Fact]
    public void A_letter_that_is_late_on_its_way_is_on_record_and_owes_nothing()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Facts();

        ticket.IsDelayed(Of(ticket.Promise!.ToldIn), Now);

        ticket.Duties.ShouldBeEmpty();
        ticket.Facts().ShouldBe([new LetterDelayed(ticket.Promise!.ToldIn, null)]);
    }

    private static Ticket Unreached()
    {
        var ticket = Given.AnOpenTicket();
        ticket.DidNotReach(Of(ticket.Promise!.ToldIn), ToDo, Given.TwoOClock, Now);
        return ticket;
    }

    private static Unreached Of(MessageId letter) => new(letter, letter, null, "5.1.1");
}
