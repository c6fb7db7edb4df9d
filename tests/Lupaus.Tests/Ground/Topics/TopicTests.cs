using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;

namespace Lupaus.Tests.Ground.Topics;

public sealed class TopicTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Minna = new(1);
    private static readonly Team Desk = Team.Found("Asiakaspalvelu", WeeklyHours.Office, Now);

    [Fact]
    public void There_is_always_somewhere_for_a_matter_whose_topic_nobody_has_said()
    {
        var usual = Named("Muu asia", isDefault: true);

        usual.WhyNotRetire()!.Key.ShouldBe("topic.default");
    }

    [Fact]
    public void The_mark_of_the_usual_topic_goes_from_one_to_another()
    {
        var (usual, trips) = (Named("Muu asia", isDefault: true), Named("Matkat"));

        trips.MakeDefault(usual, Minna, Now);

        (usual.IsDefault, trips.IsDefault).ShouldBe((false, true));
        usual.WhyNotRetire().ShouldBeNull();
    }

    [Fact]
    public void A_retired_topic_does_not_become_the_usual_one_before_it_is_in_use_again()
    {
        var (usual, trips) = (Named("Muu asia", isDefault: true), Named("Matkat"));
        trips.Retire(Minna, Now);

        Should.Throw<RuleBroken>(() => trips.MakeDefault(usual, Minna, Now)).Refusal.Key.ShouldBe("topic.retired");
        trips.Revive(Minna, Now);

        trips.WhyNotMakeDefault().ShouldBeNull();
    }

    private static Topic Named(string name, bool isDefault = false) => Topic.Open(Desk, name, name, name, TimeSpan.FromHours(4), TimeSpan.FromMinutes(5), isDefault, Now);
}
