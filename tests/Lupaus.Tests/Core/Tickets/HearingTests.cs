using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class HearingTests
{
    private static readonly DateTimeOffset Tuesday = Given.Monday + Given.Day;

    [Theory]
    [InlineData(PromiseKind.Answer)]
    [InlineData(PromiseKind.FindOut)]
    [InlineData(PromiseKind.Act)]
    public void What_the_customer_adds_leaves_our_promise_as_it_stands(PromiseKind kind)
    {
        var ticket = Given.ATicketWith(kind);
        var promise = ticket.Promise;

        var message = ticket.MariaWrites(Given.Monday + (2 * Given.Hour));

        ticket.Promise.ShouldBe(promise);
        ticket.NewestFromCustomer.ShouldBe(message.Id);
    }

    [Fact]
    public void When_the_customer_answers_what_we_waited_for_it_is_our_turn_and_an_answer_is_promised()
    {
        var ticket = Given.ATicketWaitingForMaria();

        ticket.MariaWrites(Tuesday);

        ticket.PromiseEnds[^1].How.ShouldBe(HowItEnded.Withdrawn);
        ticket.Promise.ShouldNotBeNull();
        (ticket.Promise.Number, ticket.Promise.Kind, ticket.Promise.Promiser).ShouldBe((3, PromiseKind.Answer, Given.Aino));
    }

    [Fact]
    public void The_receipt_for_an_answer_waits_ten_minutes_for_a_person_to_be_faster()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.TakeHappenings();

        ticket.MariaWrites(Tuesday);

        var sent = ticket.Facts().Only<MessageSent>();
        (sent.Nature, sent.NotBefore).ShouldBe((Nature.Receipt, Tuesday + (10 * Given.Minute)));
    }

    [Fact]
    public void An_answer_to_a_reminder_starts_the_count_of_reminders_anew()
    {
        var ticket = Given.ATicketWaitingForMaria();
        ticket.RemindsAt(Given.Wednesday);

        ticket.MariaWrites(Given.Wednesday + Given.Hour);

        ticket.RemindersUnanswered.ShouldBe(0);
    }

    [Fact]
    public void We_can_not_stop_waiting_without_promising_an_answer()
    {
        var ticket = Given.ATicketWaitingForMaria();

        var write = () => { ticket.CustomerWrites("IC 27", Channel.Mail, Given.Letter, null, Tuesday); };

        write.ShouldBeRefused("promise.missing");
    }

    [Fact]
    public void An_answer_promised_for_a_time_that_has_passed_is_no_promise()
    {
        var ticket = Given.ATicketWaitingForMaria();

        var write = () => { ticket.CustomerWrites("IC 27", Channel.Mail, Given.Letter, Given.AnAnswerBy(Tuesday), Tuesday); };

        write.ShouldBeRefused("promise.past");
        ticket.WaitsForCustomer.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_said_is_nothing_heard()
    {
        var write = () => { Given.AnOpenTicket().MariaWrites(Tuesday, "  "); };

        write.ShouldBeRefused("message.empty");
    }

    [Fact]
    public void A_closed_ticket_has_its_own_ways_to_hear()
    {
        var write = () => { Given.ASolvedTicket().MariaWrites(Tuesday); };

        write.ShouldBeRefused("ticket.closed");
    }
}
