using Lupaus.Core.Links;

namespace Lupaus.Core.Outbox;

/// <summary>The way a word leaves us.</summary>
public enum Way
{
    Mail,

    /// <summary>The customer left only a number: the owner rings and tells.</summary>
    Call,

    /// <summary>It stands on the customer's page and goes nowhere else.</summary>
    Page,
}

public enum Dispatch
{
    Waiting,

    /// <summary>Handed to the carrier; its answer is not in yet.</summary>
    Sending,
    Sent,

    /// <summary>The carrier's answer was lost: it may have gone or not, and nobody pretends to know.</summary>
    Unknown,

    /// <summary>A person's answer made it needless.</summary>
    Superseded,

    /// <summary>It was sent, and a mail server says that it won't arrive.</summary>
    NotReached,
}

/// <summary>
/// What an entry is about: a ticket's message by its nature, a copy of one to somebody who takes part, a letter about an
/// agent's own account, fresh links to a customer's own matters, what a rule or a webhook has to tell one of ours, what one
/// of ours has to hear of, or that a mail was too big for us.
/// </summary>
public enum Letter { Message, Invitation, Recovery, FreshLinks, Copy, RuleAlert, WebhookStopped, Alert, TooBig }

/// <summary>
/// A word that somebody outside is meant to get, decided in the same transaction as what it tells. It carries the
/// Message-ID it will always have, however often it is tried.
/// </summary>
public sealed class OutboxEntry
{
    private OutboxEntry() { }

    /// <summary>The message's own id, where it is a ticket's message.</summary>
    public MessageId Id { get; private init; }

    public Letter Letter { get; private init; }

    public Way Way { get; private init; }

    public TicketId? TicketId { get; private init; }

    /// <summary>The message it is a copy of.</summary>
    public MessageId? CopyOf { get; private init; }

    public AgentId? AgentId { get; private init; }

    public LinkId? LinkId { get; private init; }

    /// <summary>A person's answer makes it needless as long as it waits: a receipt, or a word that we are late.</summary>
    public bool IsReceipt { get; private init; }

    /// <summary>E-mail address or telephone number.</summary>
    public string? Address { get; private set; }

    /// <summary>The secret part of an account letter's link; gone once sent.</summary>
    public string? Secret { get; private set; }

    /// <summary>What an alert speaks of, by the name we have given it.</summary>
    public string? About { get; private init; }

    /// <summary>RFC 5322 Message-ID without angle brackets.</summary>
    public string InternetMessageId { get; private init; } = "";

    public DateTimeOffset MadeAt { get; private init; }

    public DateTimeOffset NotBefore { get; private set; }

