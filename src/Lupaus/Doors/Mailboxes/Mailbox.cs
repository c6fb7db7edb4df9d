using Lupaus.Ground.Identity;
using Lupaus.Ground.Topics;

namespace Lupaus.Doors.Mailboxes;

public readonly record struct MailboxId(long Value) : IId<MailboxId>
{
    public static MailboxId From(long value) => new(value);
}

/// <summary>An address that customers write to, and where its mail comes from and leaves.</summary>
public sealed class Mailbox : Remembering
{
    public const int Most = 50;
    public const string Inbox = "INBOX";

    /// <summary>So long one node reads alone; it says so again as it goes on.</summary>
    public static readonly TimeSpan ReadersClaim = TimeSpan.FromMinutes(3);

    private Mailbox() { }

    public MailboxId Id { get; private init; }

    public EmailAddress Address { get; private set; }

    /// <summary>One on each line.</summary>
    public string Aliases { get; private set; } = "";

    public SignsIn SignsIn { get; private set; }

    public string? UserName { get; private set; }

    /// <summary>Password or grant, protected before it gets here; null as long as there is none.</summary>
    public string? Key { get; private set; }

    /// <summary>Whether the key opens already: an account at another house has to be connected first.</summary>
    public bool KeyOpens { get; private set; }

    public string? ReadingHost { get; private set; }

    public int ReadingPort { get; private set; }

    public MailLock ReadingLock { get; private set; }

    public string Folder { get; private set; } = Inbox;

    public bool TakesWhatIsThere { get; private set; }

    public string? SendingHost { get; private set; }

    public int SendingPort { get; private set; }

    public MailLock SendingLock { get; private set; }

    public string? SentFolder { get; private set; }

    public string? TrustedServer { get; private set; }

    public TopicId? TopicId { get; private set; }

    public string? FinnishSignature { get; private set; }

    public string? SwedishSignature { get; private set; }

    public string? EnglishSignature { get; private set; }

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>It is used no more; what came by it stays.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    /// <summary>How far its folder has been read; null before the first time.</summary>
    public string? Progress { get; private set; }

    /// <summary>About when it was last read to its end.</summary>
    public DateTimeOffset? LastReadAt { get; private set; }

    /// <summary>Why it can't be read, by its key; null while it can.</summary>
    public string? ReadingTrouble { get; private set; }

    public DateTimeOffset? ReadingTroubleSince { get; private set; }

    /// <summary>Why letters can't leave, by its key; null while they can.</summary>
    public string? SendingTrouble { get; private set; }

    public DateTimeOffset? SendingTroubleSince { get; private set; }

    /// <summary>Which of several nodes reads it now.</summary>
    public int? ReadBy { get; private set; }

    public DateTimeOffset? ReadUntil { get; private set; }

    public bool IsOn => StoppedAt is null && DroppedAt is null;

    public MailServer? Reading => ReadingHost is { } host ? new MailServer(host, ReadingPort, ReadingLock) : null;

    public MailServer? Sending => SendingHost is { } host ? new MailServer(host, SendingPort, SendingLock) : null;

    public IEnumerable<string> OtherAddresses => Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public bool LacksKey => SignsIn != SignsIn.Never && !KeyOpens && (Reading ?? Sending) is not null;

    public bool MaySend => IsOn && Sending is not null && !LacksKey;

    public bool MayBeRead => IsOn && Reading is not null && !LacksKey;

    public static Mailbox Make(WishedMailbox wish, Actor by, DateTimeOffset now)
    {
        wish.WhyNot().StopIfAny();
        var mailbox = new Mailbox { Id = new(Ids.Next(now)), MadeAt = now };
        mailbox.Take(wish);
        mailbox.Happened(new MailboxMade(mailbox.Id), by, now);
        return mailbox;
    }

    public void Become(WishedMailbox wish, Actor by, DateTimeOffset now)
    {
        (WhyNotUse() ?? wish.WhyNot()).StopIfAny();
        var before = (ReadingHost, Account, Folder);
        Take(wish);
        // Of another folder nothing is known.
        if (before != (ReadingHost, Account, Folder))
            (Progress, LastReadAt) = (null, null);
        ForgetTroubles();
        Happened(new MailboxChanged(Id), by, now);
    }

