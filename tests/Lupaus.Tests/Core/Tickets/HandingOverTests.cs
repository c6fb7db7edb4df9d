using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class HandingOverTests
{
    private static readonly DateTimeOffset Now = Given.Monday + (2 * Given.Hour);
    private static readonly Briefing Told = new("Lippu tarkistettiin.", "Uusi lippu keskiviikkona.", "Tilaa lippu.");

    [Fact]
    public void Until_it_is_accepted_the_owner_stays_the_owner_and_the_promise_stays_too()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        var promise = ticket.Promise;
        ticket.TakeHappenings();

        var offer = Offered(ticket);

        (ticket.OwnerId, ticket.Promise).ShouldBe((Given.Aino, promise));
        (ticket.OfferedAs, ticket.OfferedTo, ticket.OfferedBy).ShouldBe((offer.Id, Given.Bertil, Given.Aino));
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new HandoverOffered(offer.Id, Given.Bertil, offer.Until));
    }

    [Fact]
    public void Half_of_the_promises_time_is_for_the_answer()
    {
        var ticket = Given.AnOpenTicket();

        var offer = Offered(ticket);

        offer.Until.ShouldBe(Now + Given.Hour); // the promise is for two o'clock, and it is noon
        ticket.IsOffered(Now + Given.Hour - Given.Minute).ShouldBeTrue();
        ticket.IsOffered(Now + Given.Hour).ShouldBeFalse();
    }

    [Fact]
    public void A_nearer_promise_leaves_less_time_for_the_answer()
    {
        var ticket = Given.ATicketWaitingForMaria();
        Offered(ticket);
        var at = Now + Given.Hour;

        ticket.CustomerWrites("Juna on IC 27.", Channel.Mail, Given.Letter, Given.AnAnswerBy(at + (2 * Given.Hour)), at);

        ticket.OfferedUntil.ShouldBe(at + Given.Hour);
    }

    [Fact]
    public void Who_accepts_answers_for_it_and_for_the_promise_as_it_stands_and_the_customer_hears_who_goes_on()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        var promise = ticket.Promise!;
        var offer = Offered(ticket);
        ticket.TakeHappenings();

        ticket.AcceptOffer(offer.Id, Given.Bertil, offeredByLead: false, "Bertil jatkaa.", Now + Given.Minute);

        (ticket.OwnerId, ticket.Promise, ticket.OfferedAs).ShouldBe((Given.Bertil, promise with { Promiser = Given.Bertil }, null));
        ticket.Messages[^1].Nature.ShouldBe(Nature.NewOwner);
        var facts = ticket.Facts();
        facts.Only<HandoverEnded>().ShouldBe(new HandoverEnded(offer.Id, HowOfferEnded.Accepted, Given.Bertil, Given.Aino));
        facts.Only<OwnerChanged>().Why.ShouldBe(OwnerReason.HandedOver);
    }

    [Fact]
    public void A_customer_who_has_heard_from_us_is_not_handed_over_untold()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        var offer = Offered(ticket);

        new Action(() => ticket.AcceptOffer(offer.Id, Given.Bertil, false, null, Now)).ShouldBeRefused("owner.untold");

        ticket.OfferedAs.ShouldBe(offer.Id);
    }

    [Fact]
    public void What_nobody_had_begun_is_begun_by_accepting_it()
    {
        var ticket = Given.AnOpenTicket();

        ticket.AcceptOffer(Offered(ticket).Id, Given.Bertil, false, null, Now);

        (ticket.OwnerId, ticket.TakenAt, ticket.Bounces).ShouldBe((Given.Bertil, Now, 0));
        ticket.WhyNotTake(Given.LeadLiisa).ShouldBe("ticket.taken");
    }

    [Fact]
    public void Only_the_owner_or_a_lead_offers_it()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);

        ticket.WhyNotOffer(Given.LeadLiisa, Told, Given.Bertil, byLead: false, Now).ShouldBe("handover.notyours");
        ticket.WhyNotOffer(Given.Bertil, Told, Given.LeadLiisa, byLead: true, Now).ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_offered_what_is_theirs_and_nobody_offers_to_themselves()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);

        ticket.WhyNotOffer(Given.Aino, Told, Given.LeadLiisa, true, Now).ShouldBe("handover.owner");
        ticket.WhyNotOffer(Given.LeadLiisa, Told, Given.LeadLiisa, true, Now).ShouldBe("handover.self");
    }

    [Fact]
    public void It_is_offered_to_one_at_a_time()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        Offered(ticket);

        ticket.WhyNotOffer(Given.LeadLiisa, Told, Given.Aino, false, Now).ShouldBe("handover.open");
    }

    [Theory]
    [InlineData("", "b", "c")]
    [InlineData("a", "  ", "c")]
    [InlineData("a", "b", "\0")]
    public void Nobody_is_handed_something_without_a_word_about_it(string done, string promised, string next) =>
        Given.ATicketWith(PromiseKind.Act).WhyNotOffer(Given.Bertil, new Briefing(done, promised, next), Given.Aino, false, Now).ShouldBe("handover.words");

    [Fact]
    public void The_words_are_short_ones()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);

        ticket.WhyNotOffer(Given.Bertil, Told with { Next = new string('a', Limits.Reason) }, Given.Aino, false, Now).ShouldBeNull();
        ticket.WhyNotOffer(Given.Bertil, Told with { Next = new string('a', Limits.Reason + 1) }, Given.Aino, false, Now).ShouldBe("handover.words");
    }

    [Fact]
    public void Where_the_promise_has_just_run_out_there_is_no_time_left_to_answer() =>
        Given.AnOpenTicket().WhyNotOffer(Given.Bertil, Told, Given.Aino, false, Given.TwoOClock).ShouldBe("handover.lapsed");

    [Fact]
    public void A_closed_ticket_is_not_offered() =>
        Given.ASolvedTicket().WhyNotOffer(Given.Bertil, Told, Given.Aino, false, Now).ShouldBe("ticket.closed");

    [Fact]
    public void Only_whom_it_is_offered_to_answers_and_only_in_time()
    {
        var ticket = Given.AnOpenTicket();
        var offer = Offered(ticket);

        ticket.WhyNotAcceptOffer(offer.Id, Given.LeadLiisa, false, Now).ShouldBe("handover.nottoyou");
        ticket.WhyNotAcceptOffer(offer.Id, Given.Bertil, false, offer.Until).ShouldBe("handover.expired");
        ticket.WhyNotAcceptOffer(new HandoverId(404), Given.Bertil, false, Now).ShouldBe("handover.over");
    }

    [Fact]
    public void Who_says_no_says_why_and_the_reason_stands_beside_the_offer_and_in_no_fact()
    {
        var ticket = Given.AnOpenTicket();
        var offer = Offered(ticket);
        ticket.TakeHappenings();

        new Action(() => ticket.DeclineOffer(offer, " ", Given.Bertil, Now)).ShouldBeRefused("handover.reason");
        ticket.DeclineOffer(offer, "En tunne lippuja.", Given.Bertil, Now);

        offer.Reason.ShouldBe("En tunne lippuja.");
        (ticket.OwnerId, ticket.OfferedAs, ticket.OfferedTo, ticket.OfferedUntil).ShouldBe((Given.Aino, null, null, null));
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new HandoverEnded(offer.Id, HowOfferEnded.Declined, Given.Bertil, Given.Aino));
    }

    [Fact]
    public void It_is_taken_back_by_who_offered_it_by_the_owner_or_by_a_lead()
    {
        var ticket = Given.AnOpenTicket();
        var offer = Offered(ticket);

        ticket.WhyNotWithdrawOffer(offer.Id, Given.Bertil, byLead: false).ShouldBe("handover.notyours");
        ticket.WhyNotWithdrawOffer(offer.Id, Given.LeadLiisa, byLead: true).ShouldBeNull();
        ticket.WithdrawOffer(offer.Id, Given.Aino, false, Now);

        ticket.OfferedAs.ShouldBeNull();
        ticket.WhyNotWithdrawOffer(offer.Id, Given.Aino, false).ShouldBe("handover.over");
    }

    [Fact]
    public void An_offer_that_nobody_answered_in_time_ends_and_another_may_be_asked()
    {
        var ticket = Given.AnOpenTicket();
        var offer = Offered(ticket);
        ticket.LetOfferExpire(offer.Until - Given.Minute);
        ticket.OfferedAs.ShouldBe(offer.Id);
        ticket.TakeHappenings();

        ticket.LetOfferExpire(offer.Until);
        ticket.LetOfferExpire(offer.Until);

        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new HandoverEnded(offer.Id, HowOfferEnded.Expired, Given.Bertil, Given.Aino));
        ticket.WhyNotOffer(Given.LeadLiisa, Told, Given.Aino, false, offer.Until).ShouldBeNull();
    }

    [Fact]
    public void Another_is_asked_even_before_anybody_noticed_that_the_first_offer_is_over()
    {
        var ticket = Given.AnOpenTicket();
        var first = Offered(ticket);
        ticket.TakeHappenings();

        var second = ticket.Offer(Given.LeadLiisa, Told, Given.Aino, false, first.Until);

        ticket.OfferedAs.ShouldBe(second.Id);
        ticket.Facts().Only<HandoverEnded>().How.ShouldBe(HowOfferEnded.Expired);
    }

    [Fact]
    public void Who_has_gone_away_is_waited_for_no_longer()
    {
        var ticket = Given.AnOpenTicket();
        Offered(ticket);
        ticket.TakeHappenings();

        ticket.OfferedIsAway(Given.LeadLiisa, Actor.Lupaus, Now);
        ticket.OfferedIsAway(Given.Bertil, Actor.Lupaus, Now);

        ticket.Facts().ShouldHaveSingleItem().ShouldBeOfType<HandoverEnded>().How.ShouldBe(HowOfferEnded.Away);
    }

    [Fact]
    public void When_it_closes_or_changes_hands_another_way_there_is_nothing_left_to_accept()
    {
        var (solved, passed) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        var offers = (Solved: Offered(solved), Passed: Offered(passed));

        solved.Answer(Given.AReply(), Given.Aino, Now);
        passed.PassTo(Given.LeadLiisa, OwnerReason.Given, null, Given.LeadLiisa, Now);

        solved.Facts().Only<HandoverEnded>().How.ShouldBe(HowOfferEnded.Withdrawn);
        passed.Facts().Only<HandoverEnded>().How.ShouldBe(HowOfferEnded.Withdrawn);
        solved.WhyNotAcceptOffer(offers.Solved.Id, Given.Bertil, false, Now).ShouldBe("handover.over");
        passed.WhyNotAcceptOffer(offers.Passed.Id, Given.Bertil, false, Now).ShouldBe("handover.over");
    }

    [Fact]
    public void What_is_merged_into_another_is_offered_no_more()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        Offered(other);

        Merge(one, other);

        other.OfferedAs.ShouldBeNull();
    }

    [Fact]
    public void What_nobody_has_begun_its_owner_may_give_at_once_and_what_somebody_has_begun_is_offered()
    {
        var (untouched, begun) = (Given.AnOpenTicket(), Given.ATicketWith(PromiseKind.Act));

        untouched.WhyNotGive(Given.Bertil, Given.Aino, byLead: false).ShouldBeNull();
        untouched.WhyNotGive(Given.Bertil, Given.Bertil, byLead: false).ShouldBeNull();
        untouched.WhyNotGive(Given.LeadLiisa, Given.Bertil, byLead: false).ShouldBe("owner.notyours");
        begun.WhyNotGive(Given.Bertil, Given.Aino, byLead: false).ShouldBe("owner.offer");
        begun.WhyNotGive(Given.Bertil, Given.LeadLiisa, byLead: true).ShouldBeNull();
        Given.ASolvedTicket().WhyNotGive(Given.Bertil, Given.LeadLiisa, byLead: true).ShouldBe("ticket.closed");
    }

    [Fact]
    public void A_bounce_is_a_change_of_hands_after_the_first_human_word()
    {
        var ticket = Given.AnOpenTicket();
        ticket.PassTo(Given.Bertil, OwnerReason.TookNext, null, Given.Bertil, Now);
        ticket.Bounces.ShouldBe(0);
        ticket.Note("Soitin VR:lle.", Given.Bertil, Now);

        ticket.PassTo(Given.Aino, OwnerReason.Given, "Aino jatkaa.", Given.LeadLiisa, Now);

        ticket.Bounces.ShouldBe(1);
    }

    [Theory]
    [InlineData(OwnerReason.StandIn)]
    [InlineData(OwnerReason.LongAbsence)]
    [InlineData(OwnerReason.OwnerLeft)]
    [InlineData(OwnerReason.DutyAgent)]
    public void Nobody_is_sent_on_where_the_owner_cannot_be_here(OwnerReason why)
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);

        ticket.PassTo(Given.Bertil, why, "Bertil jatkaa.", Actor.Lupaus, Now);

        ticket.Bounces.ShouldBe(0);
    }

    [Fact]
    public void After_two_bounces_a_lead_decides()
    {
        var ticket = BouncedTwice();

        ticket.WhyNotOffer(Given.Bertil, Told, Given.Aino, byLead: false, Now).ShouldBe("handover.bounced");
        var offer = ticket.Offer(Given.Bertil, Told, Given.LeadLiisa, byLead: true, Now);
        ticket.WhyNotAcceptOffer(offer.Id, Given.Bertil, offeredByLead: false, Now).ShouldBe("handover.bounced");
        ticket.AcceptOffer(offer.Id, Given.Bertil, offeredByLead: true, "Bertil jatkaa.", Now);

        ticket.Bounces.ShouldBe(3);
    }

    [Fact]
    public void What_goes_on_as_one_has_been_sent_on_as_often_as_both_and_apart_each_as_often_as_itself()
    {
        var (one, other, third) = (BouncedTwice(), BouncedTwice(), Given.AnOpenTicket());

        Merge(one, other);
        one.Bounces.ShouldBe(4);
        Merge(third, one, other);
        third.Bounces.ShouldBe(4);

        Part(other, third, one, other);
        (third.Bounces, one.Bounces, other.Bounces).ShouldBe((2, 2, 2));
        Part(one, third, one);
        (third.Bounces, one.Bounces).ShouldBe((0, 2));
    }

    private static Handover Offered(Ticket ticket) => ticket.Offer(Given.Bertil, Told, Given.Aino, byLead: false, Now);

    private static Ticket BouncedTwice()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        ticket.PassTo(Given.Bertil, OwnerReason.HandedOver, "Bertil jatkaa.", Given.Bertil, Now);
        ticket.PassTo(Given.Aino, OwnerReason.HandedOver, "Aino jatkaa.", Given.Aino, Now);
        ticket.Bounces.ShouldBe(2);
        return ticket;
    }

    private static void Merge(Ticket one, Ticket other, params Ticket[] carried) =>
        one.TakeIn(other, carried, new MergeTerms("Jatkuvat yhtenä.", Given.Wednesday, null, null, "Tee myös"), Given.Aino, Now);

    private static void Part(Ticket part, Ticket whole, params Ticket[] others) =>
        part.PartFrom(whole, others, Given.Aino, OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), Given.Aino, Now);
}
