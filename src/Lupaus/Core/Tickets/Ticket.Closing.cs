using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    private bool HasOpenFailure => obstacles.Any(o => o.IsOpen && o.Kind == ObstacleKind.Failure);

    public Refusal? WhyNotSolve(string? besides = null) =>
        WhyNotTouch() ??
        WhyNotDecide() ??
        (HasOpenFailure ? Refusal.Because("solve.failure") : null) ??
        WhyNotSayLast(besides);

    /// <summary>The record alone closes nothing: where the customer says otherwise, a person settles it first.</summary>
    private Refusal? WhyNotDecide() => obstacles.Any(o => o.IsOpen && o.Kind == ObstacleKind.Discrepancy) ? Refusal.Because("solve.discrepancy") : null;

    /// <summary>To reach them another way is no reason not to write: to write may be that other way.</summary>
    private Refusal? WhyNotSayLast(string? besides) =>
        WhyNotDecide() ??
        (duties.Any(d => d.IsOpen && !d.IsToReach && d.What != besides) ? Refusal.Because("solve.duty") : null);

    private Refusal? WhyNotLeaveUndone() => duties.Any(d => d.IsOpen) ? Refusal.Because("solve.duty") : null;

    /// <summary>The customer says it is in order already, or that they no longer need us.</summary>
    public void Withdraw(Actor by, DateTimeOffset now)
    {
        WhyNotTouch().StopIfAny();
        foreach (var duty in duties.Where(d => d.IsOpen))
            FinishDuty(duty.Id, dropped: true, by, now);
        Close(HowClosed.Withdrawn, HowItEnded.Withdrawn, by, now);
    }

    /// <summary>Spam and the like. Nobody was served, so nobody is told, and nothing reopens it.</summary>
    public void SetAside(AgentId by, DateTimeOffset now)
    {
        (WhyNotServe(by) ?? WhyNotSetAside()).StopIfAny();
        Close(HowClosed.NotService, HowItEnded.Withdrawn, by, now);
    }

    public Refusal? WhyNotSetAside() => WhyNotTouch() ?? WhyNotLeaveUndone();

    /// <summary>Two reminders went unanswered: we close for now, and any word from the customer opens it again.</summary>
    public void CloseUnanswered(string tellingWords, DateTimeOffset now)
    {
        WhyNotCloseUnanswered(now).StopIfAny();
        Say(Message.ToCustomer(Id, null, Nature.Closing, tellingWords, now), now);
        Close(HowClosed.NoAnswer, HowItEnded.Kept, Actor.Lupaus, now);
    }

    public Refusal? WhyNotCloseUnanswered(DateTimeOffset now) =>
        WhyNotStopWaiting(now) ??
        WhyNotDecide() ??
        WhyNotLeaveUndone();

    /// <summary>"Tuliko asia kuntoon?" – yes.</summary>
    public void ConfirmSolved(DateTimeOffset now)
    {
        WhyNotConfirm().StopIfAny();
        if (Closure!.IsConfirmed)
            return;
        Closure = Closure with { ConfirmedAt = now };
        Happened(new SolutionConfirmed(), CustomerId, now);
    }

    public Refusal? WhyNotConfirm() =>
        Closure?.How is HowClosed.Solved or HowClosed.CannotHelp or HowClosed.Withdrawn ? null : Refusal.Because("ticket.notsolved");

    /// <summary>Opens again with a promise of an answer, told by a short receipt unless a person answers first.</summary>
    public void Reopen(AgentId owner, OwnerReason why, AnswerPromised promised, Actor by, DateTimeOffset now)
    {
        WhyNotReopen(owner, promised, now).StopIfAny();
        OpenAgain(owner, why, by, now);
        PromiseAnswer(promised, owner, now);
    }

    private void OpenAgain(AgentId owner, OwnerReason why, Actor by, DateTimeOffset now)
    {
        Happened(new TicketReopened(Closure!.How), by, now);
        Closure = null;
        RemindersUnanswered = 0;
        LapsesSinceOurWord = 0;
        if (owner != OwnerId)
        {
            if (IsBounce(why))
                Bounces++;
            Happened(new OwnerChanged(OwnerId, owner, why), Actor.Lupaus, now);
            (OwnerId, TakenAt) = (owner, null);
        }
        IntroducedId = owner;
    }

    /// <summary>Within 30 days of closing, but for what was no service at all.</summary>
    public Refusal? WhyNotReopen(DateTimeOffset now) =>
        IsOpen ? Refusal.Because("ticket.open") :
        IsMerged ? Refusal.Because("ticket.merged") :
        Closure!.How == HowClosed.NotService ? Refusal.Because("ticket.notservice") :
        now > Closure.At + Closure.Reopenable ? Refusal.Because("ticket.closedlongago") :
        null;

    private Refusal? WhyNotReopen(AgentId owner, AnswerPromised promised, DateTimeOffset now) =>
        WhyNotReopen(now) ?? WhyNotOwn(owner) ?? Promise.WhyNotPromise(promised.Due, now);

    /// <summary>The customer writes after closing and it goes on: what they wrote is heard first, then the ticket reopens.</summary>
    public Message CustomerReopens(string body, Channel channel, Source source, AgentId owner, OwnerReason why, AnswerPromised promised, DateTimeOffset now, PersonId? by = null)
    {
        (Message.WhyNotSay(body) ?? WhyNotReopen(owner, promised, now)).StopIfAny();
        var message = Hear(body, channel, source, now, by);
        Reopen(owner, why, promised, by ?? CustomerId, now);
        return message;
    }

    /// <summary>The customer writes after closing, and nothing is asked of us: thanks alone, or a machine's message.</summary>
    public Message HearAfterClosing(string body, Channel channel, Source source, DateTimeOffset now, PersonId? by = null)
    {
        (Message.WhyNotSay(body) ?? (IsOpen ? Refusal.Because("ticket.open") : IsMerged ? Refusal.Because("ticket.merged") : null)).StopIfAny();
        var message = Hear(body, channel, source, now, by);
        Happened(new HeardAfterClosing(message.Id), by ?? CustomerId, now);
        return message;
    }

    private void Close(HowClosed how, HowItEnded promise, Actor by, DateTimeOffset now)
    {
        EndOfferIfAny(by, now);
        End(promise, by, now);
        var outcome = OutcomeOf(how);
        Closure = new Closure(now, how, outcome, by.Agent, by.Person);
        (Deadline, DeadlineGuess, AsideUntil) = (null, null, null);
        Happened(new TicketClosed(how, outcome), by, now);
    }

    /// <summary>A mistake or a broken promise is a failure; it counts as mended when the matter ends solved.</summary>
    private Outcome OutcomeOf(HowClosed how)
    {
        var failed = PromisesBroken > 0 || obstacles.Any(o => o.Kind == ObstacleKind.Failure);
        return !failed ? Outcome.Flawless : how == HowClosed.Solved ? Outcome.FailedMended : Outcome.FailedNotMended;
    }
}
