namespace Lupaus.Tests.Ground.Foundations;

public class RefusalTests
{
    [Fact]
    public void Refusals_for_the_same_reason_with_the_same_details_are_equal()
    {
        var refusal = Refusal.Because("name.long").With("limit", 100).With("given", 120);

        var same = Refusal.Because("name.long").With("given", 120).With("limit", 100);

        same.ShouldBe(refusal);
        same.GetHashCode().ShouldBe(refusal.GetHashCode());
    }

    [Fact]
    public void Another_reason_or_other_details_make_another_refusal()
    {
        var refusal = Refusal.Because("name.long").With("limit", 100);

        Refusal[] others = [Refusal.Because("name.missing").With("limit", 100), Refusal.Because("name.long"), refusal.With("limit", 99)];

        others.ShouldAllBe(other => other != refusal);
    }

    [Fact]
    public void Details_are_added_to_a_copy_and_written_the_same_in_every_culture()
    {
        var refusal = Refusal.Because("name.long");

        var detailed = refusal.With("limit", 1.5);

        refusal.Details.ShouldBeEmpty();
        detailed.ToString().ShouldBe("name.long (limit: 1.5)");
    }

    [Fact]
    public void A_refusal_stops_and_carries_itself_along()
    {
        var refusal = Refusal.Because("duty.inactive");

        var stopped = Should.Throw<RuleBroken>(() => refusal.StopIfAny());

        stopped.Refusal.ShouldBe(refusal);
    }

    [Fact]
    public void No_refusal_stops_nothing()
    {
        Refusal? nothing = null;

        var asking = () => nothing.StopIfAny();

        asking.ShouldNotThrow();
    }
}
