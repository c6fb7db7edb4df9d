using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

/// <summary>Bertil asks something of his colleagues: Aino answers for it, never he.</summary>
public class RequestingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void A_colleagues_request_has_an_owner_and_a_promise_as_any_matter()
    {
        var ticket = Given.ARequest();

        (ticket.IsInternal, ticket.RequesterId, ticket.OwnerId).ShouldBe((true, Given.Bertil, Given.Aino));
        (ticket.Promise!.Kind, ticket.Promise.Due, ticket.Promise.Promiser).ShouldBe((PromiseKind.Answer, Given.TwoOClock, Given.Aino));
        Given.AnOpenTicket().IsInternal.ShouldBeFalse();
    }

    [Fact]
    public void It_never_arrives_with_the_one_who_asks()
    {
        var arriving = () => { Ticket.Arrive(Given.AMatter() with { Requester = Given.Aino }, Reference.From(1), Given.Aino, OwnerReason.LeastWork, Given.AnAnswerBy(Given.TwoOClock), Given.Monday); };

        arriving.ShouldBeRefused("request.owner");
    }

    [Fact]
    public void It_never_becomes_theirs_whoever_gives_takes_or_offers_it()
    {
        var ticket = Given.ARequest();

        ticket.WhyNotPassTo(Given.Bertil, OwnerReason.StandIn, "Bertil jatkaa.").ShouldBe("request.owner");
        ticket.WhyNotTake(Given.Bertil).ShouldBe("request.owner");
        ticket.WhyNotTakeBeforeItsTurn(Given.Bertil, OvertakeReason.CustomerIsHere).ShouldBe("request.owner");
        ticket.WhyNotGive(Given.Bertil, Given.LeadLiisa, byLead: true).ShouldBe("request.owner");
        ticket.WhyNotOffer(Given.Bertil, new Briefing("Tehty.", "Luvattu.", "Seuraavaksi."), Given.Aino, byLead: false, Now).ShouldBe("request.owner");
        ticket.WhyNotGive(Given.LeadLiisa, Given.LeadLiisa, byLead: true).ShouldBeNull();
    }

    [Fact]
    public void Nor_does_it_come_back_to_them_when_it_opens_again()
    {
        var ticket = Given.ARequest();
        ticket.Answer(Given.AReply(), Given.Aino, Now);

        Action reopening = () => ticket.Reopen(Given.Bertil, OwnerReason.StandIn, Given.AnAnswerBy(Given.Wednesday), Given.LeadLiisa, Now);
        Action writing = () => ticket.MariaWritesAfterClosing(Now, Given.Bertil);

        reopening.ShouldBeRefused("request.owner");
        writing.ShouldBeRefused("request.owner");
        ticket.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Brought_back_from_spam_it_goes_to_another()
    {
        var ticket = Given.ARequest();
        ticket.SetAside(Given.Aino, Now);

        Action bringing = () => ticket.BringBack(Given.Bertil, OwnerReason.LeastWork, Given.AnAnswerBy(Given.Wednesday), Given.Aino, Now);

        bringing.ShouldBeRefused("request.owner");
    }

    [Fact]
    public void Who_asks_neither_answers_nor_decides_in_our_name()
    {
        var ticket = Given.ARequest();
        var raised = ticket.Raise(ObstacleKind.Failure, "Väärä näyttö.", Given.Aino, Now);
        var told = ticket.Disagree(Given.TwoWords(), Given.Aino, Now);
        ticket.TakeHappenings();
        Action[] deeds =
        [
            () => ticket.Answer(Given.AReply(new WhatNext.CannotHelp()), Given.Bertil, Now),
            () => ticket.HoldAnswer(Given.AReply(new WhatNext.CannotHelp()), Now + Given.Minute, Given.Bertil, Now),
            () => ticket.Note("Ei kiireinen.", Given.Bertil, Now),
            () => ticket.LogCall(new CallMade(new Call(false, CallOutcome.Talked, Now, 3, false), "Sovittiin.", new WhatNext.CannotHelp()), "Soita", Given.Bertil, Now),
            () => ticket.MovePromiseTo(Given.Wednesday, "Myöhemmin.", Given.Bertil, Now),
            () => ticket.TakeOn("näyttö", Given.Aino, Given.Wednesday, false, Given.Bertil, Now),
            () => ticket.Raise(ObstacleKind.Failure, "Väärä.", Given.Bertil, Now),
            () => ticket.SettleObstacle(raised.Id, "Selvisi.", Given.Bertil, Now),
            () => ticket.Disagree(Given.TwoWords(), Given.Bertil, Now),
            () => ticket.SettleDiscrepancy(told.Id, Given.AVerdict(), Given.Bertil, Now),
            () => ticket.Ask("Onko näyttöjä?", Given.LeadLiisa, Given.TwoOClock, Given.Bertil, Now),
            () => ticket.SetAside(Given.Bertil, Now),
            () => ticket.Offer(Given.LeadLiisa, new Briefing("Tehty.", "Luvattu.", "Seuraavaksi."), Given.Bertil, byLead: true, Now),
        ];

        foreach (var deed in deeds)
            deed.ShouldBeRefused("request.own");

        ticket.WhyNotGive(Given.LeadLiisa, Given.Bertil, byLead: true).ShouldBe("request.own");
        ticket.Facts().ShouldBeEmpty();
        ticket.IsUntouched.ShouldBeTrue();
    }

    [Fact]
    public void They_write_as_its_customer_and_may_withdraw_it_and_say_by_when_it_is_needed()
    {
        var ticket = Given.ARequest();

        ticket.MariaWrites(Now, "27 tuumaa riittää.");
        ticket.SetDeadline(Given.Wednesday, Given.Bertil, Now);
        ticket.Withdraw(Given.Bertil, Now);

        ticket.Closure!.How.ShouldBe(HowClosed.Withdrawn);
        ticket.WhyNotWriteAsItsCustomer(Given.Bertil).ShouldBeNull();
        ticket.WhyNotWriteAsItsCustomer(Given.Aino).ShouldBe("request.notyours");
        Given.AnOpenTicket().WhyNotWriteAsItsCustomer(Given.Bertil).ShouldBe("request.notyours");
    }

    [Fact]
    public void They_are_asked_as_a_customer_is_and_do_no_part_of_it_themselves()
    {
        var ticket = Given.ARequest();
        Action doing = () => ticket.TakeOn("näyttö", Given.Bertil, Given.Wednesday, false, Given.Aino, Now);

        ticket.WhyNotAsk("Minkä kokoinen?", Given.Bertil, Given.TwoOClock, Given.Aino, Now).ShouldBe("request.ask");
        doing.ShouldBeRefused("request.owner");
        var question = ticket.Ask("Onko näyttöjä?", Given.LeadLiisa, Given.TwoOClock, Given.Aino, Now);
        ticket.WhyNotPassQuestion(question.Id, Given.Bertil, "Tietää.", Given.LeadLiisa, byLead: true).ShouldBe("request.ask");
    }

    [Fact]
    public void Twice_broken_another_lead_answers_for_it_than_the_one_who_asks()
    {
        var ticket = Given.Arriving(Given.AMatter() with { Requester = Given.LeadLiisa });
        Action lapsing = () => ticket.LapsesAt(Given.TwoOClock + Given.Minute);

        lapsing.ShouldBeRefused("request.owner");
        ticket.Lapse(Given.Wednesday, Given.Bertil, "Myöhästyimme.", TimeSpan.Zero, false, Given.TwoOClock + Given.Minute);

        ticket.PromisesBroken.ShouldBe(1);
    }

    [Fact]
    public void It_goes_on_as_one_only_with_another_request_of_theirs()
    {
        var (request, matter) = (Given.ARequest(), Given.AnOpenTicket());

        request.WhyNotTakeIn(matter).ShouldBe("merge.request");
        matter.WhyNotTakeIn(request).ShouldBe("merge.request");
        request.WhyNotTakeIn(Given.ARequest()).ShouldBeNull();
        Action moving = () => request.MoveMessagesTo(matter, new Parting([request.Messages[0]], true), null, Given.Aino, Now);
        moving.ShouldBeRefused("merge.request");
    }

    [Fact]
    public void A_part_of_it_is_theirs_too_and_anothers_to_answer()
    {
        var ticket = Given.ARequest();
        var more = ticket.MariaWrites(Now, "Ja tuoli.");
        Action splitting = () => ticket.SplitOff(new Parting([more], true), new NewPart("Tuoli", Reference.From(2), Given.Bertil, OwnerReason.LeastWork, Given.AnAnswerBy(Given.Wednesday)), Given.Aino, Now);
        splitting.ShouldBeRefused("request.owner");

        var part = ticket.SplitOff(new Parting([more], true), new NewPart("Tuoli", Reference.From(2), Given.LeadLiisa, OwnerReason.LeastWork, Given.AnAnswerBy(Given.Wednesday)), Given.Aino, Now);

        (part.RequesterId, part.OwnerId).ShouldBe((Given.Bertil, Given.LeadLiisa));
    }
}
