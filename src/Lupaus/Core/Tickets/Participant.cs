namespace Lupaus.Core.Tickets;

/// <summary>
/// Somebody beside the customer who takes part in the matter, such as a colleague of theirs: gets copies of our replies,
/// with a link of their own, and may write. The promise is made to the customer.
/// </summary>
public sealed class Participant
{
    private Participant() { }

    internal Participant(TicketId ticket, PersonId person, EmailAddress email, DateTimeOffset now) => (TicketId, PersonId, Email, Since) = (ticket, person, email, now);

    public TicketId TicketId { get; private init; }

    public PersonId PersonId { get; private init; }

    /// <summary>Where copies go.</summary>
    public EmailAddress Email { get; private set; }

    public DateTimeOffset Since { get; private init; }

    internal void ReachedAt(EmailAddress email) => Email = email;

    internal Participant In(TicketId ticket, PersonId person) => new() { TicketId = ticket, PersonId = person, Email = Email, Since = Since };
}

public sealed partial class Ticket
{
    /// <summary>More than this is a mailing list.</summary>
    public const int MostParticipants = 20;

    private readonly List<Participant> participants = [];

    public IReadOnlyList<Participant> Participants => participants;

    /// <summary>They get copies from now on. Let in twice, they take part once, at the newer address.</summary>
    public void LetTakePart(PersonId person, EmailAddress email, Actor by, DateTimeOffset now)
    {
        WhyNotLetTakePart(person).StopIfAny();
        if (Participating(person) is { } known)
        {
            known.ReachedAt(email);
            return;
        }
        participants.Add(new Participant(Id, person, email, now));
        Happened(new ParticipantJoined(person), by, now);
    }

    public Refusal? WhyNotLetTakePart(PersonId person) =>
        person == CustomerId ? Refusal.Because("participant.customer") :
        IsMerged ? Refusal.Because("ticket.merged") :
        participants.Count >= MostParticipants && Participating(person) is null ? Refusal.Because("participant.many").With("limit", MostParticipants) :
        null;

    /// <summary>They get nothing more, and their links open no longer. They may leave by themselves.</summary>
    public void TakesPartNoMore(PersonId person, Actor by, DateTimeOffset now)
    {
        if (Participating(person) is not { } leaving)
            return;
        participants.Remove(leaving);
        Happened(new ParticipantLeft(person), by, now);
    }

    public Participant? Participating(PersonId person) => participants.Find(p => p.PersonId == person);

    /// <summary>Two rows of people turned out to be one human, who takes part once, and not at all in a matter of their own.</summary>
    public void TakesPartAs(PersonId from, PersonId into, Actor by, DateTimeOffset now)
    {
        if (Participating(from) is not { } known)
            return;
        participants.Remove(known);
        if (into != CustomerId && Participating(into) is null)
            participants.Add(known.In(Id, into));
        Happened(new ParticipantIsSomebodyElse(from, into), by, now);
    }

    /// <summary>Whoever took part in the other matter takes part where it goes on.</summary>
    private void UniteParticipants(Ticket other, Actor by, DateTimeOffset now)
    {
        foreach (var theirs in other.participants.Where(p => p.PersonId != CustomerId && Participating(p.PersonId) is null).ToArray())
        {
            participants.Add(theirs.In(Id, theirs.PersonId));
            Happened(new ParticipantJoined(theirs.PersonId), by, now);
        }
    }

    private Refusal? WhyNotCopyTo(IReadOnlyList<PersonId>? people) =>
        people?.All(p => Participating(p) is not null) == false ? Refusal.Because("participant.unknown") : null;

    /// <summary>Each who takes part gets the reply as a letter of their own; all of them, unless some were chosen.</summary>
    private void Copy(MessageId message, IReadOnlyList<PersonId>? to, AgentId by, DateTimeOffset now)
    {
        foreach (var participant in participants.Where(p => to is null || to.Contains(p.PersonId)))
            Happened(new CopySent(message, participant.PersonId), by, now);
    }
}
