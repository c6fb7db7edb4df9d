using Lupaus.Core.Tickets;

namespace Lupaus.Work.Replies;

/// <summary>
/// A reply whose writer has pressed Send, held back for the moment in which they may still take it back. It is kept
/// until it leaves, whatever becomes of the process; it counts as said when it was sent.
/// </summary>
public sealed class HeldReply
{
    private HeldReply() { }

    public HeldReply(TicketId ticket, AgentId agent, Reply reply, string draft, IReadOnlyList<FileNamed> files, DateTimeOffset sentAt, TimeSpan undoTime) =>
        (TicketId, AgentId, Reply, Draft, Files, SentAt, LeavesAt) = (ticket, agent, reply, draft, files, sentAt, sentAt + undoTime);

    public TicketId TicketId { get; private init; }

    public AgentId AgentId { get; private init; }

    public Reply Reply { get; private init; } = null!;

    /// <summary>The fields as they were typed, for whoever takes it back.</summary>
    public string Draft { get; private init; } = "";

    public IReadOnlyList<FileNamed> Files { get; private init; } = [];

    public DateTimeOffset SentAt { get; private init; }

    public DateTimeOffset LeavesAt { get; private init; }

    public bool MayLeave(DateTimeOffset now) => now >= LeavesAt;

    public Refusal? WhyNotTakeBack(AgentId by) => AgentId == by ? null : Refusal.Because("reply.others");
}

/// <summary>A stored file under the name its sender gave it.</summary>
public sealed record FileNamed(string Hash, string Name);
