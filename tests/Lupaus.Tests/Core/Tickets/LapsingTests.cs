using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class LapsingTests
{
    private static readonly DateTimeOffset Late = Given.TwoOClock + Given.Minute;
    private static readonly DateTimeOffset LateAgain = Late + (2 * Given.Hour) + Given.Minute;

    [Theory]
    [InlineData(PromiseKind.Answer)]
    [InlineData(PromiseKind.FindOut)]
    [InlineData(PromiseKind.Act)]
    public void When_a_promise_breaks_the_same_thing_is_promised_anew_in_the_same_moment(PromiseKind kind)
    {
        var ticket = Given.ATicketWith(kind);
        var broken = ticket.Promise!;
        var now = broken.Due + Given.Minute;

        ticket.LapsesAt(now);

        var end = ticket.PromiseEnds[^1];
        (end.How, end.At, end.NoticedAt).ShouldBe((HowItEnded.Broken, broken.Due, now));
        ticket.Promise.ShouldBe(broken with { Number = broken.Number + 1, Due = now + (2 * Given.Hour), MadeAt = now, ToldIn = ticket.Messages[^1].Id });
    }

    [Fact]
    public void The_first_break_is_told_by_mail_once_the_owner_has_had_their_chance()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.LapsesAt(Late);

        var sent = ticket.Facts().Only<MessageSent>();
        (sent.Nature, sent.NotBefore, sent.OnPageOnly).ShouldBe((Nature.Late, Late + (10 * Given.Minute), false));
    }

    [Fact]
    public void At_the_second_break_no_robot_apologises_again_and_the_lead_answers_for_the_promise()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Late);
        ticket.TakeHappenings();

        ticket.LapsesAt(LateAgain);

        var facts = ticket.Facts();
        facts.Only<MessageSent>().OnPageOnly.ShouldBeTrue();
        facts.Only<PromiserChanged>().ShouldBe(new PromiserChanged(3, Given.Aino, Given.LeadLiisa));
        ticket.Promise!.Promiser.ShouldBe(Given.LeadLiisa);
        ticket.OwnerId.ShouldBe(Given.Aino);
    }

    [Fact]
    public void At_the_third_break_the_lead_goes_on_answering_and_nothing_is_mailed()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Late);
        ticket.LapsesAt(LateAgain);
        ticket.TakeHappenings();

        ticket.LapsesAt(LateAgain + (3 * Given.Hour));

        var facts = ticket.Facts();
        facts.Only<MessageSent>().OnPageOnly.ShouldBeTrue();
        facts.OfType<PromiserChanged>().ShouldBeEmpty();
        ticket.Promise!.Promiser.ShouldBe(Given.LeadLiisa);
    }

    [Fact]
    public void A_word_from_one_of_us_lets_the_next_break_be_told_again()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Late);
        ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Late + Given.Hour)), Given.Aino, Late + Given.Minute);
        ticket.TakeHappenings();

        ticket.LapsesAt(Late + (2 * Given.Hour));

        ticket.Facts().Only<MessageSent>().OnPageOnly.ShouldBeFalse();
        ticket.Promise!.Promiser.ShouldBe(Given.Aino);
    }

    [Fact]
    public void Moving_the_promise_in_time_is_a_word_from_one_of_us_too()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Late);

        ticket.MovePromiseTo(Late + (3 * Given.Hour), "VR vastaa myöhemmin.", Given.Aino, Late + Given.Hour);

        ticket.LapsesSinceOurWord.ShouldBe(0);
    }

    [Fact]
    public void Neither_a_note_nor_the_customers_own_word_lets_a_robot_apologise_again()
    {
        var ticket = Given.AnOpenTicket();
        ticket.LapsesAt(Late);

        ticket.Note("Soitin VR:lle.", Given.Aino, Late);
        ticket.MariaWrites(Late);

        ticket.LapsesSinceOurWord.ShouldBe(1);
    }

    [Fact]
    public void When_many_lapsed_together_the_page_alone_may_show_it()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.Lapse(Late + Given.Hour, Given.LeadLiisa, "Myöhästyimme.", TimeSpan.Zero, onPageOnly: true, Late);

        ticket.Facts().Only<MessageSent>().OnPageOnly.ShouldBeTrue();
    }

    [Fact]
    public void A_promise_is_not_broken_before_its_due_has_passed()
    {
        Lapsing(Given.AnOpenTicket(), Given.TwoOClock).ShouldBeRefused("promise.notdue");
        Lapsing(Given.AnOpenTicket(), Given.TwoOClock.AddTicks(1)).ShouldNotThrow();
    }

    [Fact]
    public void A_broken_promise_is_not_replaced_by_one_that_has_passed_too()
    {
        var lapse = () => { Given.AnOpenTicket().Lapse(Late, Given.LeadLiisa, "Myöhästyimme.", TimeSpan.Zero, false, Late); };

        lapse.ShouldBeRefused("promise.past");
    }

    [Fact]
    public void Waiting_for_the_customer_ends_with_a_reminder_and_not_with_a_break() =>
        Lapsing(Given.ATicketWaitingForMaria(), Given.Wednesday + Given.Hour).ShouldBeRefused("promise.checkback");

    [Fact]
    public void A_closed_ticket_has_no_promise_to_break() =>
        Lapsing(Given.ASolvedTicket(), Late).ShouldBeRefused("ticket.closed");

    private static Action Lapsing(Ticket ticket, DateTimeOffset now) => () => ticket.LapsesAt(now);
}
