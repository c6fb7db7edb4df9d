using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class ArrivingTests
{
    [Fact]
    public void A_matter_has_an_owner_and_a_promise_in_the_moment_it_arrives()
    {
        var ticket = Given.AnOpenTicket();

        ticket.OwnerId.ShouldBe(Given.Aino);
        ticket.IsOpen.ShouldBeTrue();
        ticket.IsUntouched.ShouldBeTrue();
        var told = ticket.Messages.Single(m => m.Nature == Nature.Acknowledgement);
        ticket.Promise.ShouldBe(new Promise(1, PromiseKind.Answer, Given.TwoOClock, Given.Monday, Given.Aino, told.Id));
    }

    [Fact]
    public void What_the_customer_wrote_and_what_we_told_them_are_both_in_the_conversation()
    {
        var ticket = Given.AnOpenTicket();

        ticket.Messages.Select(m => m.Direction).ShouldBe([Direction.FromCustomer, Direction.ToCustomer]);
        ticket.Messages[0].PersonId.ShouldBe(Given.Maria);
        ticket.NewestFromCustomer.ShouldBe(ticket.Messages[0].Id);
    }

    [Fact]
    public void History_begins_with_the_arrival_the_owner_and_the_promise()
    {
        var facts = Given.AnOpenTicket().Facts();

        facts.Select(f => f.GetType()).ShouldBe([typeof(TicketArrived), typeof(OwnerNamed), typeof(MessageReceived), typeof(MessageSent), typeof(PromiseMade)]);
    }

    [Fact]
    public void A_deadline_and_the_earlier_matter_are_on_record_from_the_start()
    {
        var facts = Given.Arriving(Given.AMatter(deadline: Given.Monday + Given.Day, follows: new TicketId(7))).Facts();

        facts.Only<DeadlineSet>().Deadline.ShouldBe(Given.Monday + Given.Day);
        facts.Only<FollowedUp>().Earlier.ShouldBe(new TicketId(7));
    }

    [Fact]
    public void A_deadline_given_in_the_customers_own_clock_is_kept_in_UTC_and_whole_milliseconds()
    {
        var inHelsinki = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(7);

        var ticket = Given.Arriving(Given.AMatter(deadline: inHelsinki));

        ticket.Deadline.ShouldNotBeNull().Offset.ShouldBe(TimeSpan.Zero);
        ticket.Deadline.ShouldBe(Given.Monday + (2 * Given.Hour));
    }

    [Fact]
    public void A_matter_without_a_word_is_refused() =>
        Arrive(Given.AMatter(body: " \r\n ")).ShouldBeRefused("message.empty");

    [Fact]
    public void A_matter_longer_than_we_can_keep_is_refused() =>
        Arrive(Given.AMatter(body: new string('a', Limits.Body + 1))).ShouldBeRefused("message.long");

    [Fact]
    public void A_matter_whose_time_has_run_out_is_refused_with_that_deadline() =>
        Arrive(Given.AMatter(deadline: Given.Monday)).ShouldBeRefused("deadline.past");

    [Fact]
    public void A_matter_can_not_arrive_with_a_promise_that_has_lapsed_already()
    {
        var arrive = () => { Ticket.Arrive(Given.AMatter(), Reference.From(1), Given.Aino, OwnerReason.LeastWork, Given.AnAnswerBy(Given.Monday), Given.Monday); };

        arrive.ShouldBeRefused("promise.past");
    }

    private static Action Arrive(Arrival matter) => () => Given.Arriving(matter);
}
