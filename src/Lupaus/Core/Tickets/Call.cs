using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

/// <summary>How far a call got.</summary>
public enum CallOutcome
{
    /// <summary>They talked with each other.</summary>
    Talked,

    /// <summary>Words were left on an answering machine.</summary>
    Voicemail,
    NoAnswer,
}

/// <summary>A call as it went.</summary>
/// <param name="Minutes">Begun minutes; none where nobody answered.</param>
/// <param name="IsShared">What was written down of it is for the customer's eyes too.</param>
public sealed record Call(bool IsIncoming, CallOutcome Outcome, DateTimeOffset StartedAt, int Minutes, bool IsShared)
{
    public const int MostMinutes = 600;

    /// <summary>How long ago a call may have been that is written down now.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>A person heard a person. Words on an answering machine may never be heard.</summary>
    public bool IsReached => Outcome == CallOutcome.Talked;

    public Refusal? WhyNotHave(DateTimeOffset now) =>
        StartedAt > now + ClocksDiffer ? Refusal.Because("call.ahead") :
        now - StartedAt > Longest ? Refusal.Because("call.old") :
        Minutes is < 0 or > MostMinutes ? Refusal.Because("call.minutes").With("limit", MostMinutes) :
        null;
}

/// <summary>A call as an agent writes it down: how it went, what was said, and how it leaves the ticket.</summary>
/// <param name="Next">For a call that reached them; else the promise stands as it is.</param>
/// <param name="TryAgainAt">For one that didn't: when to ring again.</param>
public sealed record CallMade(Call Call, string Summary, WhatNext? Next, bool Delivers = true, DateTimeOffset? TryAgainAt = null);

public sealed partial class Ticket
{
    /// <summary>
    /// A person of ours talked with the customer on the telephone, or tried to. Talking settles the promise as a reply
    /// does; a call that reached nobody is on record, and the promise stands.
    /// </summary>
    /// <param name="toDo">What the duty to ring again is called; having reached them, it is done.</param>
    public Message LogCall(CallMade made, string toDo, AgentId by, DateTimeOffset now)
    {
        (WhyNotServe(by) ?? WhyNotLogCall(made, toDo, now)).StopIfAny();
        var isReached = made.Call.IsReached;
        var call = made.Call with { StartedAt = made.Call.StartedAt.Whole() };
        var message = Say(Message.OfCall(Id, by, call, made.Summary, now, introduces: isReached && by == OwnerId && IntroducedId != by), now, onPageOnly: !isReached);
        Touched(now);
        if (message.Introduces)
            IntroducedId = by;
        if (isReached)
        {
            FinishRingingAgain(toDo, by, now);
            Reached(by, now);
        }
        if (isReached && IsOpen)
            Settle(made.Next!, made.Delivers, message.Id, by, now);
        else if (made.TryAgainAt is { } again)
            Owe(toDo, by, again, isTold: false, by, now);
        return message;
    }

    /// <summary>In a closed ticket one may still be told what was left to tell, or be tried; what goes on opens it first.</summary>
    public Refusal? WhyNotLogCall(CallMade made, string toDo, DateTimeOffset now) =>
        (IsMerged ? Refusal.Because("ticket.merged") : null) ??
        made.Call.WhyNotHave(now) ??
        (made.Call.IsReached || made.Summary.Cleaned().Length > 0 ? Message.WhyNotSay(made.Summary) : null) ??
        (made.Call.IsReached ? WhyNotGoOnAfter(made.Next, toDo, now) : WhyNotTryAgain(made.TryAgainAt, toDo, now));

    private Refusal? WhyNotGoOnAfter(WhatNext? next, string toDo, DateTimeOffset now) =>
        next is null ? Refusal.Because("call.next") :
        !IsOpen && next is (WhatNext.Solves or WhatNext.CannotHelp) ? null :
        WhyNotTouch() ?? WhyNotLeave(next, now, besides: toDo);

    private Refusal? WhyNotTryAgain(DateTimeOffset? at, string toDo, DateTimeOffset now) =>
        at is not { } again ? null : WhyNotTouch() ?? Duty.WhyNotOwe(toDo, again, now);

    private void FinishRingingAgain(string toDo, AgentId by, DateTimeOffset now)
    {
        foreach (var duty in duties.Where(d => d.IsOpen && d.What == toDo))
            FinishDuty(duty.Id, dropped: false, by, now);
    }
}