    public Dispatch State { get; private set; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>What went wrong last, in the carrier's words; never the customer's.</summary>
    public string? Trouble { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public static OutboxEntry OfMessage(MessageId message, TicketId ticket, bool isReceipt, Way way, string? address, LinkId? link, string domain, DateTimeOffset notBefore, DateTimeOffset now) => new()
    {
        Id = message,
        Letter = Letter.Message,
        TicketId = ticket,
        LinkId = link,
        IsReceipt = isReceipt,
        Way = way,
        Address = address,
        InternetMessageId = $"{message.Value}@{domain}",
        MadeAt = now,
        NotBefore = notBefore,
        State = way == Way.Page ? Dispatch.Sent : Dispatch.Waiting,
        SettledAt = way == Way.Page ? now : null,
    };

    /// <summary>What somebody who takes part gets, with a link of their own.</summary>
    public static OutboxEntry OfCopy(MessageId message, TicketId ticket, EmailAddress address, LinkId link, string domain, DateTimeOffset now)
    {
        var id = MessageId.New(now);
        return new OutboxEntry
        {
            Id = id,
            Letter = Letter.Copy,
            CopyOf = message,
            TicketId = ticket,
            LinkId = link,
            Way = Way.Mail,
            Address = address.Value,
            InternetMessageId = $"{id.Value}@{domain}",
            MadeAt = now,
            NotBefore = now,
        };
    }

    public static OutboxEntry OfAccount(Letter letter, AgentId agent, string address, string secret, string domain, DateTimeOffset now)
    {
        var id = MessageId.New(now);
        return new OutboxEntry
        {
            Id = id,
            Letter = letter,
            AgentId = agent,
            Way = Way.Mail,
            Address = address,
            Secret = secret,
            InternetMessageId = $"{id.Value}@{domain}",
            MadeAt = now,
            NotBefore = now,
        };
    }

    /// <summary>To one of ours, about a ticket or about the house.</summary>
    public static OutboxEntry OfAlert(Letter letter, AgentId agent, EmailAddress address, TicketId? ticket, string about, string domain, DateTimeOffset now)
    {
        var id = MessageId.New(now);
        return new OutboxEntry
        {
            Id = id,
            Letter = letter,
            AgentId = agent,
            TicketId = ticket,
            About = about,
            Way = Way.Mail,
            Address = address.Value,
            InternetMessageId = $"{id.Value}@{domain}",
            MadeAt = now,
            NotBefore = now,
        };
    }

    /// <summary>To a customer who asked for them; the links are those made for this person in the same moment.</summary>
    public static OutboxEntry OfLinks(LinkId first, EmailAddress address, string domain, DateTimeOffset now)
    {
        var id = MessageId.New(now);
        return new OutboxEntry
        {
            Id = id,
            Letter = Letter.FreshLinks,
            LinkId = first,
            Way = Way.Mail,
            Address = address.Value,
            InternetMessageId = $"{id.Value}@{domain}",
            MadeAt = now,
            NotBefore = now,
        };
    }

    /// <summary>To one of ours whose desk isn't open. What it tells, the alerts say that went in it.</summary>
    public static OutboxEntry OfAlerts(AgentId agent, EmailAddress address, string domain, DateTimeOffset now)
    {
        var id = MessageId.New(now);
        return new OutboxEntry
        {
            Id = id,
            Letter = Letter.Alert,
            AgentId = agent,
            Way = Way.Mail,
            Address = address.Value,
            InternetMessageId = $"{id.Value}@{domain}",
            MadeAt = now,
            NotBefore = now,
        };
    }

    /// <summary>To whoever sent a mail that is too big for us, by their address alone.</summary>
    /// <param name="ticket">What it seems to be about; an answer leads there.</param>
    public static OutboxEntry OfTooBig(EmailAddress address, TicketId? ticket, string domain, DateTimeOffset now)
    {
        var id = MessageId.New(now);
        return new OutboxEntry
        {
            Id = id,
            Letter = Letter.TooBig,
            TicketId = ticket,
            Way = Way.Mail,
            Address = address.Value,
            InternetMessageId = $"{id.Value}@{domain}",
            MadeAt = now,
            NotBefore = now,
        };
    }

    public void Sent(DateTimeOffset now) => Settle(Dispatch.Sent, null, now);

    public void Supersede(DateTimeOffset now) => Settle(Dispatch.Superseded, null, now);

    /// <summary>What made it needless has been taken back.</summary>
    public void WaitAgain()
    {
        if (State == Dispatch.Superseded)
            (State, SettledAt) = (Dispatch.Waiting, null);
    }

    /// <summary>Its sending broke off where it may have gone or not. It isn't tried again unless one of ours says so.</summary>
    public void Unknown(string trouble, DateTimeOffset now) => Settle(Dispatch.Unknown, trouble, now);

    public Refusal? WhyNotSendAgain() =>
        TicketId is null || Way != Way.Mail ? Refusal.Because("letter.unknown") :
        State != Dispatch.Unknown ? Refusal.Because("letter.notunknown") :
        null;

    /// <summary>It goes as the very same letter, so that most mail programs show it once.</summary>
    public void SendAgain(DateTimeOffset now)
    {
        WhyNotSendAgain().StopIfAny();
        (State, SettledAt, Trouble, Attempts, NotBefore) = (Dispatch.Waiting, null, null, 0, now);
    }

    /// <summary>Only a letter that left, and at its own address, can come back: anybody can write that another did.</summary>
    public Refusal? WhyNotComeBack(Returned why) =>
        Way != Way.Mail || State == Dispatch.Superseded || (State == Dispatch.Waiting && Attempts == 0) ? Refusal.Because("letter.notsent") :
        why.To is { } to && !to.Equals(Address, StringComparison.OrdinalIgnoreCase) ? Refusal.Because("letter.notfor") :
        null;

    /// <summary>It won't arrive. Whether that is news: the same said twice is said once.</summary>
    public bool ComesBack(Returned why, DateTimeOffset now)
    {
        WhyNotComeBack(why).StopIfAny();
        if (State == Dispatch.NotReached)
            return false;
        Settle(Dispatch.NotReached, why.Trouble, now);
        return true;
    }

    /// <summary>Tries again later: after 1, 2, 4, ... minutes, at most an hour apart.</summary>
    public void TryAgain(string trouble, DateTimeOffset now)
    {
        (State, ClaimedUntil, Trouble) = (Dispatch.Waiting, null, trouble.OneLine());
        NotBefore = now + TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Clamp(Attempts - 1, 0, 6))));
    }

    /// <summary>Nobody answered: they are rung again then.</summary>
    public void PutOff(DateTimeOffset until) => NotBefore = until.Whole();

    public void Claim(DateTimeOffset until) => (State, ClaimedUntil, Attempts) = (Dispatch.Sending, until, Attempts + 1);

    private void Settle(Dispatch state, string? trouble, DateTimeOffset now)
    {
        (State, ClaimedUntil, Trouble, SettledAt) = (state, null, trouble?.OneLine(), now);
        Secret = null;
    }
}
