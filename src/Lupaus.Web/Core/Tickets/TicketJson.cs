using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Ground.Files;
using Lupaus.Ground.Topics;

namespace Lupaus.Web.Core.Tickets;

/// <summary>A ticket as programs see it. Open, it always has an owner and a promise; closed, an owner and a closure.</summary>
/// <param name="Requester">Which of ours asks it of colleagues; null for a matter of a customer's.</param>
/// <param name="Bounces">How often the customer was sent on to another of ours after one had begun.</param>
public sealed record TicketJson(
    TicketId Id,
    string Reference,
    string State,
    string Subject,
    string? Goal,
    LanguageCode Language,
    TopicJson Topic,
    CustomerJson Customer,
    AgentJson Owner,
    AgentJson? Requester,
    PromiseJson? Promise,
    ClosureJson? Closure,
    DateTimeOffset? Deadline,
    DateTimeOffset ArrivedAt,
    DateTimeOffset LastWordAt,
    MessageId? NewestFromCustomer,
    TicketId? Follows,
    int PromisesMade,
    int PromisesBroken,
    int Bounces,
    string? MergedInto,
    IReadOnlyList<string> Tags,
    DateTimeOffset? AsideUntil,
    DeadlineGuessJson? DeadlineGuess,
    IReadOnlyList<RecognisedJson> Recognised,
    UnderstandingJson? Understanding);

/// <summary>A trouble that is going on, and that the customer's words seem to be about; nobody has answered it yet, nor said that it is another matter.</summary>
/// <param name="Message">The customer's message in which it was recognised.</param>
public sealed record RecognisedJson(PlaybookId Playbook, string Name, MessageId? Message);

/// <summary>A time that the customer's words name and nobody has confirmed yet; `start` and `length` say where in the message they stand.</summary>
/// <param name="Counts">It is near, so it is the ticket's deadline meanwhile. Setting a deadline, or none, settles it.</param>
public sealed record DeadlineGuessJson(MessageId Message, DateTimeOffset At, DateTimeOffset? Until, DateTimeOffset Latest, int Start, int Length, bool Counts);

public sealed record TopicJson(TopicId Id, string Name);

public sealed record CustomerJson(PersonId Id, string Name, string? Email, string? Phone);

public sealed record AgentJson(AgentId Id, string Name, string Email);

public sealed record PromiseJson(int Number, PromiseKind Kind, DateTimeOffset Due, DateTimeOffset MadeAt, AgentJson Promiser, MessageId ToldIn, int Moves);

public sealed record ClosureJson(DateTimeOffset At, HowClosed How, Outcome Outcome, AgentId? ByAgent, PersonId? ByPerson, DateTimeOffset? ConfirmedAt);

/// <summary>The ticket with its conversation and the ledger of its promises; with its facts where they are asked for.</summary>
public sealed record WholeTicketJson(
    TicketJson Ticket,
    IReadOnlyList<MessageJson> Messages,
    IReadOnlyList<PromiseEndJson> Promises,
    IReadOnlyList<DutyJson> Duties,
    IReadOnlyList<ObstacleJson> Obstacles,
    OfferJson? Offer,
    IReadOnlyList<FactJson>? Facts);

/// <param name="Understood">What its writer has understood of the matter, for the customer to confirm.</param>
/// <param name="NewSubject">What its writer called it in their mail, where that tells of quite another matter than the ticket does.</param>
/// <param name="MayBeApart">Nobody has said yet whether what came under the new subject belongs here.</param>
public sealed record MessageJson(MessageId Id, TicketId Ticket, DateTimeOffset At, Direction Direction, Nature Nature, Channel Channel, AgentId? Agent, PersonId? Person, string Text, IReadOnlyList<AttachmentJson> Files, CallJson? Call, string? Understood, string? NewSubject, bool MayBeApart);

/// <summary>How a call went.</summary>
public sealed record CallJson(bool IsIncoming, CallOutcome Outcome, DateTimeOffset StartedAt, int Minutes, bool IsShared);

public sealed record AttachmentJson(AttachmentId Id, string Name, string Type, long Length, string Sha256);

public sealed record PromiseEndJson(int Number, PromiseKind Kind, DateTimeOffset Due, DateTimeOffset MadeAt, AgentId Promiser, MessageId ToldIn, int Moves, HowItEnded How, DateTimeOffset At, DateTimeOffset NoticedAt);

/// <param name="Unreached">The message that did not reach the customer, where the duty is to reach them another way.</param>
/// <param name="AskedBy">The colleague who asks, where the duty is to answer a question of theirs.</param>
/// <param name="Answer">The note that answers it.</param>
public sealed record DutyJson(DutyId Id, string What, AgentId Doer, DateTimeOffset Due, bool IsTold, DateTimeOffset? DoneAt, bool IsDropped, MessageId? Unreached, AgentId? AskedBy, MessageId? Answer);

/// <summary>A colleague is asked to go on with the ticket; until they accept, its owner answers for it.</summary>
public sealed record OfferJson(HandoverId Id, AgentId To, AgentId By, DateTimeOffset At, DateTimeOffset Until, string Done, string Promised, string Next);

/// <param name="Text">What went wrong; of a discrepancy, what the customer says.</param>
/// <param name="RaisedBy">Null where the customer told of it themselves.</param>
/// <param name="Discrepancy">Null for a mistake.</param>
public sealed record ObstacleJson(ObstacleId Id, ObstacleKind Kind, string Text, AgentId? RaisedBy, DateTimeOffset RaisedAt, AgentId? SettledBy, DateTimeOffset? SettledAt, string? Settlement, DiscrepancyJson? Discrepancy);

/// <summary>The record beside the customer's word, where each is from, and how it was settled.</summary>
/// <param name="Message">The customer's message that says so.</param>
/// <param name="File">A file of the ticket's that shows the record.</param>
public sealed record DiscrepancyJson(SaidHow? Said, MessageId? Message, string Record, string? Source, string? Where, AttachmentId? File, WhichHolds? Holds, DiscrepancyCause? Cause, string? NextOutside);

public sealed record FactJson(string Id, DateTimeOffset At, string Kind, AgentId? ByAgent, PersonId? ByPerson, object What);

/// <summary>A page of a list, and where it goes on; null at the end.</summary>
public sealed record TicketListJson(IReadOnlyList<TicketJson> Tickets, string? Next);
