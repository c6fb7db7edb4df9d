using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>How much sooner than its promise falls due a matter set aside is closed: nothing was told, so nothing may break.</summary>
    public static readonly TimeSpan AsideBeforeDue = TimeSpan.FromDays(1);

    /// <summary>
    /// It waits aside, suspected to be spam, until somebody has judged it or this time has come. It has owner and promise
    /// as any other, and comes up in nobody's list but that of what is suspected.
    /// </summary>
    public DateTimeOffset? AsideUntil { get; private set; }

    public bool IsAside => AsideUntil is not null;

    /// <summary>It arrives from somebody we don't listen to: kept, and not acknowledged. What is promised stands on the page alone.</summary>
    public static Ticket ArriveAside(Arrival arrival, Reference reference, AgentId dutyAgent, DateTimeOffset until, string tellingWords, DateTimeOffset now)
    {
        var ticket = Arrive(arrival, reference, dutyAgent, OwnerReason.DutyAgent, new AnswerPromised(until + AsideBeforeDue, tellingWords, OnPageOnly: true), now);
        ticket.AsideUntil = until.Whole();
        ticket.Happened(new PutAside(ticket.AsideUntil.Value), Actor.Lupaus, now);
        return ticket;
    }

    /// <summary>Nobody has judged it in time: it is closed as no service, and can still be brought back.</summary>
    public void CloseAside(DateTimeOffset now)
    {
        WhyNotCloseAside(now).StopIfAny();
        Close(HowClosed.NotService, HowItEnded.Withdrawn, Actor.Lupaus, now);
    }

    public Refusal? WhyNotCloseAside(DateTimeOffset now) =>
        WhyNotTouch() ?? (AsideUntil is null || now < AsideUntil ? Refusal.Because("aside.not") : null) ?? WhyNotLeaveUndone();

    /// <summary>It was no spam: it goes on with an owner and a promise, and the customer is acknowledged as anybody would have been.</summary>
    public void BringBack(AgentId owner, OwnerReason why, AnswerPromised promised, AgentId by, DateTimeOffset now)
    {
        (WhyNotBringBack() ?? WhyNotOwn(owner) ?? Promise.WhyNotPromise(promised.Due, now)).StopIfAny();
        if (IsOpen)
        {
            AsideUntil = null;
            Happened(new BroughtBack(), by, now);
            End(HowItEnded.Withdrawn, by, now);
            if (owner != OwnerId)
                PassSilentlyTo(owner, why, by, now);
        }
        else
        {
            OpenAgain(owner, why, by, now);
        }
        var told = Say(Message.ToCustomer(Id, null, Nature.Acknowledgement, promised.TellingWords, now), now);
        Make(new Promise(NextPromise, PromiseKind.Answer, promised.Due.Whole(), now, owner, told.Id), Actor.Lupaus, promised.Reckoned);
    }

    public Refusal? WhyNotBringBack() =>
        IsAside || Closure?.How == HowClosed.NotService ? null : Refusal.Because("aside.not");

    private void PassSilentlyTo(AgentId owner, OwnerReason why, Actor by, DateTimeOffset now)
    {
        Happened(new OwnerChanged(OwnerId, owner, why), by, now);
        (OwnerId, IntroducedId, TakenAt) = (owner, owner, null);
    }

    /// <summary>
    /// The press that closed it was a slip, and nobody was told: it is open again as it was, and what had been promised is
    /// promised still. The ledger forgets nothing, so it stands there under its next number.
    /// </summary>
    public void TakeBackClosing(AsItWas was, Actor by, DateTimeOffset now)
    {
        WhyNotTakeBackClosing(was, now).StopIfAny();
        Happened(new TicketReopened(Closure!.How), by, now);
        (Closure, Deadline, AsideUntil) = (null, was.Deadline, was.AsideUntil);
        var ended = was.Promise;
        Make(new Promise(NextPromise, ended.Kind, ended.Due, now, ended.Promiser, ended.ToldIn, ended.Moves, ended.WordsIn), by);
    }

    public Refusal? WhyNotTakeBackClosing(AsItWas was, DateTimeOffset now) =>
        IsOpen ? Refusal.Because("ticket.open") :
        Closure!.How is not (HowClosed.Withdrawn or HowClosed.NotService) ? Refusal.Because("undo.said") :
        was.Promise.Due <= now ? Refusal.Because("undo.due") :
        null;
}

/// <summary>What a ticket had before it was closed.</summary>
public sealed record AsItWas(PromiseEnd Promise, DateTimeOffset? Deadline, DateTimeOffset? AsideUntil);
