using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ReplyingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + (2 * Given.Hour);
    private static readonly DateTimeOffset Thursday = Given.Monday + (3 * Given.Day);

    public static readonly TheoryData<PromiseKind, bool, HowItEnded> HowPromisesEnd = new()
    {
        { PromiseKind.Answer, true, HowItEnded.Kept },
        { PromiseKind.Answer, false, HowItEnded.Kept },
        { PromiseKind.CheckBack, true, HowItEnded.Kept },
        { PromiseKind.CheckBack, false, HowItEnded.Kept },
        { PromiseKind.FindOut, true, HowItEnded.Kept },
        { PromiseKind.FindOut, false, HowItEnded.Broken },
        { PromiseKind.Act, true, HowItEnded.Kept },
        { PromiseKind.Act, false, HowItEnded.Broken },
    };

    [Theory]
    [MemberData(nameof(HowPromisesEnd))]
    public void Solving_keeps_what_was_delivered_and_breaks_what_was_not(PromiseKind live, bool delivers, HowItEnded how)
    {
        var ticket = Given.ATicketWith(live);

        ticket.Answer(Given.AReply(new WhatNext.Solves(), delivers), Given.Aino, Now);

        ticket.PromiseEnds[^1].How.ShouldBe(how);
        ticket.Promise.ShouldBeNull();
        ticket.Closure.ShouldNotBeNull().How.ShouldBe(HowClosed.Solved);
    }

    [Theory]
    [MemberData(nameof(HowPromisesEnd))]
    public void Saying_that_we_can_not_help_ends_promises_the_same_way(PromiseKind live, bool delivers, HowItEnded how)
    {
        var ticket = Given.ATicketWith(live);

        ticket.Answer(Given.AReply(new WhatNext.CannotHelp(), delivers), Given.Aino, Now);

        ticket.PromiseEnds[^1].How.ShouldBe(how);
        ticket.Closure.ShouldNotBeNull().How.ShouldBe(HowClosed.CannotHelp);
    }

    [Theory]
    [MemberData(nameof(HowPromisesEnd))]
    public void A_new_promise_keeps_what_was_delivered_and_moves_what_was_not(PromiseKind live, bool delivers, HowItEnded whenClosing)
    {
        var ticket = Given.ATicketWith(live);

        var reply = ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Thursday, "uusi lippu"), delivers), Given.Bertil, Now);

        ticket.PromiseEnds[^1].How.ShouldBe(whenClosing == HowItEnded.Broken ? HowItEnded.Moved : HowItEnded.Kept);
        var moves = whenClosing == HowItEnded.Broken ? 1 : 0;
        ticket.Promise.ShouldBe(new Promise(ticket.PromisesMade, PromiseKind.Act, Thursday, Now, Given.Bertil, reply.Id, moves, WordsIn: ticket.PromisesMade));
        ticket.PromiseWords[^1].Text.ShouldBe("uusi lippu");
    }

    [Theory]
    [MemberData(nameof(HowPromisesEnd))]
    public void Asking_the_customer_makes_it_their_turn(PromiseKind live, bool delivers, HowItEnded whenClosing)
    {
        var ticket = Given.ATicketWith(live);

        ticket.Answer(Given.AReply(new WhatNext.WaitsForCustomer(Thursday, "Muistathan?"), delivers), Given.Aino, Now);

        ticket.PromiseEnds[^1].How.ShouldBe(whenClosing == HowItEnded.Broken ? HowItEnded.Moved : HowItEnded.Kept);
        ticket.WaitsForCustomer.ShouldBeTrue();
        ticket.PromiseWords[^1].Text.ShouldBe("Muistathan?");
    }

    [Theory]
    [InlineData(PromiseKind.FindOut)]
    [InlineData(PromiseKind.Act)]
    [InlineData(PromiseKind.CheckBack)]
    public void A_word_in_between_leaves_the_promise_as_it_is(PromiseKind live)
    {
        var ticket = Given.ATicketWith(live);
        var promise = ticket.Promise;

        ticket.Answer(Given.AReply(new WhatNext.PromiseStands()), Given.Aino, Now);

        ticket.Promise.ShouldBe(promise);
    }

    [Fact]
    public void Any_reply_answers_so_a_promised_answer_can_not_stand_after_it() =>
        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.PromiseStands())).ShouldBeRefused("promise.answered");

    [Fact]
    public void A_promise_that_has_lapsed_can_not_stand()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);

        Answering(ticket, Given.AReply(new WhatNext.PromiseStands()), Given.Wednesday.AddTicks(1)).ShouldBeRefused("promise.lapsed");
    }

    [Theory]
    [InlineData(PromiseKind.Answer)]
    [InlineData(PromiseKind.CheckBack)]
    public void An_agent_promises_to_do_or_to_find_out_and_the_rest_has_its_own_words(PromiseKind kind) =>
        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.Promises(kind, Thursday))).ShouldBeRefused("promise.kind");

    [Fact]
    public void A_promise_for_yesterday_is_refused() =>
        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.Promises(PromiseKind.Act, Given.Monday))).ShouldBeRefused("promise.past");

    [Fact]
    public void A_promise_for_two_years_from_now_is_refused() =>
        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.WaitsForCustomer(Now + (800 * Given.Day), "Muistathan?"))).ShouldBeRefused("promise.far");

    [Fact]
    public void A_promise_in_too_many_words_is_refused()
    {
        var words = new string('a', PromiseWords.MaxLength + 1);

        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.Promises(PromiseKind.Act, Thursday, words))).ShouldBeRefused("promise.words.long");
        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.WaitsForCustomer(Thursday, words))).ShouldBeRefused("promise.words.long");
    }

    [Fact]
    public void Nobody_waits_for_the_customer_without_writing_the_reminder() =>
        Answering(Given.AnOpenTicket(), Given.AReply(new WhatNext.WaitsForCustomer(Thursday, " "))).ShouldBeRefused("reminder.missing");

    [Fact]
    public void An_empty_reply_is_refused() =>
        Answering(Given.AnOpenTicket(), new Reply("\u0000 ", new WhatNext.Solves())).ShouldBeRefused("message.empty");

    [Fact]
    public void A_closed_ticket_is_not_replied_to() =>
        Answering(Given.ASolvedTicket(), Given.AReply()).ShouldBeRefused("ticket.closed");

    [Fact]
    public void Who_has_not_read_the_customers_newest_words_is_stopped_and_shown_them()
    {
        var ticket = Given.AnOpenTicket();
        var read = ticket.NewestFromCustomer;
        var newer = ticket.MariaWrites(Given.Monday + Given.Hour);

        Answering(ticket, Given.AReply(seen: read)).ShouldBeRefused("ticket.newer");
        ticket.WhyNotAnswer(Given.AReply(seen: newer.Id), Given.Aino, Now).ShouldBeNull();
        ticket.WhyNotAnswer(Given.AReply(), Given.Aino, Now).ShouldBeNull();
    }

    [Fact]
    public void What_was_promised_and_delivered_late_was_still_late()
    {
        var ticket = Given.AnOpenTicket();
        var late = Given.TwoOClock + Given.Hour;

        ticket.Answer(Given.AReply(), Given.Aino, late);

        var end = ticket.PromiseEnds.ShouldHaveSingleItem();
        (end.How, end.At, end.NoticedAt).ShouldBe((HowItEnded.Broken, Given.TwoOClock, late));
        ticket.PromisesBroken.ShouldBe(1);
    }

    [Fact]
    public void A_second_move_of_the_same_thing_is_shown_to_the_lead()
    {
        var ticket = Given.ATicketWith(PromiseKind.Act);
        ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Thursday), delivers: false), Given.Aino, Now);
        ticket.Facts().OfType<PromiseMovedAgain>().ShouldBeEmpty();

        ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Thursday + Given.Day), delivers: false), Given.Aino, Now);

        ticket.Facts().Only<PromiseMovedAgain>().ShouldBe(new PromiseMovedAgain(4, 2));
    }

    [Fact]
    public void The_owners_first_word_introduces_them_only_to_who_does_not_know_them()
    {
        var ticket = Given.AnOpenTicket();
        ticket.PassTo(Given.Bertil, OwnerReason.TookNext, null, Given.Bertil, Given.Monday);

        var byColleague = ticket.Answer(Given.AReply(new WhatNext.Promises(PromiseKind.Act, Thursday)), Given.Aino, Now);
        var first = ticket.Answer(Given.AReply(new WhatNext.PromiseStands()), Given.Bertil, Now);
        var second = ticket.Answer(Given.AReply(new WhatNext.PromiseStands()), Given.Bertil, Now);

        (byColleague.Introduces, first.Introduces, second.Introduces).ShouldBe((false, true, false));
    }

    [Fact]
    public void A_note_touches_the_ticket_and_settles_nothing()
    {
        var ticket = Given.AnOpenTicket();
        var promise = ticket.Promise;
        ticket.TakeHappenings();

        var note = ticket.Note("Soitin VR:lle.", Given.Bertil, Now);

        note.Direction.ShouldBe(Direction.Note);
        ticket.Promise.ShouldBe(promise);
        ticket.IsUntouched.ShouldBeFalse();
        ticket.Facts().Only<NoteWritten>().Message.ShouldBe(note.Id);
    }

    [Fact]
    public void An_empty_note_is_refused()
    {
        var note = () => { Given.AnOpenTicket().Note("", Given.Aino, Now); };

        note.ShouldBeRefused("message.empty");
    }

    private static Action Answering(Ticket ticket, Reply reply, DateTimeOffset? at = null) => () => ticket.Answer(reply, Given.Aino, at ?? Now);
}
