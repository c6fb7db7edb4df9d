using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class AsideTests
{
    private static readonly DateTimeOffset Until = Given.Monday + Given.Day;

    private static Ticket Aside() => Ticket.ArriveAside(Given.AMatter(), Reference.From(2), Given.LeadLiisa, Until, "Saimme viestisi.", Given.Monday);

    [Fact]
    public void What_waits_aside_has_an_owner_and_a_promise_and_sends_nobody_anything()
    {
        var ticket = Aside();

        ticket.ShouldSatisfyAllConditions(t => t.OwnerId.ShouldBe(Given.LeadLiisa), t => t.Promise!.Due.ShouldBe(Until + Ticket.AsideBeforeDue), t => t.AsideUntil.ShouldBe(Until));
        ticket.Facts().Only<MessageSent>().OnPageOnly.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_judged_it_in_time_and_it_closes_as_no_service()
    {
        var ticket = Aside();

        ticket.WhyNotCloseAside(Until - Given.Minute).ShouldBe("aside.not");
        ticket.CloseAside(Until);

        ticket.Closure!.How.ShouldBe(HowClosed.NotService);
        ticket.PromisesBroken.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Brought_back_it_has_an_owner_a_promise_and_an_acknowledgement(bool closedFirst)
    {
        var ticket = Aside();
        if (closedFirst)
            ticket.CloseAside(Until);
        ticket.Facts();
        var now = Until + Given.Minute;

        ticket.BringBack(Given.Bertil, OwnerReason.LeastWork, Given.AnAnswerBy(now + Given.Hour), Given.Aino, now);

        ticket.ShouldSatisfyAllConditions(t => t.IsOpen.ShouldBeTrue(), t => t.IsAside.ShouldBeFalse(), t => t.OwnerId.ShouldBe(Given.Bertil), t => t.Promise!.Due.ShouldBe(now + Given.Hour));
        ticket.Facts().Only<MessageSent>().ShouldSatisfyAllConditions(m => m.Nature.ShouldBe(Nature.Acknowledgement), m => m.OnPageOnly.ShouldBeFalse());
        ticket.WhyNotBringBack().ShouldBe("aside.not");
    }

    [Fact]
    public void Whoever_is_answered_is_no_longer_suspected()
    {
        var ticket = Aside();

        ticket.Note("Onkohan tämä oikea?", Given.Aino, Given.Monday);
        ticket.IsAside.ShouldBeTrue();
        ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.FindOut, Given.Wednesday)), Given.Aino, Given.Monday + Given.Hour);

        ticket.IsAside.ShouldBeFalse();
    }

    [Fact]
    public void A_slip_is_taken_back_and_what_was_promised_is_promised_still()
    {
        var ticket = Given.AnOpenTicket();
        var before = ticket.Promise!;
        ticket.SetAside(Given.Aino, Given.Monday + Given.Hour);
        var was = new AsItWas(ticket.PromiseEnds[^1], null, null);

        ticket.TakeBackClosing(was, Given.Aino, Given.Monday + (2 * Given.Hour));

        ticket.Promise.ShouldBe(before with { Number = 2, MadeAt = Given.Monday + (2 * Given.Hour) });
        ticket.Facts().OfType<MessageSent>().Count().ShouldBe(1);
    }

    [Fact]
    public void What_was_said_or_has_passed_is_not_taken_back()
    {
        var solved = Given.ASolvedTicket();
        solved.WhyNotTakeBackClosing(new AsItWas(solved.PromiseEnds[^1], null, null), Given.Monday + (2 * Given.Hour)).ShouldBe("undo.said");
        var aside = Given.AnOpenTicket();
        aside.SetAside(Given.Aino, Given.Monday + Given.Hour);

        aside.WhyNotTakeBackClosing(new AsItWas(aside.PromiseEnds[^1], null, null), Given.TwoOClock).ShouldBe("undo.due");
    }
}
