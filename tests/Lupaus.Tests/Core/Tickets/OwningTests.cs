using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class OwningTests
{
    private static readonly DateTimeOffset Now = Given.Monday + (2 * Given.Hour);

    [Fact]
    public void A_free_agent_takes_what_nobody_has_touched_and_the_customer_hears_of_it_in_the_first_reply()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.PassTo(Given.Bertil, OwnerReason.TookNext, null, Given.Bertil, Now);

        ticket.OwnerId.ShouldBe(Given.Bertil);
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new OwnerChanged(Given.Aino, Given.Bertil, OwnerReason.TookNext));
    }

    [Fact]
    public void The_promise_stands_as_it_is_and_the_new_owner_answers_for_it()
    {
        var ticket = Given.AnOpenTicket();
        var before = ticket.Promise!;

        ticket.PassTo(Given.Bertil, OwnerReason.TookNext, null, Given.Bertil, Now);

        ticket.Promise.ShouldBe(before with { Promiser = Given.Bertil });
    }

    [Fact]
    public void What_the_lead_answers_for_stays_with_the_lead_when_the_owner_changes()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Given.TwoOClock + Given.Minute);
        ticket.LapsesAt(Given.TwoOClock + (3 * Given.Hour));

        ticket.PassTo(Given.Bertil, OwnerReason.OwnerLeft, null, Given.LeadLiisa, Given.TwoOClock + (3 * Given.Hour));

        ticket.Promise!.Promiser.ShouldBe(Given.LeadLiisa);
    }

    [Fact]
    public void After_the_first_human_word_nobody_takes_it_as_the_next()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Note("Soitin VR:lle.", Given.Aino, Now);

        ticket.WhyNotPassTo(Given.Bertil, OwnerReason.TookNext, "Bertil jatkaa.").ShouldBe("ticket.touched");
    }

    [Fact]
    public void After_the_first_human_word_the_customer_is_told_who_goes_on()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        ticket.WhyNotPassTo(Given.Bertil, OwnerReason.Given, null).ShouldBe("owner.untold");

        ticket.PassTo(Given.Bertil, OwnerReason.Given, "Bertil jatkaa asiaasi.", Given.Aino, Now);

        ticket.Messages[^1].Nature.ShouldBe(Nature.NewOwner);
        ticket.Answer(Given.AReply(), Given.Bertil, Now).Introduces.ShouldBeFalse();
    }

    [Fact]
    public void Giving_a_ticket_to_its_owner_changes_nothing()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        ticket.TakeHappenings();

        ticket.PassTo(Given.Aino, OwnerReason.Given, null, Given.Bertil, Now);

        ticket.Facts().ShouldBeEmpty();
    }

    [Fact]
    public void What_the_owner_was_to_do_passes_to_the_new_owner_and_what_a_colleague_was_to_do_does_not()
    {
        var ticket = Given.AnOpenTicket();
        var owners = ticket.TakeOn("hyvitys", Given.Aino, Given.Wednesday, isTold: false, Given.Aino, Now);
        var colleagues = ticket.TakeOn("tarjous", Given.LeadLiisa, Given.Wednesday, isTold: false, Given.Aino, Now);

        ticket.PassTo(Given.Bertil, OwnerReason.OwnerLeft, null, Given.LeadLiisa, Now);

        (owners.Doer, colleagues.Doer).ShouldBe((Given.Bertil, Given.LeadLiisa));
        ticket.Facts().Only<DutyPassed>().ShouldBe(new DutyPassed(owners.Id, Given.Aino, Given.Bertil));
    }

    [Fact]
    public void A_closed_ticket_does_not_change_hands()
    {
        var ticket = Given.ASolvedTicket();

        ticket.WhyNotPassTo(Given.Bertil, OwnerReason.Given, "Bertil jatkaa.").ShouldBe("ticket.closed");
    }

    [Fact]
    public void When_a_colleague_who_gave_their_word_leaves_the_owner_answers_for_it()
    {
        var ticket = Given.AnOpenTicket();
        ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Wednesday)), Given.Bertil, Now);
        ticket.TakeHappenings();

        ticket.PromiserLeaves(Given.Bertil, Given.LeadLiisa, Now);
        ticket.PromiserLeaves(Given.Bertil, Given.LeadLiisa, Now);

        ticket.Promise!.Promiser.ShouldBe(Given.Aino);
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new PromiserChanged(2, Given.Bertil, Given.Aino));
    }

    [Fact]
    public void Taken_from_the_line_it_is_theirs_and_no_other_takes_it()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.Take(Given.Bertil, WhyNext.LongestWaiting, Now);

        ticket.OwnerId.ShouldBe(Given.Bertil);
        ticket.TakenAt.ShouldBe(Now);
        ticket.Facts().ShouldBe([new TakenFromLine(WhyNext.LongestWaiting), new OwnerChanged(Given.Aino, Given.Bertil, OwnerReason.TookNext)]);
        ticket.WhyNotTake(Given.Aino).ShouldBe("ticket.taken");
        ticket.WhyNotTake(Given.Bertil).ShouldBeNull();
    }

    [Fact]
    public void Taken_twice_is_taken_once()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();
        ticket.Take(Given.Aino, WhyNext.Promise, Now);
        ticket.Facts().ShouldBe([new TakenFromLine(WhyNext.Promise)]);

        ticket.Take(Given.Aino, WhyNext.Promise, Now.AddMinutes(1));

        ticket.TakenAt.ShouldBe(Now);
    }

    [Fact]
    public void Passed_on_before_anybody_began_it_stands_in_line_again()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();
        ticket.Take(Given.Aino, WhyNext.Promise, Now);

        ticket.PassTo(Given.Bertil, OwnerReason.StandIn, null, Actor.Lupaus, Now);

        ticket.TakenAt.ShouldBeNull();
    }

    [Fact]
    public void Before_its_turn_it_is_taken_for_a_reason()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.WhyNotTakeBeforeItsTurn(Given.Bertil, null).ShouldBe("take.reason");
        ticket.WhyNotTakeBeforeItsTurn(Given.Bertil, (OvertakeReason)77).ShouldBe("take.reason");
        ticket.TakeBeforeItsTurn(Given.Bertil, OvertakeReason.CustomerIsHere, Now);

        ticket.Facts().ShouldContain(new TakenBeforeItsTurn(OvertakeReason.CustomerIsHere));
    }
}
