namespace Lupaus.Tests.Ground.Foundations;

public class ShareTests
{
    [Fact]
    public void Forty_eight_of_fifty_may_as_well_be_87_or_99_in_a_hundred()
    {
        var kept = new Share(48, 50);

        kept.Value.ShouldBe(.96);
        kept.Interval.From.ShouldBe(.8654, .0001);
        kept.Interval.To.ShouldBe(.9890, .0001);
    }

    [Fact]
    public void Of_none_nothing_is_known()
    {
        new Share(0, 0).Value.ShouldBe(0);
        new Share(0, 0).Interval.ShouldBe((0, 1));
    }

    [Fact]
    public void All_of_a_few_are_not_yet_all()
    {
        new Share(3, 3).Interval.From.ShouldBe(.4385, .0001);
        new Share(3, 3).Interval.To.ShouldBe(1);
        new Share(29, 29).IsTellable.ShouldBeFalse();
        new Share(0, 30).IsTellable.ShouldBeTrue();
    }
}
