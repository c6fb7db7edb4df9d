using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Queue;

public class TurnsTests
{
    private static readonly DateTimeOffset Now = Given.Monday;

    private static Waiting Came(int number, int minutesAgo, int promisedIn, int? deadlineIn = null, int effort = 10) => new(
        TicketId.From(number), Now.AddMinutes(-minutesAgo), Now.AddMinutes(promisedIn), deadlineIn is { } left ? Now.AddMinutes(left) : null, TimeSpan.FromMinutes(effort));

    private static (long, WhyNext)? Next(int taken, params Waiting[] line) =>
        Turns.Usual.Next(line, line, taken, Now) is { } next ? (next.Ticket.Id.Value, next.Why) : null;

    [Fact]
    public void What_was_promised_first_is_next() =>
        Next(0, Came(1, 60, promisedIn: 120), Came(2, 10, promisedIn: 90)).ShouldBe((2, WhyNext.Promise));

    [Fact]
    public void The_customers_clock_goes_before_a_promise_that_can_wait() =>
        Next(0, Came(1, 60, promisedIn: 30), Came(2, 1, promisedIn: 120, deadlineIn: 40)).ShouldBe((2, WhyNext.Deadline));

    [Fact]
    public void A_deadline_that_is_far_off_hurries_nobody() =>
        Next(0, Came(1, 60, promisedIn: 30), Came(2, 1, promisedIn: 120, deadlineIn: 100)).ShouldBe((1, WhyNext.Promise));

    [Fact]
    public void A_deadline_that_can_not_be_met_any_more_leaves_the_promise() =>
        Next(0, Came(1, 60, promisedIn: 30), Came(2, 1, promisedIn: 120, deadlineIn: 4)).ShouldBe((1, WhyNext.Promise));

    [Fact]
    public void What_can_still_be_kept_goes_before_what_can_not()
    {
        Next(0, Came(1, 200, promisedIn: -5), Came(2, 10, promisedIn: 300)).ShouldBe((2, WhyNext.Promise));
        Next(0, Came(1, 200, promisedIn: -5), Came(2, 100, promisedIn: -50)).ShouldBe((2, WhyNext.Late));
    }

    [Fact]
    public void Each_third_turn_is_for_who_has_waited_longest()
    {
        var line = new[] { Came(1, 200, promisedIn: 300), Came(2, 10, promisedIn: 90), Came(3, 20, promisedIn: 95) };
        Next(0, line).ShouldBe((2, WhyNext.Promise));
        Next(1, line).ShouldBe((2, WhyNext.Promise));
        Next(2, line).ShouldBe((1, WhyNext.LongestWaiting));
        Next(3, line).ShouldBe((2, WhyNext.Promise));
    }

    [Fact]
    public void Who_came_at_the_same_moment_is_told_apart_by_number() =>
        Next(2, Came(8, 60, promisedIn: 30), Came(7, 60, promisedIn: 60)).ShouldBe((7, WhyNext.LongestWaiting));

    [Fact]
    public void Nothing_waits() => Next(0).ShouldBeNull();

    [Fact]
    public void Nobody_is_passed_by_more_than_two_for_each_one_ahead_and_each_agent() => Turns.Usual.MostOvertakers(ahead: 5, agents: 3).ShouldBe(16);
}
