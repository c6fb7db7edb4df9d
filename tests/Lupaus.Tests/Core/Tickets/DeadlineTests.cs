using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;

namespace Lupaus.Tests.Core.Tickets;

public class DeadlineTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void The_customer_says_when_it_is_too_late_and_may_take_it_back()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.SetDeadline(Given.Wednesday, Given.Maria, Now);
        ticket.SetDeadline(null, Given.Maria, Now);

        ticket.Deadline.ShouldBeNull();
        ticket.Facts().ShouldBe([new DeadlineSet(Given.Wednesday), new DeadlineCleared()]);
    }

    [Fact]
    public void The_same_deadline_twice_is_said_once()
    {
        var ticket = Given.AnOpenTicket();
        ticket.SetDeadline(Given.Wednesday, Given.Maria, Now);
        ticket.TakeHappenings();

        ticket.SetDeadline(Given.Wednesday.AddTicks(3), Given.Maria, Now);

        ticket.Facts().ShouldBeEmpty();
    }

    [Fact]
    public void A_deadline_lies_ahead_and_within_a_year()
    {
        Ticket.WhyNotSetDeadline(Now.AddMilliseconds(1), Now).ShouldBeNull();
        Ticket.WhyNotSetDeadline(Now.AddTicks(1), Now).ShouldBe("deadline.past");
        Ticket.WhyNotSetDeadline(Now, Now).ShouldBe("deadline.past");
        Ticket.WhyNotSetDeadline(Now + (367 * Given.Day), Now).ShouldBe("deadline.far");
    }

    [Fact]
    public void A_closed_ticket_has_no_deadline()
    {
        var set = () => Given.ASolvedTicket().SetDeadline(Given.Wednesday, Given.Maria, Now);

        set.ShouldBeRefused("ticket.closed");
    }

    [Fact]
    public void A_ticket_is_urgent_in_the_last_hour_before_the_deadline()
    {
        var ticket = Given.Arriving(Given.AMatter(deadline: Given.Wednesday));

        ticket.IsUrgent(Given.Wednesday - Given.Hour - Given.Minute).ShouldBeFalse();
        ticket.IsUrgent(Given.Wednesday - Given.Hour).ShouldBeTrue();
        ticket.IsUrgent(Given.Wednesday).ShouldBeTrue();
        ticket.IsUrgent(Given.Wednesday.AddTicks(1)).ShouldBeFalse();
    }

    [Fact]
    public void The_goal_is_what_the_customer_is_really_after_in_a_few_words()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        ticket.AimFor(" Hangossa tänä iltana ", Given.Aino, Now);
        ticket.AimFor("Hangossa tänä iltana", Given.Aino, Now);

        ticket.Goal.ShouldBe("Hangossa tänä iltana");
        ticket.Facts().ShouldHaveSingleItem().ShouldBe(new GoalSet());
    }

    [Fact]
    public void A_goal_in_many_words_is_refused()
    {
        var aim = () => Given.AnOpenTicket().AimFor(new string('a', Limits.Goal + 1), Given.Aino, Now);

        aim.ShouldBeRefused("ticket.goal");
    }

    [Fact]
    public void The_topic_and_the_language_change_once()
    {
        var ticket = Given.AnOpenTicket();
        ticket.TakeHappenings();

        for (var twice = 0; twice < 2; twice++)
        {
            ticket.ChangeTopic(Given.Books, Given.Aino, Now);
            ticket.SpeakIn(LanguageCode.Sv, Given.Aino, Now);
        }

        ticket.Facts().ShouldBe([new TopicChanged(Given.Trains, Given.Books), new LanguageChanged(LanguageCode.Fi, LanguageCode.Sv)]);
    }

    [Fact]
    public void The_topic_of_a_closed_ticket_stays()
    {
        var change = () => Given.ASolvedTicket().ChangeTopic(Given.Books, Given.Aino, Now);

        change.ShouldBeRefused("ticket.closed");
    }
}
