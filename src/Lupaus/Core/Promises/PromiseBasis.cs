using Lupaus.Ground.Topics;

namespace Lupaus.Core.Promises;

/// <summary>
/// What a promise of an answer rested on, kept beside it so that anybody can look at it later; and what came of it, from which the next ones are made.
/// </summary>
public sealed class PromiseBasis
{
    /// <summary>A reply sent in time may be held for its undo time, and is stored a moment later.</summary>
    public static readonly TimeSpan ToBeStored = TimeSpan.FromMinutes(2);

    private PromiseBasis() { }

    internal PromiseBasis(TicketId ticket, Promise promise, Reckoned reckoned)
    {
        (TicketId, Number, MadeAt, Due) = (ticket, promise.Number, promise.MadeAt, promise.Due);
        (TopicId, Pace) = reckoned.Kind;
        (Open, Level, Count) = reckoned.Basis;
    }

    public TicketId TicketId { get; private init; }

    /// <summary>The promise's number on its ticket.</summary>
    public int Number { get; private init; }

    public TopicId TopicId { get; private init; }

    public Pace Pace { get; private init; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset Due { get; private init; }

    /// <summary>The forecast in open time, with no margin.</summary>
    public TimeSpan Open { get; private init; }

    /// <summary>The quantile that was promised; null where the topic's own time was, since too little had been learnt.</summary>
    public double? Level { get; private init; }

    /// <summary>How many earlier answers it was reckoned from.</summary>
    public int Count { get; private init; }

    /// <summary>A person answered by its time, wherever the promise was moved meanwhile; null while that isn't known.</summary>
    public bool? WasKept { get; private set; }

    /// <summary>The open time it took ÷ the forecast.</summary>
    public double? Ratio { get; private set; }

    /// <summary>Nothing more will be learnt from it.</summary>
    public DateTimeOffset? LearntAt { get; private set; }

    public Alike Kind => new(TopicId, Pace);

    /// <summary>Takes in what is known by now. Answers whether it was kept, once, at the moment when that becomes known.</summary>
    /// <param name="answered">When a person of ours answered, and the open time until then; null while nobody has.</param>
    /// <param name="isOver">The matter is closed: nobody will answer any more.</param>
    public bool? Learn((DateTimeOffset At, TimeSpan Open)? answered, bool isOver, DateTimeOffset now)
    {
        if (LearntAt is not null)
            return null;
        var wasKnown = WasKept is not null;
        WasKept ??= answered is { } answer ? answer.At <= Due : now > Due + ToBeStored ? false : null;
        Ratio = answered?.Open / Open;
        LearntAt = answered is not null || isOver ? now : null;
        return wasKnown ? null : WasKept;
    }
}
