namespace Lupaus.Core.Tickets;

public readonly record struct DutyId(long Value) : IId<DutyId>
{
    public static DutyId From(long value) => new(value);
}

/// <summary>Something a ticket owes: a refund, a colleague's answer, an offer. It has a doer and a due.</summary>
public sealed class Duty
{
    private Duty() { }

    internal Duty(TicketId ticket, string what, AgentId doer, DateTimeOffset due, bool isTold, DateTimeOffset now, MessageId? unreached = null, AgentId? askedBy = null)
    {
        Id = new DutyId(Ids.Next(now));
        (TicketId, What, Doer, Due, IsTold, MadeAt, Unreached, AskedBy) = (ticket, what.OneLine(), doer, due, isTold, now, unreached, askedBy);
    }

    public DutyId Id { get; private init; }

    public TicketId TicketId { get; private set; }

    /// <summary>The merged ticket it came from; it goes back when that one is parted again.</summary>
    public TicketId? CameFromId { get; private set; }

    public string What { get; private init; } = "";

    public AgentId Doer { get; private set; }

    public DateTimeOffset Due { get; private set; }

    /// <summary>Whether the customer has been told of it; then the promise to them may not be due later than this.</summary>
    public bool IsTold { get; private init; }

    /// <summary>The letter that did not reach the customer, where the duty is to reach them another way.</summary>
    public MessageId? Unreached { get; private init; }

    /// <summary>The colleague who asks, where the duty is to answer a question of theirs.</summary>
    public AgentId? AskedBy { get; private init; }

    /// <summary>The note that answers it.</summary>
    public MessageId? Answer { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>It turned out not to be needed.</summary>
    public bool IsDropped { get; private set; }

    public bool IsOpen => DoneAt is null;

    public bool IsToReach => IsOpen && Unreached is not null;

    public bool IsQuestion => AskedBy is not null;

    public bool IsLate(DateTimeOffset now) => IsOpen && now > Due;

    internal void Finish(bool dropped, DateTimeOffset now) => (DoneAt, IsDropped) = (now, dropped);

    internal void AnswerIn(MessageId note, DateTimeOffset now) => (Answer, DoneAt) = (note, now);

    internal void GoTo(TicketId ticket, TicketId? from) => (TicketId, CameFromId) = (ticket, from);

    internal void PassTo(AgentId doer) => Doer = doer;

    internal void PutOffTo(DateTimeOffset due) => Due = due;

    public static Refusal? WhyNotOwe(string what, DateTimeOffset due, DateTimeOffset now) =>
        what.OneLine().Length is 0 or > Limits.Reason ? Refusal.Because("duty.what").With("limit", Limits.Reason) :
        due.Whole() <= now ? Refusal.Because("duty.past") :
        null;
}
