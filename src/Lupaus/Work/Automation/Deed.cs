using Lupaus.Ground.Topics;
using Lupaus.Work.Replies;
using Lupaus.Work.Webhooks;

namespace Lupaus.Work.Automation;

/// <summary>
/// One thing that a macro or a rule does to a ticket. It only says what; the one who does it speaks to the ticket in the
/// ticket's own verbs, so nothing can be done here that an agent couldn't do.
/// </summary>
public abstract record Deed
{
    public const int MostWords = 2000;
    public const int MostWorkingHours = 400;

    public virtual bool IsForMacros => true;

    public virtual bool IsForRules => true;

    public virtual Refusal? WhyNotWrite() => null;

    private protected static Refusal? WhyNotWait(int workingHours) =>
        workingHours is < 1 or > MostWorkingHours ? Refusal.Because("deed.hours").With("limit", MostWorkingHours) : null;
}

public sealed record SetTopic(TopicId Topic) : Deed;

public enum Receiver
{
    /// <summary>One of ours, by name.</summary>
    Person,
    DutyAgent,

    /// <summary>Whoever of the topic's team has the least work ahead.</summary>
    Team,
}

public sealed record GiveTo(Receiver To, AgentId? Agent = null) : Deed
{
    public override Refusal? WhyNotWrite() => (To == Receiver.Person) == (Agent is not null) ? null : Refusal.Because("deed.agent");
}

public sealed record SpeakIn(LanguageCode Language) : Deed;

public sealed record SetGoal(string Goal) : Deed
{
    public override Refusal? WhyNotWrite() =>
        Goal.OneLine().Length is 0 or > Limits.Goal ? Refusal.Because("ticket.goal").With("limit", Limits.Goal) : null;
}

/// <summary>When it is too late for the customer, where they haven't said so themselves.</summary>
public sealed record SetDeadline(int WorkingHours) : Deed
{
    public override Refusal? WhyNotWrite() => WhyNotWait(WorkingHours);
}

public sealed record LeaveNote(string Text) : Deed
{
    public override Refusal? WhyNotWrite() =>
        Text.Cleaned().Length is 0 or > MostWords ? Refusal.Because("deed.note").With("limit", MostWords) : null;
}

/// <summary>The words stand in the reply, and the agent sends them.</summary>
public sealed record PutSavedReply(SavedReplyId Saved) : Deed
{
    public override bool IsForRules => false;
}

public enum NextStep { Solves, Act, FindOut, WaitForCustomer, CannotHelp }

/// <summary>What happens next is chosen in the reply; the agent sends it.</summary>
public sealed record ChooseNext(NextStep Step, int? WorkingHours = null, string? Words = null) : Deed
{
    public override bool IsForRules => false;

    public bool HasTime => Step is NextStep.Act or NextStep.FindOut or NextStep.WaitForCustomer;

    public override Refusal? WhyNotWrite() =>
        HasTime ? WhyNotWait(WorkingHours ?? 0) ?? Lupaus.Core.Promises.PromiseWords.WhyNotSay(Words) :
        WorkingHours is not null || Words.OneLine().Length > 0 ? Refusal.Because("deed.next.needless") :
        null;
}

public sealed record CallWebhook(WebhookId Webhook) : Deed
{
    public override bool IsForMacros => false;
}

public enum Alerted { Owner, Lead }

public sealed record AlertByMail(Alerted Whom) : Deed
{
    public override bool IsForMacros => false;
}
