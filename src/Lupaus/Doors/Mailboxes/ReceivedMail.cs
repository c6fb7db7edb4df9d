using Lupaus.Ground.Files;

namespace Lupaus.Doors.Mailboxes;

/// <summary>What became of a mail.</summary>
public enum Fate
{
    /// <summary>A new matter.</summary>
    Opened,

    /// <summary>A word in a matter that was there.</summary>
    Joined,

    /// <summary>A machine's: written down, and nothing follows from it.</summary>
    Recorded,

    /// <summary>From somebody unknown: it waits on the matter until one of ours lets it in.</summary>
    Waits,

    /// <summary>One of ours looked at it and found that it asks nothing of us.</summary>
    SetAside,

    /// <summary>It could not be made into anything: an admin has to look.</summary>
    Quarantined,
}

/// <summary>Whether a mail came with a look of its own.</summary>
public enum MailDesign
{
    /// <summary>Text alone.</summary>
    None,

    /// <summary>HTML, with all that it shows.</summary>
    Whole,

    /// <summary>HTML that would fetch pictures from somebody else's machine, who would know by it that the mail is being read.</summary>
    Fetching,
}

/// <summary>
/// A mail as it came in: kept whole as it was sent, with what became of it and why. The same mail received twice is one.
/// </summary>
public sealed class ReceivedMail : Remembering
{
    public const int LongestId = 300;

    /// <summary>It is too big to be fetched, and its sender knows; or doesn't, as nothing was to be sent there.</summary>
    public const string TooBigTold = "mail.toobig.told";
    public const string TooBigUntold = "mail.toobig";

    private ReceivedMail() { }

    public ReceivedMailId Id { get; private init; }

    /// <summary>What tells it from every other: the door and a fingerprint of what a mail is known by.</summary>
    public string SourceKey { get; private init; } = "";

    /// <summary>The door it came by.</summary>
    public string Door { get; private init; } = "";

    /// <summary>The mailbox of ours that it was sent to, where one is known.</summary>
    public MailboxId? MailboxId { get; private init; }

    /// <summary>RFC 5322 Message-ID without angle brackets, as its sender gave it.</summary>
    public string? InternetMessageId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>The raw message among the files.</summary>
    public string RawHash { get; private init; } = "";

    /// <summary>How long the mail is, as it was sent.</summary>
    public long Length { get; private set; }

    /// <summary>Who it says it is from; not checked.</summary>
    public string? From { get; private init; }

    /// <summary>Why it is a machine's; null when a person wrote it.</summary>
    public string? Machine { get; private init; }

    /// <summary>What our own mail server found, as <see cref="SenderChecks"/> reads it; null when it didn't say.</summary>
    public string? Checks { get; private init; }

    public MailDesign Design { get; private init; }

    public Fate Fate { get; private set; }

    /// <summary>What led it to its ticket; null where nothing did.</summary>
    public Clue? Because { get; private set; }

    public TicketId? TicketId { get; private set; }

    /// <summary>The word it became in the ticket; null while it waits.</summary>
    public MessageId? MessageId { get; private set; }

    /// <summary>What went wrong, by its kind; never words of the mail.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The letter that told its sender that it is too big.</summary>
    public MessageId? ToldIn { get; private set; }

    /// <summary>It lies in the mailbox; here is its header alone.</summary>
    public bool IsHeaderAlone => Trouble is TooBigUntold or TooBigTold;

    public static ReceivedMail Arrive(MailSigns signs, StoredFile raw, MailboxId? mailbox, DateTimeOffset now) => new()
    {
        Id = ReceivedMailId.New(now),
        SourceKey = signs.Key,
        Door = signs.Door,
        MailboxId = mailbox,
        InternetMessageId = signs.MessageId is { Length: > 0 and <= LongestId } id ? id : null,
        At = now,
        RawHash = raw.Hash,
        Length = raw.Length,
        From = signs.From?.CutTo(EmailAddress.MaxLength),
        Machine = signs.Machine,
        Checks = signs.Checks?.CutTo(Limits.Name),
        Design = signs.Design,
    };

    public void Became(Fate fate, TicketId ticket, MessageId message, Clue? because) =>
        (Fate, TicketId, MessageId, Because, Trouble) = (fate, ticket, message, because, null);

    public void WaitsOn(TicketId ticket, Clue because) => (Fate, TicketId, Because) = (Fate.Waits, ticket, because);

    /// <summary>It is known what becomes of a mail that waited.</summary>
    public Refusal? WhyNotDecide() => Fate == Fate.Waits ? null : Refusal.Because("mail.decided");

    public void SetAside()
    {
        WhyNotDecide().StopIfAny();
        Fate = Fate.SetAside;
    }

    /// <summary>A machine answered one of ours: there is nothing in it for anybody.</summary>
    public void NeedsNothing() => Fate = Fate.SetAside;

    /// <summary>Only what nobody could place is placed by hand.</summary>
    public Refusal? WhyNotPlace() => Fate == Fate.Quarantined ? null : Refusal.Because("mail.placed");

    /// <summary>What was never fetched can't be read.</summary>
    public Refusal? WhyNotRead() => WhyNotPlace() ?? (IsHeaderAlone ? Refusal.Because("mail.headeralone") : null);

    /// <summary>Read once more with the eyes of today; what becomes of it follows.</summary>
    public void ReadAgain(Actor by, DateTimeOffset now)
    {
        WhyNotRead().StopIfAny();
        Happened(new MailReadAgain(Id), by, now);
    }

    /// <summary>An admin says that it is a matter of its writer's; it becomes one.</summary>
    public void OpenAnyway(Actor by, DateTimeOffset now)
    {
        WhyNotRead().StopIfAny();
        Happened(new MailOpenedAnyway(Id), by, now);
    }

    /// <summary>An admin has looked: it asks nothing of us.</summary>
    public void Dismiss(Actor by, DateTimeOffset now)
    {
        WhyNotPlace().StopIfAny();
        Fate = Fate.SetAside;
        Happened(new MailDismissed(Id), by, now);
    }

    /// <summary>It stays in the mailbox, and its header stands here for it.</summary>
    public void IsTooBig(long length, MessageId? toldIn)
    {
        Quarantine(toldIn is null ? TooBigUntold : TooBigTold);
        (Length, ToldIn) = (length, toldIn);
    }

    public void Quarantine(string trouble) => (Fate, Trouble) = (Fate.Quarantined, trouble.OneLine().CutTo(Limits.Reason));
}

/// <summary>What a mail is known by.</summary>
/// <param name="Key">The same for the same mail however often and by whichever of our addresses it comes.</param>
public sealed record MailSigns(string Door, string Key, string? MessageId, string? From, string? Machine, string? Checks, MailDesign Design = MailDesign.None);
