using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ToldOfFailureTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void What_the_customer_says_went_wrong_is_a_failure_and_the_owner_owes_it_a_look()
    {
        var ticket = Given.AnOpenTicket();

        Tells(ticket, "Sain väärän lipun.");

        var failure = ticket.Obstacles.ShouldHaveSingleItem();
        (failure.Kind, failure.Text, failure.IsToldByCustomer, failure.RaisedAt).ShouldBe((ObstacleKind.Failure, "Sain väärän lipun.", true, Now));
        var duty = ticket.Duties.ShouldHaveSingleItem();
        (duty.What, duty.Doer, duty.Due, duty.IsTold).ShouldBe(("Selvitä, mikä meni pieleen", Given.Aino, Given.TwoOClock, false));
        ticket.TakeHappenings().Single(h => h.What is ObstacleRaised).By.Person.ShouldBe(Given.Maria);
    }

    [Fact]
    public void Until_it_is_mended_nothing_is_solved()
    {
        var ticket = Given.AnOpenTicket();
        Tells(ticket);

        ticket.WhyNotSolve().ShouldBe("solve.failure");
        ticket.SettleObstacle(ticket.Obstacles[0].Id, "Oikea lippu on lähetetty.", Given.Aino, Now);
        ticket.FinishDuty(ticket.Duties[0].Id, dropped: false, Given.Aino, Now);
        ticket.Answer(Given.AReply(), Given.Aino, Now);

        ticket.Closure!.Outcome.ShouldBe(Outcome.FailedMended);
    }

    [Theory, InlineData(PromiseKind.Answer), InlineData(PromiseKind.FindOut), InlineData(PromiseKind.Act)]
    public void The_promise_stands_since_nobody_but_its_maker_can_promise_more(PromiseKind kind)
    {
        var ticket = Given.ATicketWith(kind);
        var promise = ticket.Promise;

        Tells(ticket);

        ticket.Promise.ShouldBe(promise);
    }

    [Fact]
    public void While_we_had_been_waiting_for_them_an_answer_is_promised_at_once()
    {
        var ticket = Given.ATicketWaitingForMaria();

        Tells(ticket);

        ticket.Promise!.Kind.ShouldBe(PromiseKind.Answer);
    }

    [Fact]
    public void What_they_add_before_it_is_mended_is_heard_and_raises_no_second()
    {
        var ticket = Given.AnOpenTicket();
        Tells(ticket);

        Tells(ticket, "Ja laskukin on väärin.");

        (ticket.Obstacles.Count, ticket.Duties.Count).ShouldBe((1, 1));
        ticket.Messages[^1].Body.ShouldBe("Ja laskukin on väärin.");
    }

    [Fact]
    public void When_it_was_mended_and_goes_wrong_again_it_is_looked_into_again()
    {
        var ticket = Given.AnOpenTicket();
        Tells(ticket);
        ticket.SettleObstacle(ticket.Obstacles[0].Id, "Uusi lippu.", Given.Aino, Now);

        Tells(ticket);

        ticket.LooksIntoWhatCustomerTold.ShouldBeTrue();
        ticket.Obstacles.Count.ShouldBe(2);
    }

    [Fact]
    public void A_long_story_is_cut_in_the_failure_and_whole_in_the_message()
    {
        var ticket = Given.AnOpenTicket();

        Tells(ticket, new string('x', Limits.Reason + 1));

        ticket.Obstacles[0].Text.Length.ShouldBe(Limits.Reason);
        ticket.Obstacles[0].Text.ShouldEndWith("…");
        ticket.Messages[^1].Body.Length.ShouldBe(Limits.Reason + 1);
    }

    [Fact]
    public void A_closed_ticket_has_to_be_opened_first()
    {
        var ticket = Given.ASolvedTicket();

        var tell = () => ticket.ToldOfFailure(ticket.Messages[0], "Selvitä", Given.TwoOClock, Now);

        tell.ShouldBeRefused("ticket.closed");
    }

    private static void Tells(Ticket ticket, string body = "Sain väärän lipun.") =>
        ticket.ToldOfFailure(ticket.MariaWrites(Now, body), "Selvitä, mikä meni pieleen", Given.TwoOClock, Now);
}
