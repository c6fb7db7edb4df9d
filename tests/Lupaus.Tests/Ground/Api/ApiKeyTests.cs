using Lupaus.Ground.Api;

namespace Lupaus.Tests.Ground.Api;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ApiScope.Read, ApiScope.Read, true), InlineData(ApiScope.Read, ApiScope.Write, false), InlineData(ApiScope.Write, ApiScope.Read, true)]
    [InlineData(ApiScope.Write, ApiScope.Admin, false), InlineData(ApiScope.Admin, ApiScope.Write, true)]
    public void Each_scope_may_what_the_smaller_ones_may(ApiScope has, ApiScope needs, bool may) =>
        (ApiKey.Make("kauppa", has, null, Actor.Lupaus, Now).Key.WhyNotCallFor(needs) is null).ShouldBe(may);

    [Fact]
    public void A_key_made_for_one_agent_acts_as_nobody_else()
    {
        var (antti, maija) = (new AgentId(1), new AgentId(2));

        var key = ApiKey.Make("antti", ApiScope.Write, antti, Actor.Lupaus, Now).Key;

        key.WhyNotActAs(antti).ShouldBeNull();
        key.WhyNotActAs(maija)!.Key.ShouldBe("api.key.agent");
    }
}
