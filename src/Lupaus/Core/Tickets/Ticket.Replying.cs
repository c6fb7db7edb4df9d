using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

/// <summary>An agent's reply: what it says, how it leaves the ticket, and what its writer had read.</summary>
/// <param name="Delivers">What was promised is in this reply. An answer always is; other promises have to be.</param>
/// <param name="Seen">The newest message of the customer that the writer saw; null where nobody looks.</param>
/// <param name="To">Which of the customer's addresses; the one they prefer when it isn't said.</param>
/// <param name="Cc">Who of those taking part get it too; all of them when it isn't said.</param>
/// <param name="Understood">What its writer has understood of the matter, for the customer to confirm.</param>
public sealed record Reply(string Body, WhatNext Next, bool Delivers = true, MessageId? Seen = null, string? To = null, IReadOnlyList<PersonId>? Cc = null, string? Understood = null);

public sealed partial class Ticket
{
    public Message Answer(Reply reply, AgentId by, DateTimeOffset now)
    {
        WhyNotAnswer(reply, by, now).StopIfAny();
        var message = Say(Message.ToCustomer(Id, by, Nature.Human, reply.Body, now, introduces: by == OwnerId && IntroducedId != by, sendTo: reply.To, understood: reply.Understood), now);
        Copy(message.Id, reply.Cc, by, now);
        Touched(now);
        if (message.Introduces)
            IntroducedId = by;
        if (message.Understood is not null)
            WriteBack(message, by, now);
        Settle(reply.Next, reply.Delivers, message.Id, by, now);
        return message;
    }

    /// <summary>
    /// The reply is sent and leaves at that time, unless its writer takes it back. The ticket has been begun, and stands
    /// otherwise as it did.
    /// </summary>
    public void HoldAnswer(Reply reply, DateTimeOffset leavesAt, AgentId by, DateTimeOffset now)
    {
        WhyNotAnswer(reply, by, now).StopIfAny();
        Touched(now);
        Happened(new ReplyHeld(leavesAt), by, now);
    }

    /// <summary>A held reply did not leave: its writer took it back, or something came between.</summary>
    public void AnswerCameBack(Refusal? why, AgentId by, DateTimeOffset now) => Happened(new ReplyCameBack(why?.Key), by, now);

    public Refusal? WhyNotAnswer(Reply reply, AgentId by, DateTimeOffset now) =>
        WhyNotServe(by) ??
        WhyNotTouch() ??
        WhyNotGoOn(reply.Seen) ??
        Message.WhyNotSay(reply.Body) ??
        WhyNotCopyTo(reply.Cc) ??
        WhyNotWriteBack(reply) ??
        WhyNotLeave(reply.Next, now);

    /// <summary>How a word of ours may leave the ticket as it stands.</summary>
    /// <param name="besides">A duty that this very word does.</param>
    private Refusal? WhyNotLeave(WhatNext how, DateTimeOffset now, string? besides = null) =>
        how switch
        {
            WhatNext.Solves => WhyNotSolve(besides),
            WhatNext.CannotHelp => WhyNotSayLast(besides),
            WhatNext.Promises next => WhyNotPromiseNext(next, now),
            WhatNext.WaitsForCustomer next => WhyNotWait(next, now),
            _ => WhyNotLetStand(now),
        };

    private void Settle(WhatNext how, bool delivers, MessageId told, AgentId by, DateTimeOffset now)
    {
        var delivered = delivers || Promise!.IsKeptByAnyReply;
        switch (how)
        {
            case WhatNext.Solves:
                Close(HowClosed.Solved, delivered ? HowItEnded.Kept : HowItEnded.Broken, by, now);
                break;
            case WhatNext.CannotHelp:
                Close(HowClosed.CannotHelp, delivered ? HowItEnded.Kept : HowItEnded.Broken, by, now);
                break;
            case WhatNext.Promises next:
                var (moves, sameWords) = delivered ? (0, null) : (Promise!.Moves + 1, Promise.WordsIn);
                End(delivered ? HowItEnded.Kept : HowItEnded.Moved, by, now);
                Make(new Promise(NextPromise, next.Kind, next.Due.Whole(), now, by, told, moves, Word(next.Words) ?? sameWords), by);
                if (moves > 1)
                    Happened(new PromiseMovedAgain(PromisesMade, moves), by, now);
                break;
            case WhatNext.WaitsForCustomer next:
                End(delivered ? HowItEnded.Kept : HowItEnded.Moved, by, now);
                Make(new Promise(NextPromise, PromiseKind.CheckBack, next.AskAgainAt.Whole(), now, by, told, WordsIn: Word(next.Reminder)), by);
                break;
        }
    }

    private Refusal? WhyNotPromiseNext(WhatNext.Promises next, DateTimeOffset now) =>
        next.Kind is PromiseKind.Answer or PromiseKind.CheckBack ? Refusal.Because("promise.kind") :
        Promise.WhyNotPromise(next.Due, now) ??
        WhyNotPromiseBy(next.Due, now) ??
        Lupaus.Core.Promises.PromiseWords.WhyNotSay(next.Words);

    private Refusal? WhyNotWait(WhatNext.WaitsForCustomer next, DateTimeOffset now) =>
        next.Reminder.Cleaned().Length == 0 ? Refusal.Because("reminder.missing") :
        Promise.WhyNotPromise(next.AskAgainAt, now) ??
        WhyNotPromiseBy(next.AskAgainAt, now) ??
        Lupaus.Core.Promises.PromiseWords.WhyNotSay(next.Reminder);

    private Refusal? WhyNotLetStand(DateTimeOffset now) =>
        Promise!.Kind == PromiseKind.Answer ? Refusal.Because("promise.answered") :
        Promise.IsLapsed(now) ? Refusal.Because("promise.lapsed") :
        null;

    /// <summary>A word among ourselves: the customer never sees it, and no promise is settled by it.</summary>
    public Message Note(string body, AgentId by, DateTimeOffset now)
    {
        (WhyNotServe(by) ?? Message.WhyNotSay(body)).StopIfAny();
        var note = Message.Note(Id, by, body, now);
        messages.Add(note);
        Touched(now);
        Happened(new NoteWritten(note.Id), by, now);
        return note;
    }

    /// <summary>Lupaus itself leaves a word among ourselves. Nobody has begun by that.</summary>
    public Message NoteByLupaus(string body, DateTimeOffset now)
    {
        Message.WhyNotSay(body).StopIfAny();
        var note = Message.Note(Id, null, body, now);
        messages.Add(note);
        Happened(new NoteWritten(note.Id), Actor.Lupaus, now);
        return note;
    }

    /// <summary>The customer left only a number: a person of ours has rung and told what this message says.</summary>
    public void ToldByPhone(MessageId message, AgentId by, DateTimeOffset now)
    {
        Touched(now);
        Happened(new ToldByPhone(message), by, now);
        Reached(by, now);
    }
}
