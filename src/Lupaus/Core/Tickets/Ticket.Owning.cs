using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>An agent takes it from the common line, where nobody has touched it, and begins; it becomes theirs.</summary>
    public void Take(AgentId by, WhyNext why, DateTimeOffset now)
    {
        WhyNotTake(by).StopIfAny();
        Take(by, new TakenFromLine(why), now);
    }

    /// <summary>They take it before its turn, for a reason that stands in its history.</summary>
    public void TakeBeforeItsTurn(AgentId by, OvertakeReason? reason, DateTimeOffset now)
    {
        WhyNotTakeBeforeItsTurn(by, reason).StopIfAny();
        Take(by, new TakenBeforeItsTurn(reason!.Value), now);
    }

    public Refusal? WhyNotTakeBeforeItsTurn(AgentId by, OvertakeReason? reason) =>
        WhyNotTake(by) ??
        (reason is not { } why || !Enum.IsDefined(why) ? Refusal.Because("take.reason") : null);

    private void Take(AgentId by, Fact how, DateTimeOffset now)
    {
        if (by == OwnerId && TakenAt is not null)
            return;
        Happened(how, by, now);
        PassTo(by, OwnerReason.TookNext, null, by, now);
        TakenAt = now;
    }

    public Refusal? WhyNotTake(AgentId by) =>
        WhyNotPassTo(by, OwnerReason.TookNext, null) ??
        (TakenAt is not null && by != OwnerId ? Refusal.Because("ticket.taken") : null);

    /// <summary>
    /// Another agent answers for it from now on. The promise stands as it is. Before the first human word nobody needs
    /// telling: the first reply introduces the new owner; after it the customer hears who goes on.
    /// </summary>
    public void PassTo(AgentId owner, OwnerReason why, string? tellingWords, Actor by, DateTimeOffset now)
    {
        WhyNotPassTo(owner, why, tellingWords).StopIfAny();
        if (owner == OwnerId)
            return;
        EndOfferIfAny(by, now);
        if (IsBounce(why))
            Bounces++;
        var before = OwnerId;
        Happened(new OwnerChanged(before, owner, why), by, now);
        (OwnerId, TakenAt) = (owner, null);
        if (Promise!.Promiser == before)
            Promise = Promise with { Promiser = owner };
        foreach (var duty in duties.Where(d => d.IsOpen && d.Doer == before))
            PassDuty(duty, owner, by, now);
        if (tellingWords is not null)
        {
            Say(Message.ToCustomer(Id, owner, Nature.NewOwner, tellingWords, now), now);
            IntroducedId = owner;
        }
    }

    public Refusal? WhyNotPassTo(AgentId owner, OwnerReason why, string? tellingWords) =>
        WhyNotTouch() ??
        WhyNotOwn(owner) ??
        (why == OwnerReason.TookNext && !IsUntouched ? Refusal.Because("ticket.touched") : null) ??
        (owner != OwnerId && !IsUntouched && tellingWords is null ? Refusal.Because("owner.untold") : null);

    /// <summary>Somebody who had given their word on a colleague's ticket leaves: the owner answers for that word.</summary>
    public void PromiserLeaves(AgentId leaving, Actor by, DateTimeOffset now)
    {
        if (Promise is not { } live || live.Promiser != leaving)
            return;
        Promise = live with { Promiser = OwnerId };
        Happened(new PromiserChanged(live.Number, leaving, OwnerId), by, now);
    }

    public void ChangeTopic(TopicId topic, Actor by, DateTimeOffset now)
    {
        WhyNotTouch().StopIfAny();
        if (topic == TopicId)
            return;
        Happened(new TopicChanged(TopicId, topic), by, now);
        TopicId = topic;
    }

    public void SpeakIn(LanguageCode language, Actor by, DateTimeOffset now)
    {
        if (language == Language)
            return;
        Happened(new LanguageChanged(Language, language), by, now);
        Language = language;
    }

    public void AimFor(string? goal, Actor by, DateTimeOffset now)
    {
        WhyNotAimFor(goal).StopIfAny();
        var words = goal.OneLine() is { Length: > 0 } given ? given : null;
        if (words == Goal)
            return;
        Goal = words;
        Happened(new GoalSet(), by, now);
    }

    public static Refusal? WhyNotAimFor(string? goal) =>
        goal.OneLine().Length > Limits.Goal ? Refusal.Because("ticket.goal").With("limit", Limits.Goal) : null;
}
