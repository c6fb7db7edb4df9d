using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;

namespace Lupaus.Tests.Core.Tickets;

public class MergingTests
{
    private static readonly DateTimeOffset Now = Given.Monday + (2 * Given.Hour);

    [Fact]
    public void Of_two_promises_the_earlier_stands_and_the_customer_is_told_once()
    {
        var (one, other) = (Given.AnOpenTicket(), AnAnswerBy(Given.TwoOClock - Given.Hour));
        Forget(one, other);

        var told = Merge(one, other);

        one.Promise!.ShouldSatisfyAllConditions(p => p.Kind.ShouldBe(PromiseKind.Answer), p => p.Due.ShouldBe(Given.TwoOClock - Given.Hour), p => p.ToldIn.ShouldBe(told.Id));
        one.PromiseEnds.ShouldHaveSingleItem().How.ShouldBe(HowItEnded.Moved);
        one.Facts().Only<MessageSent>().Nature.ShouldBe(Nature.Merged);
        other.PromiseEnds.ShouldHaveSingleItem().How.ShouldBe(HowItEnded.Moved);
        (other.Closure!.How, other.MergedIntoId).ShouldBe((HowClosed.MergedInto, one.Id));
        other.Facts().OfType<MessageSent>().ShouldBeEmpty();
    }

    [Fact]
    public void Our_own_promise_stands_as_it_was_when_it_is_the_earlier()
    {
        var one = Given.AnOpenTicket();
        var before = one.Promise;

        Merge(one, AnAnswerBy(Given.TwoOClock + Given.Hour));

        one.Promise.ShouldBe(before);
        one.PromiseEnds.ShouldBeEmpty();
        one.Duties.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_promised_for_later_is_owed_as_a_duty_the_customer_knows_of()
    {
        var (one, other) = (Given.ATicketWith(PromiseKind.Act), AnAnswerBy(Given.TwoOClock));

        Merge(one, other, new MergeTerms("Yhdessä.", Given.Wednesday, "uusi lippu", null, "Tee myös"));

        (one.Promise!.Kind, one.Promise.Due).ShouldBe((PromiseKind.Answer, Given.TwoOClock));
        one.Duties.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            d => d.What.ShouldBe("uusi lippu"), d => d.Due.ShouldBe(Given.Wednesday), d => d.IsTold.ShouldBeTrue(), d => d.Doer.ShouldBe(Given.Aino));
    }

    [Fact]
    public void The_other_ones_promise_goes_on_with_its_words_and_its_kind()
    {
        var (one, other) = (AnAnswerBy(Given.Wednesday + Given.Hour), Given.ATicketWith(PromiseKind.FindOut));

        Merge(one, other, new MergeTerms("Yhdessä.", Given.Wednesday, null, "uusi lippu", "Vastaa myös tähän"));

        (one.Promise!.Kind, one.Promise.Due).ShouldBe((PromiseKind.FindOut, Given.Wednesday));
        one.PromiseWords.ShouldHaveSingleItem().Text.ShouldBe("uusi lippu");
        one.Duties.ShouldHaveSingleItem().What.ShouldStartWith("Vastaa myös tähän: ");
    }

    [Fact]
    public void Where_one_waits_for_the_customer_and_the_other_for_us_it_is_our_turn_at_the_earlier_time()
    {
        var (waits, ours) = (Given.ATicketWaitingForMaria(), AnAnswerBy(Given.Wednesday + Given.Day));

        Merge(waits, ours);

        (waits.Promise!.Kind, waits.Promise.Due).ShouldBe((PromiseKind.Answer, Given.Wednesday));
        waits.WaitsForCustomer.ShouldBeFalse();
    }

    [Fact]
    public void Of_two_that_wait_for_the_customer_the_earlier_reminder_stands()
    {
        var one = Given.ATicketWaitingForMaria();

        Merge(one, Given.ATicketWaitingForMaria());

        (one.Promise!.Kind, one.Promise.Due).ShouldBe((PromiseKind.CheckBack, Given.Wednesday));
    }

