using Lupaus.Core.Promises;

namespace Lupaus.Tests.Core.Promises;

public class PromiseTests
{
    private static readonly DateTimeOffset Due = Given.TwoOClock;

    [Fact]
    public void The_very_instant_of_due_is_in_time_and_a_tick_later_is_not()
    {
        var promise = APromise(PromiseKind.Answer);

        promise.IsLapsed(Due).ShouldBeFalse();
        promise.IsLapsed(Due.AddTicks(1)).ShouldBeTrue();
    }

    [Fact]
    public void What_is_done_at_the_very_instant_of_due_keeps_the_promise()
    {
        var end = APromise(PromiseKind.Act).End(new TicketId(1), HowItEnded.Kept, Due);

        (end.How, end.At, end.NoticedAt).ShouldBe((HowItEnded.Kept, Due, Due));
    }

    [Theory]
    [InlineData(HowItEnded.Kept)]
    [InlineData(HowItEnded.Moved)]
    [InlineData(HowItEnded.Withdrawn)]
    [InlineData(HowItEnded.Broken)]
    public void A_promise_that_lapsed_is_broken_at_its_due_even_if_kept_moved_or_withdrawn_later(HowItEnded later)
    {
        var now = Due.AddTicks(1);

        var end = APromise(PromiseKind.Act).End(new TicketId(1), later, now);

        (end.How, end.At, end.NoticedAt).ShouldBe((HowItEnded.Broken, Due, now));
    }

    [Fact]
    public void An_end_says_again_what_was_promised_by_whom_and_where_it_was_told()
    {
        var promise = APromise(PromiseKind.FindOut) with { Number = 4, Moves = 2 };

        var end = promise.End(new TicketId(7), HowItEnded.Kept, Due);

        (end.TicketId, end.Number, end.Kind, end.Due).ShouldBe((new TicketId(7), 4, PromiseKind.FindOut, Due));
        (end.MadeAt, end.Promiser, end.ToldIn, end.Moves).ShouldBe((Given.Monday, Given.Aino, new MessageId(31), 2));
    }

    [Fact]
    public void A_clock_that_steps_back_ends_no_promise_before_it_was_made()
    {
        var end = APromise(PromiseKind.Answer).End(new TicketId(1), HowItEnded.Kept, Given.Monday.AddSeconds(-5));

        (end.At, end.NoticedAt).ShouldBe((Given.Monday, Given.Monday));
    }

    [Fact]
    public void In_its_last_half_hour_a_promise_is_threatened_and_once_lapsed_it_is_no_longer_only_that()
    {
        var promise = APromise(PromiseKind.Answer);

        promise.IsThreatened(Due - Promise.Warning - Given.Minute).ShouldBeFalse();
        promise.IsThreatened(Due - Promise.Warning).ShouldBeTrue();
        promise.IsThreatened(Due).ShouldBeTrue();
        promise.IsThreatened(Due.AddTicks(1)).ShouldBeFalse();
    }

    [Fact]
    public void Waiting_for_the_customer_threatens_nobody() =>
        APromise(PromiseKind.CheckBack).IsThreatened(Due).ShouldBeFalse();

    [Theory]
    [InlineData(PromiseKind.Answer, true)]
    [InlineData(PromiseKind.CheckBack, true)]
    [InlineData(PromiseKind.FindOut, false)]
    [InlineData(PromiseKind.Act, false)]
    public void Any_reply_answers_and_is_getting_in_touch_but_other_things_have_to_be_delivered(PromiseKind kind, bool kept) =>
        APromise(kind).IsKeptByAnyReply.ShouldBe(kept);

    [Fact]
    public void Nothing_is_promised_for_the_past_or_for_this_very_moment()
    {
        Promise.WhyNotPromise(Given.Monday, Given.Monday).ShouldBe("promise.past");
        Promise.WhyNotPromise(Given.Monday - Given.Minute, Given.Monday).ShouldBe("promise.past");
    }

    [Fact]
    public void A_time_that_is_later_by_less_than_we_can_store_is_not_later() =>
        Promise.WhyNotPromise(Given.Monday.AddTicks(1), Given.Monday).ShouldBe("promise.past");

    [Fact]
    public void Nothing_is_promised_for_later_than_a_year_from_now()
    {
        Promise.WhyNotPromise(Given.Monday + Promise.Furthest, Given.Monday).ShouldBeNull();
        Promise.WhyNotPromise(Given.Monday + Promise.Furthest + Given.Minute, Given.Monday).ShouldBe("promise.far");
    }

    [Fact]
    public void A_promise_moves_to_a_later_time_only()
    {
        var promise = APromise(PromiseKind.Act);

        promise.WhyNotMoveTo(Due + Given.Hour, Given.Monday).ShouldBeNull();
        promise.WhyNotMoveTo(Due, Given.Monday).ShouldBe("promise.notlater");
        promise.WhyNotMoveTo(Due - Given.Hour, Given.Monday).ShouldBe("promise.notlater");
    }

    [Fact]
    public void A_promise_moves_until_the_very_instant_of_due_and_not_after()
    {
        var promise = APromise(PromiseKind.Act);

        promise.WhyNotMoveTo(Due + Given.Hour, Due).ShouldBeNull();
        promise.WhyNotMoveTo(Due + Given.Hour, Due.AddTicks(1)).ShouldBe("promise.lapsed");
    }

    [Fact]
    public void The_words_of_a_promise_have_a_limit()
    {
        PromiseWords.WhyNotSay(null).ShouldBeNull();
        PromiseWords.WhyNotSay(new string('a', PromiseWords.MaxLength)).ShouldBeNull();
        PromiseWords.WhyNotSay(new string('a', PromiseWords.MaxLength + 1)).ShouldBe("promise.words.long");
    }

    private static Promise APromise(PromiseKind kind) => new(1, kind, Due, Given.Monday, Given.Aino, new MessageId(31));
}
