using Lupaus.Core.Queue;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Topics;
using Lupaus.Web.Core.Promises;
using Lupaus.Web.Core.Queue;
using Lupaus.Work.Automation;
using Microsoft.EntityFrameworkCore;

namespace Lupaus.Web.Work.Automation.Deeds;

// What is done to the ticket itself: each in one of its own verbs.

public sealed class SetTopicDoer : Doer<SetTopic>
{
    public override Deed? Read(IFormCollection form) => NumberIn(form, "topic") is { } topic ? new SetTopic(TopicId.From(topic)) : null;

    protected override ValueTask Do(SetTopic deed, InHand at, CancellationToken stop)
    {
        (at.Company.OpenTopics.Any(t => t.Id == deed.Topic) ? null : Refusal.Because("deed.topic")).StopIfAny();
        at.Ticket.ChangeTopic(deed.Topic, at.By, at.Now);
        return ValueTask.CompletedTask;
    }

    protected override string Say(SetTopic deed, AutomationNames say) => say.Words.Say("automation.say.topic", ("topic", say.Topic(deed.Topic)));
}

/// <summary>
/// Only while nobody of ours has begun: after the first human word a matter changes hands by one offering it and another
/// accepting, and no macro and no rule accepts in anybody's name.
/// </summary>
public sealed class GiveToDoer : Doer<GiveTo>
{
    public override Deed? Read(IFormCollection form) => form["owner"].ToString() switch
    {
        "" => null,
        "duty" => new GiveTo(Receiver.DutyAgent),
        "team" => new GiveTo(Receiver.Team),
        _ => new GiveTo(Receiver.Person, NumberIn(form, "owner") is { } agent ? AgentId.From(agent) : null),
    };

    protected override async ValueTask Do(GiveTo deed, InHand at, CancellationToken stop)
    {
        var ticket = at.Ticket;
        var owner = await Whom(deed, at, stop);
        if (owner == ticket.OwnerId)
            return;
        (ticket.IsOpen && !ticket.IsUntouched ? Refusal.Because("deed.begun") : null).StopIfAny();
        ticket.PassTo(owner, at.Rule is null ? OwnerReason.Given : OwnerReason.Rule, null, at.By, at.Now);
    }

    protected override string Say(GiveTo deed, AutomationNames say) => deed.To switch
    {
        Receiver.Person => say.Words.Say("automation.say.owner", ("owner", say.Agent(deed.Agent ?? default))),
        Receiver.DutyAgent => say.Words["automation.say.owner.duty"],
        _ => say.Words["automation.say.owner.team"],
    };

    private static async Task<AgentId> Whom(GiveTo deed, InHand at, CancellationToken stop)
    {
        if (deed.To == Receiver.Person)
        {
            (await at.Db.ActiveAgents.AnyAsync(a => a.AgentId == deed.Agent!.Value, stop) ? null : Refusal.Because("deed.agent.left")).StopIfAny();
            return deed.Agent!.Value;
        }
        if (deed.To == Receiver.DutyAgent && !at.Ticket.IsInternal)
            return await at.Db.Companies.Select(c => c.DutyAgentId).FirstAsync(stop);
        var roster = await at.Db.Roster(at.Company, at.Ticket, at.Now, stop);
        return deed.To == Receiver.DutyAgent ? roster.DutyAgent : roster.Choose(null).Agent;
    }
}

public sealed class SpeakInDoer : Doer<SpeakIn>
{
    public override Deed? Read(IFormCollection form) => LanguageCodes.Read(form["language"]) is { } language ? new SpeakIn(language) : null;

    protected override ValueTask Do(SpeakIn deed, InHand at, CancellationToken stop)
    {
        at.Ticket.SpeakIn(deed.Language, at.By, at.Now);
        return ValueTask.CompletedTask;
    }

    protected override string Say(SpeakIn deed, AutomationNames say) => say.Words.Say("automation.say.language", ("language", say.Words[$"looks.language.{deed.Language.Code()}"]));
}

public sealed class SetGoalDoer : Doer<SetGoal>
{
    public override Deed? Read(IFormCollection form) => form["goal"].ToString().OneLine() is { Length: > 0 } goal ? new SetGoal(goal) : null;

    protected override ValueTask Do(SetGoal deed, InHand at, CancellationToken stop)
    {
        at.Ticket.AimFor(deed.Goal, at.By, at.Now);
        return ValueTask.CompletedTask;
    }

    protected override string Say(SetGoal deed, AutomationNames say) => say.Words.Say("automation.say.goal", ("goal", deed.Goal));
}

public sealed class SetDeadlineDoer : Doer<SetDeadline>
{
    public override Deed? Read(IFormCollection form) => HoursIn(form, "deadline") is { } hours ? new SetDeadline(hours) : null;

    /// <summary>What the customer has said themselves stands.</summary>
    protected override ValueTask Do(SetDeadline deed, InHand at, CancellationToken stop)
    {
        if (at.Ticket.Deadline is null)
            at.Ticket.SetDeadline(at.Company.MakerFor(at.Ticket.TopicId).InOpenHours(at.Now, TimeSpan.FromHours(deed.WorkingHours)), at.By, at.Now);
        return ValueTask.CompletedTask;
    }

    protected override string Say(SetDeadline deed, AutomationNames say) => say.Words.Say("automation.say.deadline", ("hours", AutomationNames.Number(deed.WorkingHours)));
}

public sealed class LeaveNoteDoer : Doer<LeaveNote>
{
    public override Deed? Read(IFormCollection form) => form["note"].ToString().Cleaned() is { Length: > 0 } text ? new LeaveNote(text) : null;

    protected override ValueTask Do(LeaveNote deed, InHand at, CancellationToken stop)
    {
        if (at.Agent is { } agent)
            at.Ticket.Note(deed.Text, agent, at.Now);
        else
            at.Ticket.NoteByLupaus(deed.Text, at.Now);
        return ValueTask.CompletedTask;
    }

    protected override string Say(LeaveNote deed, AutomationNames say) => say.Words.Say("automation.say.note", ("text", say.Short(deed.Text)));
}
