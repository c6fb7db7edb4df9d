using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;

namespace Lupaus.Work.Batches;

public readonly record struct BatchId(long Value) : IId<BatchId>
{
    public static BatchId From(long value) => new(value);
}

/// <summary>What is done to many tickets at once.</summary>
public enum BatchAct { Give, Tag, Untag, Topic, Spam, Withdraw, Solve, FirstAid }

/// <summary>What came of it for one ticket.</summary>
public enum BatchOutcome
{
    Done,

    /// <summary>It was so already.</summary>
    Same,

    /// <summary>A rule said no; the ticket stands as it did.</summary>
    Refused,

    /// <summary>It was done, and taken back.</summary>
    Undone,
}

/// <summary>Something done to many tickets with one press: who, when, what, to which. Taken back with one press too.</summary>
public sealed class Batch
{
    public const int Most = 100;

    private readonly List<BatchLine> lines = [];

    private Batch() { }

    public Batch(BatchAct act, AgentId by, DateTimeOffset now) => (Id, Act, By, At) = (new(Ids.Next(now)), act, by, now);

    public BatchId Id { get; private init; }

    public BatchAct Act { get; private init; }

    public AgentId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>The form or call it came by: pressed twice, it is one batch.</summary>
    public string? Source { get; init; }

    /// <summary>Whom they were given to.</summary>
    public AgentId? GivenTo { get; init; }

    public TagId? Tag { get; init; }

    public TopicId? Topic { get; init; }

    /// <summary>What they were answered with.</summary>
    public PlaybookId? Playbook { get; init; }

    /// <summary>Until then it may be taken back; always when it isn't set.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    public AgentId? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public IReadOnlyList<BatchLine> Lines => lines;

    public bool IsUndone => UndoneAt is not null;

    public void Add(BatchLine line) => lines.Add(line);

    /// <summary>Each line has been taken back, or says why not.</summary>
    public void Undo(AgentId by, DateTimeOffset now)
    {
        (IsUndone ? Refusal.Because("batch.undone") : null).StopIfAny();
        (UndoneBy, UndoneAt) = (by, now);
    }

    /// <summary>Words that have been said can't be unsaid.</summary>
    public Refusal? WhyNotUndo(DateTimeOffset now) =>
        IsUndone ? Refusal.Because("batch.undone") :
        Act == BatchAct.Solve || UndoUntil <= now ? Refusal.Because("undo.said") :
        lines.All(l => l.Outcome != BatchOutcome.Done) ? Refusal.Because("batch.nothing") :
        null;

    public static Refusal? WhyNotDo(int count) =>
        count == 0 ? Refusal.Because("batch.none") :
        count > Most ? Refusal.Because("batch.many").With("limit", Most) :
        null;
}

/// <summary>One ticket of a batch: what came of it, and what it was like before.</summary>
public sealed class BatchLine
{
    private BatchLine() { }

    public BatchLine(BatchId batch, TicketId ticket) => (BatchId, TicketId) = (batch, ticket);

    public BatchId BatchId { get; private init; }

    public TicketId TicketId { get; private init; }

    public BatchOutcome Outcome { get; private set; } = BatchOutcome.Same;

    /// <summary>The refusal's key: why it wasn't done, or later why it can't be taken back.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The ticket's version once it was done: as long as that is its version, nothing has happened since.</summary>
    public int VersionAfter { get; private set; }

    public AgentId? OwnerBefore { get; init; }

    public TopicId? TopicBefore { get; init; }

    public DateTimeOffset? DeadlineBefore { get; init; }

    public DateTimeOffset? AsideBefore { get; init; }

    /// <summary>The sender that was blocked with it.</summary>
    public BlockedId? Blocked { get; set; }

    /// <summary>The customer was told of it, which can't be taken back.</summary>
    public bool IsTold { get; set; }

    public void Done(int version) => (Outcome, VersionAfter) = (BatchOutcome.Done, version);

    public void Refuse(Refusal why) => (Outcome, WhyNot) = (BatchOutcome.Refused, why.Key);

    public void Undone() => Outcome = BatchOutcome.Undone;

    public void StaysDone(Refusal why) => WhyNot = why.Key;

    public Refusal? WhyNotUndo(int version) =>
        IsTold ? Refusal.Because("undo.told") :
        version != VersionAfter ? Refusal.Because("undo.since") :
        null;
}