    [Fact]
    public void A_promise_that_had_lapsed_is_broken_and_the_other_stands()
    {
        var (one, other) = (AnAnswerBy(Given.Wednesday), Given.AnOpenTicket());

        Merge(one, other, now: Given.TwoOClock + Given.Minute);

        other.PromiseEnds.ShouldHaveSingleItem().How.ShouldBe(HowItEnded.Broken);
        other.PromisesBroken.ShouldBe(1);
        one.Promise!.Due.ShouldBe(Given.Wednesday);
    }

    [Fact]
    public void When_both_had_lapsed_an_answer_is_promised_anew()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.AnOpenTicket());

        Merge(one, other, now: Given.TwoOClock + Given.Hour, answerBy: Given.TwoOClock + (3 * Given.Hour));

        one.PromiseEnds.ShouldHaveSingleItem().How.ShouldBe(HowItEnded.Broken);
        (one.Promise!.Kind, one.Promise.Due).ShouldBe((PromiseKind.Answer, Given.TwoOClock + (3 * Given.Hour)));
    }

    [Fact]
    public void What_is_owed_and_what_stands_in_the_way_goes_over_and_the_earlier_deadline_is_kept()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.Arriving(Given.AMatter(deadline: Given.Wednesday)));
        one.SetDeadline(Given.Wednesday + Given.Day, Given.Maria, Now);
        other.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: false, Given.Aino, Now);
        other.Raise(ObstacleKind.Failure, "Väärä lippu.", Given.Aino, Now);
        Forget(one, other);

        Merge(one, other);

        one.Duties.ShouldHaveSingleItem().ShouldSatisfyAllConditions(d => d.TicketId.ShouldBe(one.Id), d => d.CameFromId.ShouldBe(other.Id));
        one.Obstacles.ShouldHaveSingleItem().TicketId.ShouldBe(one.Id);
        one.Deadline.ShouldBe(Given.Wednesday);
        (other.Duties.Count, other.Obstacles.Count).ShouldBe((0, 0));
        one.Facts().Only<DutyCame>().From.ShouldBe(other.Id);
    }

    [Fact]
    public void A_reply_begun_before_the_merge_is_stopped_by_what_the_other_matter_says()
    {
        var one = Given.AnOpenTicket();
        var seen = one.NewestFromCustomer;

        Merge(one, AnAnswerBy(Given.TwoOClock));

        one.WhyNotGoOn(seen).ShouldBe("ticket.newer");
    }

    [Fact]
    public void A_closed_matter_goes_in_as_it_was_closed()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.ASolvedTicket());
        var before = one.Promise;

        Merge(one, other);

        (other.MergedIntoId, other.Closure!.How).ShouldBe((one.Id, HowClosed.Solved));
        one.Promise.ShouldBe(before);
    }

    [Fact]
    public void Merging_onward_carries_along_what_was_merged_before()
    {
        var (a, b, c) = (Given.AnOpenTicket(), Given.AnOpenTicket(), Given.AnOpenTicket());
        Merge(a, b);

        Merge(c, a, carried: [b]);

        (b.MergedIntoId, b.CameWithId).ShouldBe((c.Id, a.Id));
        a.MergedIntoId.ShouldBe(c.Id);
    }

    [Fact]
    public void Nobody_merges_what_is_merged_or_another_persons_matter_or_a_ticket_with_itself_or_into_a_closed_one()
    {
        var (one, other, third) = (Given.AnOpenTicket(), Given.AnOpenTicket(), Given.AnOpenTicket());
        var strangers = Ticket.Arrive(Given.AMatter() with { Customer = new PersonId(2) }, Reference.From(9), Given.Aino, OwnerReason.LeastWork, Given.AnAnswerBy(Given.TwoOClock), Given.Monday);
        Merge(one, other);

        third.WhyNotTakeIn(other).ShouldBe("merge.already");
        one.WhyNotTakeIn(one).ShouldBe("merge.self");
        one.WhyNotTakeIn(strangers).ShouldBe("merge.customer");
        other.WhyNotTakeIn(third).ShouldBe("ticket.closed");
        other.WhyNotReopen(Now).ShouldBe("ticket.merged");
        new Action(() => other.HearAfterClosing("Kiitos!", Channel.Mail, Given.Letter, Now)).ShouldBeRefused("ticket.merged");
    }

    [Fact]
    public void Parted_again_it_opens_with_its_owner_and_an_answer_and_the_customer_is_told_once()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        other.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: false, Given.Aino, Now);
        Merge(one, other);
        Forget(one, other);

        Part(other, one, [other]);

        (other.IsOpen, other.MergedIntoId, other.OwnerId).ShouldBe((true, null, Given.Aino));
        (other.Promise!.Kind, other.Promise.Due).ShouldBe((PromiseKind.Answer, Given.Wednesday));
        var facts = other.Facts();
        facts.Only<MessageSent>().Nature.ShouldBe(Nature.Parted);
        facts.Only<TicketReopened>().WasClosed.ShouldBe(HowClosed.MergedInto);
        other.Duties.ShouldHaveSingleItem().CameFromId.ShouldBeNull();
        one.Duties.ShouldBeEmpty();
        one.Facts().Only<PartLeft>().Part.ShouldBe(other.Id);
        one.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public void What_was_told_for_sooner_brings_the_answer_forward_when_it_goes_back()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.AnOpenTicket());
        other.TakeOn("hyvitys", Given.Bertil, Given.TwoOClock + Given.Hour, isTold: true, Given.Aino, Now);
        Merge(one, other);

        Part(other, one, [other]);

        other.Promise!.Due.ShouldBe(Given.TwoOClock + Given.Hour);
    }

    [Fact]
    public void What_came_along_goes_back_with_the_one_it_came_with()
    {
        var (a, b, c) = (Given.AnOpenTicket(), Given.AnOpenTicket(), Given.AnOpenTicket());
        b.TakeOn("hyvitys", Given.Bertil, Given.Wednesday, isTold: false, Given.Aino, Now);
        Merge(a, b);
        Merge(c, a, carried: [b]);

        Part(a, c, [a, b]);

        (b.MergedIntoId, b.CameWithId).ShouldBe((a.Id, null));
        a.Duties.ShouldHaveSingleItem().CameFromId.ShouldBe(b.Id);
        c.Duties.ShouldBeEmpty();
    }

    [Fact]
    public void A_matter_that_was_closed_before_stays_closed_when_it_is_parted_again()
    {
        var (one, other) = (Given.AnOpenTicket(), Given.ASolvedTicket());
        Merge(one, other);
        Forget(other);

        Part(other, one, [other]);

        (other.IsOpen, other.Closure!.How, other.MergedIntoId).ShouldBe((false, HowClosed.Solved, null));
        other.Facts().OfType<MessageSent>().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_never_merged_is_not_parted() =>
        Given.AnOpenTicket().WhyNotPartFrom(Given.AnOpenTicket(), Given.AnAnswerBy(Given.Wednesday), Now).ShouldBe("merge.not");

    private static Ticket AnAnswerBy(DateTimeOffset due) =>
        Ticket.Arrive(Given.AMatter(), Reference.From(2), Given.Bertil, OwnerReason.LeastWork, Given.AnAnswerBy(due), Given.Monday);

    private static Message Merge(Ticket one, Ticket other, MergeTerms? merging = null, Ticket[]? carried = null, DateTimeOffset? now = null, DateTimeOffset? answerBy = null) =>
        one.TakeIn(other, carried ?? [], merging ?? new MergeTerms("Asiasi jatkuvat yhtenä.", answerBy ?? Given.Wednesday, null, null, "Tee myös"), Given.Aino, now ?? Now);

    private static void Part(Ticket part, Ticket whole, Ticket[] others) =>
        part.PartFrom(whole, others, part.OwnerId, OwnerReason.OwnedBefore, Given.AnAnswerBy(Given.Wednesday), Given.Aino, Now);

    private static void Forget(params Ticket[] tickets)
    {
        foreach (var ticket in tickets)
            ticket.TakeHappenings();
    }
}
