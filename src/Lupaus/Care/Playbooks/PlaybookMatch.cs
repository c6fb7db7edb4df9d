namespace Lupaus.Care.Playbooks;

/// <summary>The customer's words seem to be about a trouble that is going on.</summary>
public sealed record TroubleRecognised(PlaybookId Playbook, MessageId Message) : Fact;

/// <summary>One of ours looked, and it is about something else.</summary>
public sealed record RecognitionDismissed(PlaybookId Playbook) : Fact;

/// <summary>What is prepared for the trouble was sent.</summary>
public sealed record FirstAidGiven(PlaybookId Playbook) : Fact;

/// <summary>
/// What a matter has to do with a playbook: whether the trouble was recognised in it, and what one of ours did about that.
/// There is one for each pair, so nobody gets the same first aid twice.
/// </summary>
public sealed class PlaybookMatch : Remembering
{
    private PlaybookMatch() { }

    public PlaybookMatch(PlaybookId playbook, TicketId ticket) => (PlaybookId, TicketId) = (playbook, ticket);

    public PlaybookId PlaybookId { get; private init; }

    public TicketId TicketId { get; private init; }

    /// <summary>The message in which it was recognised; null where one of ours knew. Which words they were, the message itself tells.</summary>
    public MessageId? SeenIn { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public AgentId? AnsweredBy { get; private set; }

    public DateTimeOffset? DismissedAt { get; private set; }

    public AgentId? DismissedBy { get; private set; }

    public override TicketId? Matter => TicketId;

    /// <summary>Its owner is offered the first aid, as long as the trouble goes on.</summary>
    public bool IsOpen => AnsweredAt is null && DismissedAt is null;

    public static PlaybookMatch Recognise(PlaybookId playbook, TicketId ticket, MessageId message, DateTimeOffset now)
    {
        var match = new PlaybookMatch(playbook, ticket) { SeenIn = message };
        match.Happened(new TroubleRecognised(playbook, message), Actor.Lupaus, now);
        return match;
    }

    public void Answer(AgentId by, DateTimeOffset now)
    {
        WhyNotAnswer().StopIfAny();
        (AnsweredAt, AnsweredBy, DismissedAt, DismissedBy) = (now, by, null, null);
        Happened(new FirstAidGiven(PlaybookId), by, now);
    }

    public Refusal? WhyNotAnswer() => AnsweredAt is null ? null : Refusal.Because("playbook.answered");

    /// <summary>The answer did not leave: it was taken back, or something came between. That is told by its own fact.</summary>
    public void CameBack() => (AnsweredAt, AnsweredBy) = (null, null);

    /// <summary>It isn't about this.</summary>
    public void Dismiss(AgentId by, DateTimeOffset now)
    {
        WhyNotAnswer().StopIfAny();
        if (DismissedAt is not null)
            return;
        (DismissedAt, DismissedBy) = (now, by);
        Happened(new RecognitionDismissed(PlaybookId), by, now);
    }
}
