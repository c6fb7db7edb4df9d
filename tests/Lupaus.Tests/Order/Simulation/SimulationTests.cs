using Lupaus.Order.Simulation;

namespace Lupaus.Tests.Order.Simulation;

public class SimulationTests
{
    [Theory, InlineData(1), InlineData(2)]
    public void Trains_are_caught_without_making_the_others_wait_much_longer(int seed)
    {
        var (ours, first) = (Of(Policy.Lupaus), Of(Policy.Fifo));
        ours.ShortDeadlinesMet!.Value.ShouldBeGreaterThan(.9);
        first.ShortDeadlinesMet!.Value.ShouldBeLessThan(.6);
        ours.P99WaitMinutes.ShouldBeLessThan(1.35 * first.P99WaitMinutes);
        ours.MeanWaitMinutes.ShouldBeLessThan(first.MeanWaitMinutes);
        ours.ShortDeadlinesMet.Value.ShouldBeGreaterThan(Of(Policy.P1P4).ShortDeadlinesMet!.Value + .05);

        Measures Of(Policy policy) => Measures.Of(new Scenario(20, .95, 20, seed, policy));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Promises_are_kept_as_often_as_wished_through_rush_illness_and_slump(int seed)
    {
        Measures.Of(Scenario.Drifting(20, seed, Policy.Lupaus, .95)).PromisesKept!.Value.ShouldBeInRange(.94, .97);
        Measures.Of(Scenario.Drifting(20, seed, Policy.Lupaus, .8)).PromisesKept!.Value.ShouldBeInRange(.78, .85);
    }

    [Fact]
    public void The_same_seed_lives_the_same_weeks()
    {
        Measures.Of(new Scenario(5, .9, 10, 7)).ShouldBe(Measures.Of(new Scenario(5, .9, 10, 7)));
        Measures.Of(new Scenario(5, .9, 10, 7)).ShouldNotBe(Measures.Of(new Scenario(5, .9, 10, 8)));
    }

    [Fact]
    public void Weeks_that_can_not_be_lived_are_refused()
    {
        new Scenario(0, .9, 10, 1).WhyNotLive().ShouldBe(Refusal.Because("simulation.agents").With("limit", 200));
        new Scenario(5, .9, 0, 1).WhyNotLive().ShouldBe(Refusal.Because("simulation.days").With("limit", 250));
        new Scenario(5, double.NaN, 10, 1).WhyNotLive().ShouldBe(Refusal.Because("simulation.load"));
        new Scenario(5, .9, 10, 1, Target: 1).WhyNotLive().ShouldBe(Refusal.Because("simulation.target"));
        new Scenario(5, .9, 10, 1).WithIll(5).WhyNotLive().ShouldBe(Refusal.Because("simulation.ill"));
        new Scenario(5, .9, 10, 1, Short: .6).WhyNotLive().ShouldBe(Refusal.Because("simulation.short"));
        Should.Throw<RuleBroken>(() => Measures.Of(new Scenario(5, 9, 10, 1)));
        Scenario.Drifting(20, 1, Policy.Lupaus, .95).WhyNotLive().ShouldBeNull();
    }

    [Fact]
    public void When_some_are_ill_the_others_wait_longer_and_with_nobody_in_a_hurry_nobody_misses_a_train()
    {
        var well = new Scenario(10, .85, 10, 3);

        Measures.Of(well.WithIll(3)).MeanWaitMinutes.ShouldBeGreaterThan(2 * Measures.Of(well).MeanWaitMinutes);
        Measures.Of(well with { Short = 0 }).ShortDeadlinesMet.ShouldBeNull();
    }

    [Fact]
    public void On_a_day_with_one_of_us_ill_customers_wait_longer_than_with_all_and_with_two_still_longer()
    {
        var days = DayWithIll.UpTo(2, 6, .9, .95);

        days.Select(d => d.Ill).ShouldBe([0, 1, 2]);
        days.Select(d => d.Measures.MeanWaitMinutes).ShouldBeInOrder();
        days[0].Measures.Matters.ShouldBe(days[2].Measures.Matters);
        DayWithIll.UpTo(2, 1, .9, .95).ShouldHaveSingleItem().Ill.ShouldBe(0); // nobody is left to be well
    }

    [Fact]
    public void One_person_and_a_single_day_are_a_house_too() => Measures.Of(new Scenario(1, .05, 1, 1)).OvertakeBoundViolations.ShouldBe(0);
}
