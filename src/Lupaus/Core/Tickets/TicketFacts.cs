using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Tickets;

public sealed record TicketArrived(Channel Channel, TopicId Topic) : Fact;

public sealed record OwnerNamed(AgentId Owner, OwnerReason Why) : Fact;

public sealed record OwnerChanged(AgentId From, AgentId To, OwnerReason Why) : Fact;

/// <summary>An agent begins with it: colleagues pass it by from then on.</summary>
/// <param name="Why">Why it was the next one.</param>
public sealed record TakenFromLine(WhyNext Why) : Fact;

/// <summary>An agent begins with it though another was next.</summary>
public sealed record TakenBeforeItsTurn(OvertakeReason Why) : Fact;

public sealed record MessageReceived(MessageId Message, Channel Channel) : Fact;

/// <summary>A machine wrote in the customer's stead; nothing follows from it.</summary>
public sealed record MachineHeard(MessageId Message) : Fact;

/// <summary>A mail from somebody unknown points here and waits.</summary>
public sealed record MailWaits(ReceivedMailId Mail) : Fact;

/// <summary>One of ours has decided about a mail that waited.</summary>
public sealed record MailDecided(ReceivedMailId Mail) : Fact;

/// <summary>A letter of ours will not arrive.</summary>
/// <param name="Letter">The message's own, or a copy's.</param>
/// <param name="CopyTo">Somebody who takes part, where it was a copy to them; else it was for the customer.</param>
/// <param name="Status">The mail server's status code (RFC 3463).</param>
public sealed record NotReached(MessageId Message, MessageId Letter, PersonId? CopyTo, string? Status) : Fact;

/// <summary>A letter of ours is late on its way; the mail servers go on trying.</summary>
public sealed record LetterDelayed(MessageId Message, PersonId? CopyTo) : Fact;

/// <summary>Nobody knew whether it had left, and one of ours let it go once more.</summary>
public sealed record LetterSentAgain(MessageId Message) : Fact;

/// <summary>The sending of a letter of ours broke off: nobody knows whether it left.</summary>
/// <param name="CopyTo">Somebody who takes part, where it was a copy to them.</param>
public sealed record LetterUnsure(MessageId Message, MessageId Letter, PersonId? CopyTo) : Fact;

/// <summary>A word to the customer was decided. What happens outside follows from this fact.</summary>
/// <param name="NotBefore">It leaves then at the earliest.</param>
/// <param name="OnPageOnly">Shown on the customer's page, but not sent.</param>
/// <param name="Rang">Who rang, where it was said on the telephone.</param>
public sealed record MessageSent(MessageId Message, Nature Nature, DateTimeOffset NotBefore, bool OnPageOnly, Rang? Rang = null) : Fact;

public enum Rang { We, Customer }

/// <summary>A reply was sent, and may be taken back until it leaves.</summary>
public sealed record ReplyHeld(DateTimeOffset LeavesAt) : Fact;

/// <summary>A held reply did not leave: its writer took it back, or the refusal with this key stood in its way.</summary>
public sealed record ReplyCameBack(string? Why) : Fact;

/// <summary>Somebody who takes part gets a word of ours as well.</summary>
public sealed record CopySent(MessageId Message, PersonId Person) : Fact;

public sealed record ParticipantJoined(PersonId Person) : Fact;

public sealed record ParticipantLeft(PersonId Person) : Fact;

/// <summary>Two rows of people turned out to be one human, and one of them took part here.</summary>
public sealed record ParticipantIsSomebodyElse(PersonId From, PersonId Into) : Fact;

public sealed record NoteWritten(MessageId Message) : Fact;

/// <summary>A person of ours rang and told what the message says.</summary>
public sealed record ToldByPhone(MessageId Message) : Fact;

public sealed record PromiseMade(int Number, PromiseKind Kind, DateTimeOffset Due, AgentId Promiser, MessageId ToldIn, int? WordsIn = null) : Fact;

public sealed record PromiseEnded(int Number, HowItEnded How, DateTimeOffset Due, DateTimeOffset At) : Fact;

/// <summary>The same thing was moved a second time or more: the lead looks.</summary>
public sealed record PromiseMovedAgain(int Number, int Moves) : Fact;

/// <summary>A second break in a row: the lead answers for the promise from here on.</summary>
public sealed record PromiserChanged(int Number, AgentId From, AgentId To) : Fact;

public sealed record DeadlineSet(DateTimeOffset Deadline) : Fact;

public sealed record DeadlineCleared : Fact;

/// <summary>The customer's words name a time.</summary>
/// <param name="Counts">It is near, so it orders the queue before anybody has confirmed it.</param>
public sealed record DeadlineNamed(MessageId Message, DateTimeOffset Deadline, bool Counts) : Fact;

/// <summary>What was read from that message is no deadline.</summary>
public sealed record DeadlineDeclined(MessageId Message) : Fact;

/// <summary>The customer's words seem to feel worse than their last ones did.</summary>
public sealed record MoodTurned(MessageId Message, Mood From, Mood To) : Fact;

public sealed record GoalSet : Fact;

