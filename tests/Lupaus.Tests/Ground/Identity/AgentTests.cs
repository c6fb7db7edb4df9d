using Lupaus.Ground.Identity;

namespace Lupaus.Tests.Ground.Identity;

public sealed class AgentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly AgentId Minna = new(1);

    [Fact]
    public void The_last_admin_stays_one()
    {
        var agent = Invited(Role.Admin);
        agent.Activate(agent.Id, Now);

        agent.WhyNotBecome(Role.Lead, otherActiveAdmins: 0)!.Key.ShouldBe("agent.lastadmin");
        agent.WhyNotBecome(Role.Lead, otherActiveAdmins: 1).ShouldBeNull();
        agent.WhyNotBecome(Role.Admin, otherActiveAdmins: 0).ShouldBeNull();
    }

    [Fact]
    public void Who_was_uninvited_comes_in_only_when_somebody_invites_them_again()
    {
        var agent = Invited(Role.Agent);
        agent.WithdrawInvitation(Minna, Now);

        Should.Throw<RuleBroken>(() => agent.Activate(agent.Id, Now)).Refusal.Key.ShouldBe("invitation.withdrawn");
        Should.Throw<RuleBroken>(() => agent.RenewInvitation(Actor.Lupaus, Now)).Refusal.Key.ShouldBe("invitation.withdrawn");
        agent.RenewInvitation(Minna, Now);
        agent.Activate(agent.Id, Now);

        agent.IsActive.ShouldBeTrue();
    }

    [Fact]
    public void A_session_that_has_ended_is_not_seen_again()
    {
        var session = Session.Begin(Minna, HowIn.Password, "Firefox", "127.0.0.1", Now);
        session.End(Minna, Now.AddMinutes(1));

        session.Seen("10.0.0.1", Now.AddHours(1));

        session.IsLive(Now.AddHours(1)).ShouldBeFalse();
        session.LastSeenAt.ShouldBe(Now);
    }

    [Fact]
    public void A_session_lives_two_weeks_after_it_was_last_used()
    {
        var session = Session.Begin(Minna, HowIn.Passkey, null, null, Now);
        session.Seen(null, Now.AddDays(10));

        session.IsLive(Now.AddDays(23)).ShouldBeTrue();
        session.IsLive(Now.AddDays(24)).ShouldBeFalse();
    }

    private static Agent Invited(Role role) => Agent.Invite("Liisa Korhonen", EmailAddress.Parse("liisa@satama.example"), role, [LanguageCode.Fi], Minna, Now);
}
