using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Tickets;

public class DeadlineGuessTests
{
    private static readonly DateTimeOffset Now = Given.Monday + Given.Hour;

    [Fact]
    public void A_near_time_in_the_customers_words_counts_at_once_and_one_word_confirms_it()
    {
        var ticket = Named(Now + Given.Hour);
        ticket.Deadline.ShouldBe(Now + Given.Hour);
        ticket.IsDeadlineGuessed.ShouldBeTrue();
        ticket.TakeHappenings();

        ticket.ConfirmDeadline(Given.Aino, Now);

        ticket.Deadline.ShouldBe(Now + Given.Hour);
        ticket.IsDeadlineGuessed.ShouldBeFalse();
        ticket.DeadlineGuess.ShouldBeNull();
        ticket.Facts().ShouldBe([new DeadlineSet(Now + Given.Hour)]);
    }

    [Fact]
    public void A_time_further_off_waits_for_somebody_to_say_that_it_is_so()
    {
        var ticket = Named(Now + (3 * Given.Day));
        ticket.Deadline.ShouldBeNull();

        ticket.ConfirmDeadline(Given.Maria, Now);

        ticket.Deadline.ShouldBe(Now + (3 * Given.Day));
    }

    [Fact]
    public void What_is_no_deadline_is_gone_from_the_queue_too()
    {
        var ticket = Named(Now + Given.Hour);
        ticket.TakeHappenings();

        ticket.DeclineDeadline(Given.Aino, Now);

        ticket.Deadline.ShouldBeNull();
        ticket.DeadlineGuess.ShouldBeNull();
        ticket.Facts().ShouldBe([new DeadlineDeclined(new MessageId(7))]);
        ((Action)(() => ticket.DeclineDeadline(Given.Aino, Now))).ShouldBeRefused("deadline.noguess");
        ((Action)(() => ticket.ConfirmDeadline(Given.Aino, Now))).ShouldBeRefused("deadline.noguess");
    }

    [Fact]
    public void A_deadline_that_was_told_stays_when_words_name_an_earlier_time_until_that_is_confirmed()
    {
        var ticket = Given.AnOpenTicket();
        ticket.SetDeadline(Given.Wednesday, Given.Maria, Now);

        ticket.WhyNotNameTime(At(Given.Wednesday + Given.Hour), Now).ShouldBe("deadline.told");
        ticket.NameTime(At(Now + Given.Hour), Now);

        ticket.Deadline.ShouldBe(Given.Wednesday);
        ticket.ConfirmDeadline(Given.Aino, Now);
        ticket.Deadline.ShouldBe(Now + Given.Hour);
    }

    [Fact]
    public void A_newer_word_takes_the_place_of_an_older_guess()
    {
        var ticket = Named(Now + Given.Hour);

        ticket.NameTime(At(Now + (5 * Given.Day)), Now);

        ticket.Deadline.ShouldBeNull();
        ticket.DeadlineGuess!.At.ShouldBe(Now + (5 * Given.Day));
    }

    [Fact]
    public void A_day_lasts_until_its_last_minute() =>
        new DeadlineGuess(new MessageId(7), Now, Now + Given.Day, 0, 5).Latest.ShouldBe(Now + Given.Day - Given.Minute);

    [Fact]
    public void What_is_over_or_far_away_is_no_deadline_and_closing_ends_a_guess()
    {
        var ticket = Named(Now + Given.Hour);
        ticket.WhyNotNameTime(At(Now), Now).ShouldBe("deadline.past");
        ticket.WhyNotNameTime(At(Now + (400 * Given.Day)), Now).ShouldBe("deadline.far");

        ticket.Withdraw(Given.Maria, Now);

        ticket.DeadlineGuess.ShouldBeNull();
        ticket.WhyNotNameTime(At(Now + Given.Hour), Now).ShouldBe("ticket.closed");
    }

    private static Ticket Named(DateTimeOffset time)
    {
        var ticket = Given.AnOpenTicket();
        ticket.NameTime(At(time), Now);
        return ticket;
    }

    private static DeadlineGuess At(DateTimeOffset time) => new(new MessageId(7), time, null, 3, 5);
}
