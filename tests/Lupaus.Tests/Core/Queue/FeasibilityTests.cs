using FsCheck;
using FsCheck.Fluent;
using Lupaus.Core.Queue;

namespace Lupaus.Tests.Core.Queue;

public class FeasibilityTests
{
    private static readonly DateTimeOffset Now = Given.Monday;

    private static Demand<string> Owes(string what, int dueIn, int minutes) => new(what, Now.AddMinutes(dueIn), TimeSpan.FromMinutes(minutes));

    private static string[] DontFit(params Demand<string>[] demands) => [.. Feasibility.DontFit(demands, due => due - Now)];

    [Fact]
    public void What_is_promised_fits_when_each_can_be_done_before_it_is_due() =>
        DontFit(Owes("a", 30, 15), Owes("b", 45, 15), Owes("c", 60, 30)).ShouldBeEmpty();

    [Fact]
    public void A_promise_that_those_before_it_leave_no_time_for_does_not_fit() =>
        DontFit(Owes("c", 50, 30), Owes("a", 30, 15), Owes("b", 45, 15)).ShouldBe(["c"]);

    [Fact]
    public void What_does_not_fit_takes_no_time_from_what_comes_after_it() =>
        DontFit(Owes("a", 20, 30), Owes("b", 40, 30)).ShouldBe(["a"]);

    [Fact]
    public void Nothing_fits_where_nobody_works() =>
        Feasibility.DontFit([Owes("a", 30, 1)], _ => TimeSpan.Zero).ShouldBe(["a"]);

    [Fact]
    public void What_is_said_to_fit_can_be_done_in_the_order_in_which_it_falls_due()
    {
        var demands = (from due in Gen.Choose(1, 40) from minutes in Gen.Choose(1, 60) select (due, minutes)).ListOf().ToArbitrary();

        Prop.ForAll(demands, given =>
        {
            var all = given.Select((d, i) => new Demand<int>(i, Now.AddMinutes(d.due * 5), TimeSpan.FromMinutes(d.minutes))).ToArray();
            var left = Feasibility.DontFit(all, due => due - Now).ToHashSet();
            var done = Now;
            return all.Where(d => !left.Contains(d.What)).OrderBy(d => d.Due).All(d => (done += d.Effort) <= d.Due);
        }).QuickCheckThrowOnFailure();
    }
}
