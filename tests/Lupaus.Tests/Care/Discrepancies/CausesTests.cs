using Lupaus.Care.Discrepancies;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Care.Discrepancies;

public class CausesTests
{
    [Fact]
    public void The_commonest_cause_stands_first_and_what_never_was_a_cause_is_not_named()
    {
        var causes = Causes.Of([Of(DiscrepancyCause.Delay, 2), Of(DiscrepancyCause.WrongEntry, 3, system: "Kassa"), Of(DiscrepancyCause.Delay, 2, holds: WhichHolds.Records)]);

        causes.All.ShouldBe(7);
        causes.ByCause.Select(c => (c.What, c.Count)).ShouldBe([(DiscrepancyCause.Delay, 4), (DiscrepancyCause.WrongEntry, 3)]);
        causes.ByWord.Select(c => (c.What, c.Count)).ShouldBe([(WhichHolds.Customers, 5), (WhichHolds.Records, 2)]);
    }

    [Fact]
    public void Each_system_tells_what_was_wrong_with_it_under_the_name_most_people_use()
    {
        var causes = Causes.Of([Of(DiscrepancyCause.Delay, 1, "VARAUS", "varaus"), Of(DiscrepancyCause.Delay, 3, "Varaus", "varaus"), Of(DiscrepancyCause.Malfunction, 2, "Kassa", "kassa")]);

        causes.Systems.Select(s => (s.Name, s.Key, s.Count)).ShouldBe([("Varaus", "varaus", 4), ("Kassa", "kassa", 2)]);
        causes.Systems[0].Causes.ShouldHaveSingleItem().Count.ShouldBe(4);
    }

    [Theory]
    [InlineData(Causes.EnoughForShares - 1)]
    [InlineData(1)]
    public void Of_a_few_no_shares_are_told(int count)
    {
        var causes = Causes.Of([Of(DiscrepancyCause.Delay, count)]);

        causes.ByCause[0].InHundred.ShouldBeNull();
        causes.Systems[0].InHundred.ShouldBeNull();
        causes.ByWord[0].InHundred.ShouldBeNull();
    }

    [Fact]
    public void Of_enough_the_shares_are_told()
    {
        var causes = Causes.Of([Of(DiscrepancyCause.Delay, 20), Of(DiscrepancyCause.Unknown, 10)]);

        causes.ByCause.Select(c => c.InHundred).ShouldBe([67, 33]);
    }

    [Fact]
    public void A_system_with_a_few_of_many_has_no_shares_of_its_own_causes()
    {
        var causes = Causes.Of([Of(DiscrepancyCause.Delay, 40), Of(DiscrepancyCause.Unknown, 2, "Kassa", "kassa")]);

        causes.Systems[1].InHundred.ShouldBe(5);
        causes.Systems[1].Causes[0].InHundred.ShouldBeNull();
    }

    [Fact]
    public void Where_nothing_was_settled_nothing_is_counted() => Causes.Of([]).ShouldSatisfyAllConditions(c => c.All.ShouldBe(0), c => c.ByCause.ShouldBeEmpty(), c => c.Systems.ShouldBeEmpty());

    private static Alike Of(DiscrepancyCause cause, int count, string system = "Varaus", string? key = null, WhichHolds holds = WhichHolds.Customers) =>
        new(system, key ?? Obstacle.KeyOf(system), cause, holds, count);
}
