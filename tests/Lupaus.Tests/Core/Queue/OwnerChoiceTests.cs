using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;

namespace Lupaus.Tests.Core.Queue;

public class OwnerChoiceTests
{
    private static readonly AgentId Duty = new(19);

    [Fact]
    public void The_one_who_knows_the_customer_gets_their_next_matter_too() =>
        OwnerChoice.For([An(Given.Aino, open: 9), An(Given.Bertil, open: 0)], Given.Aino, Duty)
            .ShouldBe(new ChosenOwner(Given.Aino, OwnerReason.KnowsCustomer));

    [Fact]
    public void When_the_one_who_knows_the_customer_is_away_their_stand_in_gets_it() =>
        OwnerChoice.For([An(Given.Aino, away: true, standIn: Given.Bertil), An(Given.Bertil, open: 9), An(Given.LeadLiisa)], Given.Aino, Duty)
            .ShouldBe(new ChosenOwner(Given.Bertil, OwnerReason.StandIn));

    [Fact]
    public void When_the_stand_in_is_away_too_it_goes_to_who_has_least_to_do() =>
        OwnerChoice.For([An(Given.Aino, away: true, standIn: Given.Bertil), An(Given.Bertil, away: true), An(Given.LeadLiisa)], Given.Aino, Duty)
            .ShouldBe(new ChosenOwner(Given.LeadLiisa, OwnerReason.LeastWork));

    [Fact]
    public void When_the_one_who_knew_the_customer_has_left_it_goes_to_who_has_least_to_do() =>
        OwnerChoice.For([An(Given.Bertil)], Given.Aino, Duty)
            .ShouldBe(new ChosenOwner(Given.Bertil, OwnerReason.LeastWork));

    [Fact]
    public void The_able_agent_on_duty_with_least_work_ahead_gets_a_new_customer() =>
        OwnerChoice.For([An(Given.Aino, open: 3), An(Given.Bertil, open: 2), An(Given.LeadLiisa, open: 5)], null, Duty)
            .ShouldBe(new ChosenOwner(Given.Bertil, OwnerReason.LeastWork));

    [Fact]
    public void Between_two_with_the_same_work_the_choice_is_always_the_same() =>
        OwnerChoice.For([An(Given.Bertil), An(Given.Aino)], null, Duty).Agent.ShouldBe(Given.Aino);

    [Fact]
    public void Who_can_not_serve_is_away_or_off_duty_gets_nothing_and_then_the_duty_agent_does() =>
        OwnerChoice.For([An(Given.Aino, able: false), An(Given.Bertil, onDuty: false), An(Given.LeadLiisa, away: true)], null, Duty)
            .ShouldBe(new ChosenOwner(Duty, OwnerReason.DutyAgent));

    [Fact]
    public void What_the_owner_can_not_go_on_with_goes_to_their_stand_in_for_the_reason_given() =>
        OwnerChoice.Instead([An(Given.Bertil)], Given.Aino, Given.Bertil, Duty, OwnerReason.LongAbsence)
            .ShouldBe(new ChosenOwner(Given.Bertil, OwnerReason.LongAbsence));

    [Fact]
    public void When_the_stand_in_is_away_their_own_stand_in_goes_on() =>
        OwnerChoice.Instead([An(Given.Bertil, away: true, standIn: Given.LeadLiisa), An(Given.LeadLiisa)], Given.Aino, Given.Bertil, Duty, OwnerReason.OwnerLeft)
            .Agent.ShouldBe(Given.LeadLiisa);

    [Fact]
    public void Stand_ins_in_a_circle_or_no_longer_here_leave_it_to_the_duty_agent()
    {
        OwnerChoice.Instead([An(Given.Bertil, away: true, standIn: Given.Aino)], Given.Aino, Given.Bertil, Duty, OwnerReason.OwnerLeft).Agent.ShouldBe(Duty);
        OwnerChoice.Instead([], Given.Aino, Given.Bertil, Duty, OwnerReason.OwnerLeft).Agent.ShouldBe(Duty);
        OwnerChoice.Instead([An(Given.Bertil)], Given.Aino, null, Duty, OwnerReason.OwnerLeft).Agent.ShouldBe(Duty);
    }

    [Fact]
    public void What_the_duty_agent_asks_goes_to_another_who_is_here_able_before_others_and_with_least_to_do()
    {
        Candidate[] here = [An(Duty), An(Given.Aino, away: true), An(Given.Bertil, able: false), An(Given.LeadLiisa, open: 4), An(new AgentId(14), open: 2)];

        OwnerChoice.DutyAgentBeside(Duty, here, Duty).ShouldBe(new AgentId(14));
        OwnerChoice.DutyAgentBeside(Duty, here[..3], Duty).ShouldBe(Given.Bertil);
        OwnerChoice.DutyAgentBeside(Duty, here[..2], Duty).ShouldBe(Given.Aino);
        OwnerChoice.DutyAgentBeside(Duty, here[..1], Duty).ShouldBeNull();
        OwnerChoice.DutyAgentBeside(Given.Aino, here, Duty).ShouldBe(Duty);
    }

    private static Candidate An(AgentId agent, bool able = true, bool onDuty = true, bool away = false, int open = 0, AgentId? standIn = null) =>
        new(agent, able, onDuty, away, open, standIn);
}
