using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Promises;

public class PromiseBasisTests
{
    private static readonly Alike Kind = new(Given.AMatter().Topic, Pace.InLine);

    private static PromiseBasis ABasis() => Ticket.Arrive(Given.AMatter(), Reference.From(1), Given.Aino, OwnerReason.LeastWork,
        Given.AnAnswerBy(Given.TwoOClock) with { Reckoned = new Reckoned(Kind, new Basis(Given.Hour, .95, 100)) }, Given.Monday).PromiseBases.Single();

    [Fact]
    public void A_reckoned_promise_keeps_what_it_rests_on()
    {
        var basis = ABasis();

        (basis.Number, basis.Kind, basis.MadeAt, basis.Due, basis.Open, basis.Level, basis.Count).ShouldBe((1, Kind, Given.Monday, Given.TwoOClock, Given.Hour, .95, 100));
        Given.AnOpenTicket().PromiseBases.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_in_time_is_kept_and_teaches_how_long_it_took()
    {
        var basis = ABasis();

        basis.Learn((Given.TwoOClock, 3 * Given.Hour), isOver: false, Given.Wednesday).ShouldBe(true);

        (basis.Ratio, basis.LearntAt).ShouldBe((3, Given.Wednesday));
        basis.Learn((Given.TwoOClock, 3 * Given.Hour), isOver: true, Given.Wednesday + Given.Day).ShouldBeNull();
        basis.LearntAt.ShouldBe(Given.Wednesday);
    }

    [Fact]
    public void A_time_that_passes_counts_at_once_and_once_and_the_late_answer_still_teaches()
    {
        var basis = ABasis();

        basis.Learn(null, isOver: false, Given.TwoOClock + PromiseBasis.ToBeStored).ShouldBeNull();
        basis.Learn(null, isOver: false, Given.TwoOClock + PromiseBasis.ToBeStored + Given.Minute).ShouldBe(false);
        basis.Learn(null, isOver: false, Given.TwoOClock + Given.Hour).ShouldBeNull();
        basis.LearntAt.ShouldBeNull();

        basis.Learn((Given.TwoOClock + (2 * Given.Hour), 6 * Given.Hour), isOver: false, Given.Wednesday).ShouldBeNull();
        (basis.WasKept, basis.Ratio, basis.LearntAt).ShouldBe((false, 6, Given.Wednesday));
    }

    [Fact]
    public void What_the_customer_withdraws_in_time_teaches_nothing()
    {
        var basis = ABasis();

        basis.Learn(null, isOver: true, Given.TwoOClock - Given.Minute).ShouldBeNull();

        (basis.WasKept, basis.Ratio, basis.LearntAt).ShouldBe((null, null, Given.TwoOClock - Given.Minute));
    }

    [Fact]
    public void What_is_kept_and_what_is_missed_is_counted_for_each_kind()
    {
        var risk = new AllowedRisk(Kind, .95);

        risk.Ended(wasKept: true, .95);
        risk.Ended(wasKept: false, .95);

        (risk.Kept, risk.Missed).ShouldBe((1, 1));
        risk.Risk.ShouldBe(.05 + (.005 * .05) - (.005 * .95), 1e-12);
    }

    [Fact]
    public void What_was_learnt_goes_on_from_where_it_was_stored()
    {
        var learning = new Learning<Alike>(.95);

        learning.Allows(Kind, .02);

        learning.Of(Kind).Risk.ShouldBe(.02);
    }
}
