using Lupaus.Core.Queue;
using Lupaus.Ground.Identity;
using Lupaus.Order.Simulation;

namespace Lupaus.Tests.Order.Simulation;

public class OvertakingTests
{
    [Fact]
    public void Nobody_is_ever_passed_by_more_than_the_rule_allows()
    {
        var random = new Random(20261123);
        var checks = 0;
        while (checks < 100_000)
        {
            var scenario = new Scenario(random.Next(1, 13), .5 + (random.NextDouble() * .6), random.Next(3, 11), random.Next()) { Turns = new Turns(random.Next(Company.FewestTurns, Company.MostTurns + 1)), Floods = random.Next(2) == 0 };
            var measures = Measures.Of(scenario);
            measures.OvertakeBoundViolations.ShouldBe(0, scenario.ToString());
            checks += measures.OvertakeBoundChecks;
        }
    }

    [Fact]
    public void And_that_bound_can_not_be_drawn_tighter() =>
        Measures.Of(Scenario.Drifting(5, seed: 2, Policy.Lupaus, .95)).OvertakeBoundTightest.ShouldBe(1);
}
