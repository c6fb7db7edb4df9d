namespace Lupaus.Work.Replies;

/// <summary>
/// What an agent has typed at a ticket and not sent: the reply with what should happen next, and the note. Each agent has
/// their own; sending takes it away.
/// </summary>
public sealed class Unsent
{
    /// <summary>A reply of the greatest length, and what stands in the fields beside it.</summary>
    public const int MaxLength = Limits.Body + 10_000;

    /// <summary>Who typed so lately is taken to be writing still.</summary>
    public static readonly TimeSpan Writing = TimeSpan.FromMinutes(10);

    private Unsent() { }

    public Unsent(TicketId ticket, AgentId agent) => (TicketId, AgentId) = (ticket, agent);

    public TicketId TicketId { get; private init; }

    public AgentId AgentId { get; private init; }

    /// <summary>The reply's fields as the form had them; whoever shows the form again knows their names.</summary>
    public string? Reply { get; private set; }

    public string? Note { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Why a reply that was sent did not leave, by the refusal's key; null when it is an ordinary draft.</summary>
    public string? CameBack { get; private set; }

    public bool IsEmpty => Reply is null && Note is null;

    public void Keep(string? reply, string? note, DateTimeOffset now)
    {
        WhyNotKeep(reply, note).StopIfAny();
        (Reply, Note, ChangedAt) = (Something(reply), Something(note), now);
        if (Reply is null)
            CameBack = null;
    }

    public void SentReply() => (Reply, CameBack) = (null, null);

    /// <summary>Its writer took it back, or a rule did not let it leave: it is there to go on from.</summary>
    public void ComesBack(string reply, Refusal? why, DateTimeOffset now) => (Reply, CameBack, ChangedAt) = (reply, why?.Key, now);

    public void WroteNote() => Note = null;

    public static Refusal? WhyNotKeep(string? reply, string? note) =>
        (reply?.Length ?? 0) > MaxLength || (note?.Length ?? 0) > Limits.Body ? Refusal.Because("message.long").With("limit", Limits.Body) : null;

    private static string? Something(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", "", StringComparison.Ordinal);
}
