using Lupaus.Core.Promises;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Tickets;

/// <summary>
/// One matter of one customer. While open it has one owner and one live promise; closed it has a closure and no
/// promise. Open or closed are its only states: whose turn it is follows from the kind of the promise.
/// </summary>
public sealed partial class Ticket : Remembering
{
    // Only what this change adds: the conversation and the ledger are read by the pages that show them.
    private readonly List<Message> messages = [];
    private readonly List<PromiseEnd> promiseEnds = [];
    private readonly List<PromiseWords> promiseWords = [];
    private readonly List<PromiseBasis> promiseBases = [];

    // Loaded whole with the ticket: the rules below look at them, and they are few.
    private readonly List<Obstacle> obstacles = [];
    private readonly List<Duty> duties = [];

    private Ticket() { }

    public TicketId Id { get; private init; }

    public Reference Reference { get; private init; }

    public PersonId CustomerId { get; private set; }

    public AgentId OwnerId { get; private set; }

    public TopicId TopicId { get; private set; }

    public LanguageCode Language { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>What the customer is really after, in a few words: "to be in Hanko tonight".</summary>
    public string? Goal { get; private set; }

    public DateTimeOffset ArrivedAt { get; private init; }

    /// <summary>Since when, or from when on, it stands in the common line.</summary>
    public DateTimeOffset InLineSince { get; private init; }

    public Promise? Promise { get; private set; }

    public Closure? Closure { get; private set; }

    /// <summary>How many promises have been made; the next one has the next number, through reopenings too.</summary>
    public int PromisesMade { get; private set; }

    public int PromisesBroken { get; private set; }

    /// <summary>Broken promises since a person of ours last wrote: the customer gets one automatic apology, not two.</summary>
    public int LapsesSinceOurWord { get; private set; }

    /// <summary>Reminders sent since the customer last wrote.</summary>
    public int RemindersUnanswered { get; private set; }

    public DateTimeOffset? FirstHumanWordAt { get; private set; }

    public DateTimeOffset LastWordAt { get; private set; }

    /// <summary>The newest message from the customer: what a reply must have seen.</summary>
    public MessageId? NewestFromCustomer { get; private set; }

    /// <summary>Its owner has taken it from the common line and begins; empty while anybody who serves it may.</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>The agent whom the customer knows by name.</summary>
    public AgentId IntroducedId { get; private set; }

    /// <summary>The closed ticket that this one goes on from.</summary>
    public TicketId? FollowsId { get; private init; }

    public IReadOnlyList<Message> Messages => messages;

    public IReadOnlyList<PromiseEnd> PromiseEnds => promiseEnds;

    public IReadOnlyList<PromiseWords> PromiseWords => promiseWords;

    public IReadOnlyList<PromiseBasis> PromiseBases => promiseBases;

    public IReadOnlyList<Obstacle> Obstacles => obstacles;

    public IReadOnlyList<Duty> Duties => duties;

    public override TicketId? Matter => Id;

    public bool IsOpen => Closure is null;

    /// <summary>No person of ours has written, called or noted in it yet; reading doesn't touch.</summary>
    public bool IsUntouched => FirstHumanWordAt is null;

    public bool WaitsForCustomer => Promise?.Kind == PromiseKind.CheckBack;

    /// <summary>Several things are done to it with one choice; their own facts follow.</summary>
    public void RunBy(MacroId macro, AgentId by, DateTimeOffset now) => Happened(new MacroRun(macro), by, now);

    /// <summary>A rule does something to it; the facts of what it does follow.</summary>
    public void ActedOnBy(RuleId rule, long cause, DateTimeOffset now) =>
        Happened(new RuleActed(rule, cause.ToString(System.Globalization.CultureInfo.InvariantCulture)), Actor.Lupaus, now);

    /// <summary>Words of a person touch a ticket; a note does too, since somebody has begun.</summary>
    private void Touched(DateTimeOffset now) => FirstHumanWordAt ??= now;

    private Refusal? WhyNotTouch() => IsOpen ? null : Refusal.Because("ticket.closed");

    /// <summary>Somebody who writes without having read the customer's newest words is stopped and shown them.</summary>
    public Refusal? WhyNotGoOn(MessageId? seen) =>
        seen is { } read && NewestFromCustomer is { } newest && newest.Value > read.Value
            ? Refusal.Because("ticket.newer")
            : null;

    private Message Say(Message message, DateTimeOffset now, TimeSpan hold = default, bool onPageOnly = false)
    {
        messages.Add(message);
        LastWordAt = now;
        if (message.Nature == Nature.Human)
            LapsesSinceOurWord = 0;
        if (IsWrittenByUs(message))
            AsideUntil = null; // whoever is answered is no longer suspected
        Rang? rang = message.Call is { } call ? call.IsIncoming ? Rang.Customer : Rang.We : null;
        Happened(new MessageSent(message.Id, message.Nature, now + hold, onPageOnly, rang), IsWrittenByUs(message) ? message.AgentId!.Value : Actor.Lupaus, now);
        return message;
    }

    /// <summary>A person of ours wrote it. What introduces a new owner is in their name, but Lupaus writes it.</summary>
    private static bool IsWrittenByUs(Message message) => message is { AgentId: not null, Nature: not Nature.NewOwner };
}