public sealed record TopicChanged(TopicId From, TopicId To) : Fact;

public sealed record LanguageChanged(LanguageCode From, LanguageCode To) : Fact;

public sealed record SubjectChanged : Fact;

/// <summary>A mail came under a new subject, and one of ours said that it belongs here.</summary>
public sealed record SubjectBelongs(MessageId Message) : Fact;

public sealed record DutyTaken(DutyId Duty, AgentId Doer, DateTimeOffset Due, bool IsTold) : Fact;

public sealed record DutyDone(DutyId Duty, bool Dropped) : Fact;

public sealed record DutyPassed(DutyId Duty, AgentId From, AgentId To) : Fact;

/// <summary>Nobody was here to do it sooner.</summary>
public sealed record DutyPutOff(DutyId Duty, DateTimeOffset Due) : Fact;

/// <summary>A colleague owes an answer to one of ours; the customer stays where they are.</summary>
public sealed record ColleagueAsked(DutyId Duty, AgentId Doer, DateTimeOffset Due) : Fact;

/// <summary>They, or somebody else who knew, have answered in a note.</summary>
public sealed record ColleagueAnswered(DutyId Duty, AgentId AskedBy, MessageId Note) : Fact;

public sealed record QuestionPassed(DutyId Duty, AgentId From, AgentId To, DateTimeOffset Due) : Fact;

/// <summary>A colleague is asked to go on with it; until they accept, nothing changes.</summary>
public sealed record HandoverOffered(HandoverId Handover, AgentId To, DateTimeOffset Until) : Fact;

/// <param name="OfferedBy">Who had offered it.</param>
public sealed record HandoverEnded(HandoverId Handover, HowOfferEnded How, AgentId To, AgentId OfferedBy) : Fact;

public sealed record ObstacleRaised(ObstacleId Obstacle, ObstacleKind Kind) : Fact;

/// <param name="Holds">Of a discrepancy: which word holds.</param>
/// <param name="Cause">And why the two differed.</param>
public sealed record ObstacleSettled(ObstacleId Obstacle, ObstacleKind Kind, WhichHolds? Holds = null, DiscrepancyCause? Cause = null) : Fact;

public sealed record TicketClosed(HowClosed How, Outcome Outcome) : Fact;

public sealed record SolutionConfirmed : Fact;

public sealed record TicketReopened(HowClosed WasClosed) : Fact;

/// <summary>The customer wrote after closing, and it reopened nothing: thanks, or a machine's message.</summary>
public sealed record HeardAfterClosing(MessageId Message) : Fact;

/// <summary>A matter written about a ticket closed too long ago became a new ticket, linked to the old one.</summary>
public sealed record FollowedUp(TicketId Earlier) : Fact;

/// <summary>Another matter of the customer goes on here from now on.</summary>
public sealed record TicketJoined(TicketId Other) : Fact;

/// <summary>The matter goes on in another ticket from now on.</summary>
public sealed record TicketMerged(TicketId Into) : Fact;

/// <summary>It had been merged, and is a matter of its own again.</summary>
public sealed record TicketParted(TicketId From) : Fact;

/// <summary>Something that had been merged into this one is a matter of its own again.</summary>
public sealed record PartLeft(TicketId Part) : Fact;

/// <summary>Some of what was written in another ticket became this one.</summary>
public sealed record TicketSplit(TicketId From) : Fact;

public sealed record MessageMoved(MessageId Message, TicketId To) : Fact;

public sealed record MessageCame(MessageId Message, TicketId From) : Fact;

/// <summary>What was understood has been written back to the customer.</summary>
public sealed record UnderstandingWritten(MessageId Message) : Fact;

public sealed record UnderstandingConfirmed(MessageId Message, UnderstoodHow How) : Fact;

/// <param name="Said">In which they tell what it is really about.</param>
public sealed record UnderstandingDoubted(MessageId Message, MessageId Said) : Fact;

/// <summary>What was understood came with a merge, or went back with a part.</summary>
public sealed record UnderstandingCame(MessageId Message, TicketId From) : Fact;

public sealed record DutyCame(DutyId Duty, TicketId From) : Fact;

public sealed record ObstacleCame(ObstacleId Obstacle, TicketId From) : Fact;

public sealed record TicketLinked(TicketId Other) : Fact;

public sealed record TicketUnlinked(TicketId Other) : Fact;

/// <summary>Two people turned out to be one human, or two after all.</summary>
public sealed record CustomerChanged(PersonId From, PersonId To) : Fact;

public sealed record TagAdded(TagId Tag) : Fact;

public sealed record TagRemoved(TagId Tag) : Fact;

/// <summary>It came from somebody we don't listen to, and waits aside until then.</summary>
public sealed record PutAside(DateTimeOffset Until) : Fact;

/// <summary>It was no spam.</summary>
public sealed record BroughtBack : Fact;

/// <summary>What follows at the same moment was done with one choice.</summary>
public sealed record MacroRun(MacroId Macro) : Fact;

/// <summary>What follows at the same moment was done by a rule, because of what the fact with this id tells.</summary>
public sealed record RuleActed(RuleId Rule, string Cause) : Fact;
