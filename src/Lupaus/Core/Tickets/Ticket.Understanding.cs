using Lupaus.Core.Promises;

namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>What was understood last, and whether the customer has said that it is so. A newer one takes its place.</summary>
    public Understanding? Understanding { get; private set; }

    /// <summary>What ends the matter leaves nobody to ask whether it was understood.</summary>
    private static Refusal? WhyNotWriteBack(Reply reply) =>
        reply.Understood.Cleaned().Length == 0 ? null :
        Understanding.WhyNotWrite(reply.Understood) ??
        (reply.Next is WhatNext.Solves or WhatNext.CannotHelp ? Refusal.Because("understanding.closes") : null);

    private void WriteBack(Message told, AgentId by, DateTimeOffset now)
    {
        Understanding = new Understanding(told.Id, now);
        Happened(new UnderstandingWritten(told.Id), by, now);
    }

    /// <summary>
    /// It is so: the customer says it themselves, or has said it to one of ours. Where we had been waiting for a word of
    /// theirs, their own yes is one, and it is our turn again.
    /// </summary>
    /// <param name="which">The message with the words they have read: a newer understanding may say something else.</param>
    /// <param name="promised">What they are promised where it becomes our turn.</param>
    public void ConfirmUnderstanding(MessageId which, UnderstoodHow how, Actor by, DateTimeOffset now, AnswerPromised? promised = null)
    {
        WhyNotConfirmUnderstanding(which, how).StopIfAny();
        if (Understanding!.IsConfirmed)
            return;
        if (MakesItOurTurn(how))
        {
            (promised is null ? Refusal.Because("promise.missing") : Lupaus.Core.Promises.Promise.WhyNotPromise(promised.Due, now)).StopIfAny();
            TakeTheTurn(promised!, by, now);
        }
        Understanding = Understanding with { Answer = how, AnsweredAt = now };
        Happened(new UnderstandingConfirmed(which, how), by, now);
    }

    /// <summary>One of ours who heard the yes goes on from it themselves.</summary>
    public bool MakesItOurTurn(UnderstoodHow how) => WaitsForCustomer && how == UnderstoodHow.ByPage && Understanding is { IsConfirmed: false };

    public Refusal? WhyNotConfirmUnderstanding(MessageId which, UnderstoodHow how) =>
        WhyNotTouch() ??
        WhyNotAnswerUnderstanding(which) ??
        (how == UnderstoodHow.NotQuite ? Refusal.Because("understanding.how") : null);

    /// <summary>It isn't quite so; what it is, they have just said in this message.</summary>
    public void DoubtUnderstanding(MessageId which, MessageId said, Actor by, DateTimeOffset now)
    {
        WhyNotDoubtUnderstanding(which).StopIfAny();
        Understanding = Understanding! with { Answer = UnderstoodHow.NotQuite, AnsweredAt = now };
        Happened(new UnderstandingDoubted(which, said), by, now);
    }

    public Refusal? WhyNotDoubtUnderstanding(MessageId which) => WhyNotTouch() ?? WhyNotAnswerUnderstanding(which);

    private Refusal? WhyNotAnswerUnderstanding(MessageId which) =>
        Understanding is not { } current ? Refusal.Because("understanding.none") :
        current.ToldIn != which ? Refusal.Because("understanding.newer") :
        null;

    /// <summary>Of two matters that go on as one, what was understood last stands.</summary>
    private void TakeOverUnderstanding(Ticket other, Actor by, DateTimeOffset now)
    {
        if (!other.IsOpen || other.Understanding is not { } its || its.At < Understanding?.At)
            return;
        Understanding = its with { CameFrom = its.CameFrom ?? other.Id };
        Happened(new UnderstandingCame(its.ToldIn, other.Id), by, now);
    }

    private void TakeBackUnderstanding(Ticket whole, HashSet<TicketId> back, Actor by, DateTimeOffset now)
    {
        if (whole.Understanding is not { CameFrom: { } from } its || !back.Contains(from))
            return;
        whole.Understanding = null;
        Understanding = its with { CameFrom = from == Id ? null : from };
        Happened(new UnderstandingCame(its.ToldIn, whole.Id), by, now);
    }
}
