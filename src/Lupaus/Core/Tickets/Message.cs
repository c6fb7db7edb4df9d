using Lupaus.Ground.Files;

namespace Lupaus.Core.Tickets;

public enum Direction { FromCustomer, ToCustomer, Note }

/// <summary>The door a message came or goes by.</summary>
public enum Channel { Form, Page, Mail, Api, Call, Desk }

/// <summary>
/// What kind of word it is; of ours only a human one counts as an answer. A call that reached nobody was only tried. A
/// machine's came from the customer's side: an out-of-office reply, a report.
/// </summary>
public enum Nature { Human, Acknowledgement, Receipt, Late, Moved, Reminder, Closing, NewOwner, Merged, Parted, Tried, Machine }

/// <summary>Something said in a ticket. Every word that passes between us and the customer is one, automatic ones too.</summary>
public sealed class Message
{
    private readonly List<Attachment> attachments = [];

    private Message() { }

    public MessageId Id { get; private init; }

    public TicketId TicketId { get; private set; }

    /// <summary>The ticket it was written in, when it has been moved since.</summary>
    public TicketId? CameFromId { get; private set; }

    public DateTimeOffset At { get; private init; }

    public Direction Direction { get; private init; }

    public Nature Nature { get; private init; }

    public Channel Channel { get; private init; }

    public AgentId? AgentId { get; private init; }

    public PersonId? PersonId { get; private init; }

    public string Body { get; private init; } = "";

    /// <summary>What its writer has understood of the matter: a part of its own, which the customer may confirm.</summary>
    public string? Understood { get; private init; }

    /// <summary>What its writer called it in their mail, where that tells of quite another matter than the ticket does.</summary>
    public string? NewSubject { get; private set; }

    /// <summary>Since when it is settled that it belongs here all the same.</summary>
    public DateTimeOffset? BelongsSince { get; private set; }

    /// <summary>The first word from a new owner, who is introduced by name in it.</summary>
    public bool Introduces { get; private init; }

    /// <summary>The address its writer chose, on its way to the outbox, which keeps it.</summary>
    public string? SendTo { get; private init; }

    /// <summary>How it went, where one of ours talked on the telephone or tried to.</summary>
    public Call? Call { get; private init; }

    public string? SourceName { get; private init; }

    public string? SourceKey { get; private init; }

    public IReadOnlyList<Attachment> Attachments => attachments;

    /// <summary>Lupaus wrote it itself; a person of ours wrote all other words to the customer.</summary>
    public bool IsAutomatic => Direction == Direction.ToCustomer && Nature is not (Nature.Human or Nature.Moved or Nature.Tried);

    /// <summary>A person wrote it from the customer's side: it may ask something of us.</summary>
    public bool IsCustomersWord => Direction == Direction.FromCustomer && Nature != Nature.Machine;

    internal static Message FromCustomer(TicketId ticket, PersonId person, string body, Channel channel, Source source, DateTimeOffset now) => new()
    {
        Id = MessageId.New(now),
        TicketId = ticket,
        At = now,
        Direction = Direction.FromCustomer,
        Channel = channel,
        PersonId = person,
        Body = body.Cleaned(),
        SourceName = source.Name,
        SourceKey = source.Key,
    };

    internal static Message FromMachine(TicketId ticket, PersonId person, string body, Source source, DateTimeOffset now) => new()
    {
        Id = MessageId.New(now),
        TicketId = ticket,
        At = now,
        Direction = Direction.FromCustomer,
        Nature = Nature.Machine,
        Channel = Channel.Mail,
        PersonId = person,
        Body = body.Cleaned(),
        SourceName = source.Name,
        SourceKey = source.Key,
    };

    internal static Message ToCustomer(TicketId ticket, AgentId? by, Nature nature, string body, DateTimeOffset now, bool introduces = false, string? sendTo = null, string? understood = null) => new()
    {
        Id = MessageId.New(now),
        TicketId = ticket,
        At = now,
        Direction = Direction.ToCustomer,
        Nature = nature,
        Channel = Channel.Desk,
        AgentId = by,
        Body = body.Cleaned(),
        Introduces = introduces,
        SendTo = sendTo,
        Understood = understood.Cleaned() is { Length: > 0 } words ? words : null,
    };

    internal static Message OfCall(TicketId ticket, AgentId by, Call call, string summary, DateTimeOffset now, bool introduces) => new()
    {
        Id = MessageId.New(now),
        TicketId = ticket,
        At = now,
        Direction = Direction.ToCustomer,
        Nature = call.IsReached ? Nature.Human : Nature.Tried,
        Channel = Channel.Call,
        AgentId = by,
        Body = summary.Cleaned(),
        Introduces = introduces,
        Call = call,
    };

    internal static Message Note(TicketId ticket, AgentId? by, string body, DateTimeOffset now) => new()
    {
        Id = MessageId.New(now),
        TicketId = ticket,
        At = now,
        Direction = Direction.Note,
        Channel = Channel.Desk,
        AgentId = by,
        Body = body.Cleaned(),
    };

    /// <param name="belongs">One of ours has said so of an earlier one that was called the same.</param>
    public void IsCalled(string subject, bool belongs) => (NewSubject, BelongsSince) = (subject.OneLine().CutTo(Limits.Subject), belongs ? At : null);

    internal void Belongs(DateTimeOffset now) => BelongsSince ??= now;

    internal void GoTo(TicketId ticket) => (CameFromId, TicketId) = (TicketId, ticket);

    public static Refusal? WhyNotSay(string? body) =>
        body.Cleaned().Length == 0 ? Refusal.Because("message.empty") :
        body.Cleaned().Length > Limits.Body ? Refusal.Because("message.long").With("limit", Limits.Body) :
        null;

    public void Attach(IEnumerable<Enclosure> files, DateTimeOffset now) => attachments.AddRange(files.Select(f => Attachment.Of(Id, f, now)));
}
