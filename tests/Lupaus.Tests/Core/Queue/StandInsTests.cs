using Lupaus.Core.Queue;

namespace Lupaus.Tests.Core.Queue;

public class StandInsTests
{
    private static readonly AgentId Duty = new(1), Aino = Given.Aino, Bertil = Given.Bertil, Liisa = Given.LeadLiisa;

    [Fact]
    public void Whoever_is_here_looks_after_their_own()
    {
        Away().For(Aino).ShouldBe(Aino);
        Away((Aino, Bertil)).For(Bertil).ShouldBe(Bertil);
    }

    [Fact]
    public void A_stand_in_who_is_away_too_leads_on_to_theirs()
    {
        Away((Aino, Bertil)).For(Aino).ShouldBe(Bertil);
        Away((Aino, Bertil), (Bertil, Liisa)).For(Aino).ShouldBe(Liisa);
    }

    [Fact]
    public void Stand_ins_who_lead_to_nobody_leave_it_to_the_duty_agent()
    {
        Away((Aino, null)).For(Aino).ShouldBe(Duty);
        Away((Aino, Bertil), (Bertil, Aino)).For(Aino).ShouldBe(Duty);
        Away((Aino, new AgentId(99))).For(Aino).ShouldBe(Duty);
    }

    [Fact]
    public void A_duty_agent_who_is_away_is_stood_in_for_too()
    {
        Away((Aino, null), (Duty, Liisa)).For(Aino).ShouldBe(Liisa);
        Away((Duty, Liisa)).For(Duty).ShouldBe(Liisa);
    }

    [Fact]
    public void Where_no_stand_in_is_left_another_who_is_here_looks_after_it()
    {
        Away((Aino, null), (Duty, null)).For(Aino).ShouldBe(Liisa);
        Away((Aino, null), (Duty, null), (Liisa, null)).For(Aino).ShouldBe(Bertil);
    }

    [Fact]
    public void While_nobody_is_here_the_duty_agent_finds_it_first()
    {
        Away((Aino, Bertil), (Bertil, null), (Liisa, null), (Duty, null)).For(Aino).ShouldBe(Duty);
    }

    [Fact]
    public void Whoever_asks_it_stands_in_for_nobody_there()
    {
        Away((Aino, Bertil)).For(Aino, requester: Bertil).ShouldBe(Duty);
        Away((Aino, null)).For(Aino, requester: Duty).ShouldBe(Liisa);
        Away((Aino, Duty), (Liisa, null)).For(Aino, requester: Duty).ShouldBe(Bertil);
        Away((Aino, null), (Bertil, null), (Liisa, null)).For(Aino, requester: Duty).ShouldBe(Aino);
    }

    [Fact]
    public void Without_one_more_it_goes_on_to_the_next()
    {
        Away((Aino, Bertil)).Without(Bertil, Liisa).For(Aino).ShouldBe(Liisa);
        Away().Without(Aino, null).For(Aino).ShouldBe(Duty);
    }

    /// <summary>All the others are here, Liisa first.</summary>
    private static StandIns Away(params (AgentId Agent, AgentId? StandIn)[] away) =>
        new(away.ToDictionary(a => a.Agent, a => a.StandIn), Duty, [.. new[] { Liisa, Bertil, Aino, Duty }.Where(a => !away.Any(x => x.Agent == a))]);
}
