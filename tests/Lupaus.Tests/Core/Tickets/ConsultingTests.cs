using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ConsultingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;
    private static readonly DateTimeOffset Due = Now + (2 * Given.Hour);

    [Fact]
    public void Who_is_asked_owes_the_answer_and_the_customer_stays_where_they_are()
    {
        var ticket = Given.AnOpenTicket();
        var (owner, promise) = (ticket.OwnerId, ticket.Promise);
        ticket.TakeHappenings();

        var question = Ask(ticket);

        (question.Doer, question.AskedBy, question.Due, question.IsTold, question.IsOpen).ShouldBe((Given.Bertil, Given.Aino, Due, false, true));
        (ticket.OwnerId, ticket.Promise).ShouldBe((owner, promise));
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new ColleagueAsked(question.Id, Given.Bertil, Due));
    }

    [Fact]
    public void The_answer_is_a_note_that_the_customer_never_sees()
    {
        var ticket = Given.AnOpenTicket();
        var question = Ask(ticket);
        ticket.TakeHappenings();

        var note = ticket.AnswerQuestion(question.Id, "Voi, jos lippua ei ole leimattu.", Given.Bertil, Now);

        (note.Direction, question.IsOpen, question.Answer).ShouldBe((Direction.Note, false, note.Id));
        ticket.Facts().Only<ColleagueAnswered>().ShouldBe(new ColleagueAnswered(question.Id, Given.Aino, note.Id));
    }

    [Fact]
    public void Who_leaves_leaves_what_the_owner_asked_of_them_to_their_heir_and_nobody_owes_themselves_an_answer()
    {
        var ticket = Given.AnOpenTicket();
        var question = Ask(ticket);
        ticket.TakeHappenings();

        ticket.DoerLeaves(Given.Bertil, Given.LeadLiisa, Given.LeadLiisa, Now);
        (question.Doer, question.IsOpen).ShouldBe((Given.LeadLiisa, true));
        ticket.Facts().Only<QuestionPassed>().ShouldBe(new QuestionPassed(question.Id, Given.Bertil, Given.LeadLiisa, Due));

        ticket.DoerLeaves(Given.LeadLiisa, Given.Aino, Given.Aino, Now);
        (question.IsOpen, question.IsDropped).ShouldBe((false, true));
    }

    [Fact]
    public void It_is_answered_once_and_in_words()
    {
        var ticket = Given.AnOpenTicket();
        var question = Ask(ticket);

        new Action(() => ticket.FinishDuty(question.Id, dropped: false, Given.Bertil, Now)).ShouldBeRefused("consult.answer");
        new Action(() => ticket.AnswerQuestion(question.Id, " ", Given.Bertil, Now)).ShouldBeRefused("message.empty");
        ticket.AnswerQuestion(question.Id, "Voi.", Given.Bertil, Now);

        new Action(() => ticket.AnswerQuestion(question.Id, "Voi kyllä.", Given.LeadLiisa, Now)).ShouldBeRefused("consult.answered");
        new Action(() => ticket.AnswerQuestion(new DutyId(404), "Voi.", Given.Bertil, Now)).ShouldBeRefused("consult.unknown");
    }

    [Fact]
    public void A_duty_that_nobody_asked_is_no_question()
    {
        var ticket = Given.AnOpenTicket();
        var duty = ticket.TakeOn("hyvitys", Given.Bertil, Due, isTold: false, Given.Aino, Now);

        ticket.WhyNotAnswerQuestion(duty.Id).ShouldBe("consult.unknown");
    }

    [Fact]
    public void Who_turns_out_not_to_need_the_answer_says_so()
    {
        var ticket = Given.AnOpenTicket();
        var question = Ask(ticket);
        ticket.WhyNotSolve().ShouldBe("solve.duty");

        ticket.FinishDuty(question.Id, dropped: true, Given.Aino, Now);

        ticket.WhyNotSolve().ShouldBeNull();
    }

    [Fact]
    public void The_question_is_passed_to_who_knows_better_by_the_same_time_and_why_stands_as_a_note()
    {
        var ticket = Given.AnOpenTicket();
        var question = Ask(ticket);
        ticket.TakeHappenings();

        var note = ticket.PassQuestion(question.Id, Given.LeadLiisa, "Liisa hoitaa hyvitykset.", Given.Bertil, byLead: false, Now);

        (question.Doer, question.Due, question.IsOpen).ShouldBe((Given.LeadLiisa, Due, true));
        note.Body.ShouldBe("Liisa hoitaa hyvitykset.");
        ticket.Facts().Only<QuestionPassed>().ShouldBe(new QuestionPassed(question.Id, Given.Bertil, Given.LeadLiisa, Due));
    }

    [Fact]
    public void Only_who_was_asked_or_a_lead_passes_it_on_and_not_back_to_who_asked()
    {
        var ticket = Given.AnOpenTicket();
        var question = Ask(ticket);

        ticket.WhyNotPassQuestion(question.Id, Given.LeadLiisa, "Syy.", Given.Aino, byLead: false).ShouldBe("consult.notyours");
        ticket.WhyNotPassQuestion(question.Id, Given.Aino, "Syy.", Given.Bertil, byLead: false).ShouldBe("consult.back");
        ticket.WhyNotPassQuestion(question.Id, Given.LeadLiisa, "", Given.Bertil, byLead: false).ShouldBe("consult.reason");
        ticket.WhyNotPassQuestion(question.Id, Given.LeadLiisa, "Syy.", Given.LeadLiisa, byLead: true).ShouldBeNull();
    }

    [Fact]
    public void A_question_has_words_a_time_ahead_and_somebody_else_to_answer_it()
    {
        var ticket = Given.AnOpenTicket();

        ticket.WhyNotAsk("Voiko?", Given.Aino, Due, Given.Aino, Now).ShouldBe("consult.self");
        ticket.WhyNotAsk("  ", Given.Bertil, Due, Given.Aino, Now).ShouldBe("consult.question");
        ticket.WhyNotAsk("Voiko?", Given.Bertil, Now, Given.Aino, Now).ShouldBe("duty.past");
        Given.ASolvedTicket().WhyNotAsk("Voiko?", Given.Bertil, Due, Given.Aino, Now).ShouldBe("ticket.closed");
    }

    private static Duty Ask(Ticket ticket) => ticket.Ask("Voiko hinnan palauttaa?", Given.Bertil, Due, Given.Aino, Now);
}