    /// <summary>A secret that was protected before it gets here.</summary>
    public void TakeKey(string protectedKey, bool opens, Actor by, DateTimeOffset now)
    {
        WhyNotUse().StopIfAny();
        (Key, KeyOpens) = (protectedKey, opens);
        ForgetTroubles();
        Happened(new MailboxKeyChanged(Id), by, now);
    }

    /// <summary>The house that gave the key gave another in its stead (RFC 6749, 6): nobody did anything.</summary>
    public void KeyWasRenewed(string protectedKey) => Key = protectedKey;

    public void Stop(Actor by, DateTimeOffset now)
    {
        if (!IsOn)
            return;
        StoppedAt = now;
        ForgetTroubles();
        Happened(new MailboxStopped(Id), by, now);
    }

    public void Resume(Actor by, DateTimeOffset now)
    {
        WhyNotUse().StopIfAny();
        if (IsOn)
            return;
        StoppedAt = null;
        Happened(new MailboxResumed(Id), by, now);
    }

    public void Drop(Actor by, DateTimeOffset now)
    {
        if (DroppedAt is not null)
            return;
        (DroppedAt, Key, KeyOpens) = (now, null, false);
        Happened(new MailboxDropped(Id), by, now);
    }

    public Refusal? WhyNotUse() => DroppedAt is null ? null : Refusal.Because("mailbox.dropped");

    /// <summary>What a letter ends with; null where nothing is wished in its language.</summary>
    public string? SignatureIn(LanguageCode language) => language switch
    {
        LanguageCode.Fi => FinnishSignature,
        LanguageCode.Sv => SwedishSignature,
        _ => EnglishSignature,
    };

    public bool MayBeReadBy(int node, DateTimeOffset now) => MayBeRead && (ReadBy is null || ReadBy == node || ReadUntil <= now);

    public void ClaimFor(int node, DateTimeOffset now) => (ReadBy, ReadUntil) = (node, now + ReadersClaim);

    public void LetGo(int node)
    {
        if (ReadBy == node)
            (ReadBy, ReadUntil) = (null, null);
    }

    public void ReadTo(string progress) => Progress = progress;

    public void WasRead(DateTimeOffset now) => (LastReadAt, ReadingTrouble, ReadingTroubleSince) = (now, null, null);

    public void CouldNotBeRead(string why, DateTimeOffset now) => (ReadingTrouble, ReadingTroubleSince) = (why, ReadingTroubleSince ?? now);

    public void Sends() => (SendingTrouble, SendingTroubleSince) = (null, null);

    public void CouldNotSend(string why, DateTimeOffset now) => (SendingTrouble, SendingTroubleSince) = (why, SendingTroubleSince ?? now);

    private string Account => UserName ?? Address.Value;

    private void ForgetTroubles() => (ReadingTrouble, ReadingTroubleSince, SendingTrouble, SendingTroubleSince) = (null, null, null, null);

    private void Take(WishedMailbox wish)
    {
        if (SignsIn != wish.SignsIn)
            (Key, KeyOpens) = (null, false);
        (Address, SignsIn, UserName) = (EmailAddress.Parse(wish.Address), wish.SignsIn, Said(wish.UserName));
        Aliases = string.Join('\n', wish.OtherAddresses.Select(a => EmailAddress.Parse(a).Value).Distinct());
        (ReadingHost, ReadingPort, ReadingLock) = (wish.Reading?.Host, wish.Reading?.Port ?? 0, wish.Reading?.Lock ?? default);
        (SendingHost, SendingPort, SendingLock) = (wish.Sending?.Host, wish.Sending?.Port ?? 0, wish.Sending?.Lock ?? default);
        (Folder, SentFolder, TakesWhatIsThere) = (Said(wish.Folder) ?? Inbox, Said(wish.SentFolder), wish.TakesWhatIsThere);
        (TrustedServer, TopicId) = (Said(wish.TrustedServer), wish.Topic);
        (FinnishSignature, SwedishSignature, EnglishSignature) = (Lines(wish.FinnishSignature), Lines(wish.SwedishSignature), Lines(wish.EnglishSignature));
    }

    private static string? Said(string? text) => text.OneLine() is { Length: > 0 } said ? said : null;

    private static string? Lines(string? text) => text?.Cleaned().Trim() is { Length: > 0 } said ? said : null;
}
