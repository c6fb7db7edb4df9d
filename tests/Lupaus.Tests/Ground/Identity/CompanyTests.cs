using Lupaus.Ground.Identity;
using Lupaus.Tests.Core;

namespace Lupaus.Tests.Ground.Identity;

public class CompanyTests
{
    private static Company ACompany()
    {
        var minna = Agent.Invite("Minna Salo", EmailAddress.Parse("minna@satama.example"), Role.Admin, [LanguageCode.Fi], Actor.Lupaus, Given.Monday);
        minna.Activate(Actor.Lupaus, Given.Monday);
        return Company.Open("Satama Palvelut Oy", EmailAddress.Parse("apu@satama.example"), null, LanguageCode.Fi, minna, Given.Monday);
    }

    [Fact]
    public void Each_third_turn_and_ninety_five_promises_in_a_hundred_until_somebody_chooses_otherwise() =>
        (ACompany().TurnsEvery, ACompany().PromisesToKeep).ShouldBe((3, 95));

    [Theory]
    [InlineData(1, 95, "queue.turns")]
    [InlineData(5, 95, "queue.turns")]
    [InlineData(3, 79, "queue.promises")]
    [InlineData(3, 100, "queue.promises")]
    [InlineData(2, 80, null)]
    [InlineData(4, 99, null)]
    public void The_queue_is_ordered_within_bounds(int turnsEvery, int promisesToKeep, string? refusal) =>
        (Company.WhyNotOrderQueue(turnsEvery, promisesToKeep)?.Key).ShouldBe(refusal);

    [Fact]
    public void Ordered_twice_alike_it_happens_once()
    {
        var company = ACompany();
        company.OrderQueue(2, 90, company.DutyAgentId, Given.Wednesday);
        company.TakeHappenings();

        company.OrderQueue(2, 90, company.DutyAgentId, Given.Wednesday);

        company.TakeHappenings().ShouldBeEmpty();
    }
}
