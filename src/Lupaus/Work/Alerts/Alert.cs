using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;
using Lupaus.Doors.Mailboxes;

namespace Lupaus.Work.Alerts;

public readonly record struct AlertId(long Value) : IId<AlertId>
{
    public static AlertId From(long value) => new(value);

    // Lines go on after an id, and the databases compare them too.
    public static bool operator <(AlertId one, AlertId other) => one.Value < other.Value;

    public static bool operator >(AlertId one, AlertId other) => one.Value > other.Value;
}

/// <summary>How an alert reached its agent, or why it needn't.</summary>
public enum AlertEnd { Shown, Mailed, Outdated }

/// <summary>What somebody has to hear of, and by when it matters.</summary>
public readonly record struct Cause(AlertKind Kind, long What, DateTimeOffset? Due);

/// <summary>
/// Something one of ours has to hear of. The same thing alerts the same person once: <see cref="What"/> tells one thing
/// of a kind from the next (the deadline, the promise's number, the note, when the trouble began).
/// </summary>
public sealed class Alert
{
    /// <summary>So long an open desk has to take it, before it goes by mail.</summary>
    public static readonly TimeSpan DeskFirst = TimeSpan.FromSeconds(60);

    /// <summary>What can't wait is worth telling for so long; news only while it is new. Later both stand in the list alone.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    public static readonly TimeSpan New = TimeSpan.FromMinutes(10);

    /// <summary>A mailbox that can't be read or can't send for so long doesn't mend by itself.</summary>
    public static readonly TimeSpan TroubleFor = TimeSpan.FromMinutes(30);

    /// <summary>After this the list forgets it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private Alert() { }

    public Alert(AgentId agent, TicketId ticket, Cause cause, DateTimeOffset now, AgentId? from = null) =>
        (Id, AgentId, TicketId, Kind, What, Due, FromId, At) = (new(Ids.Next(now)), agent, ticket, cause.Kind, cause.What, cause.Due, from, now);

    public Alert(AgentId agent, MailboxId mailbox, Cause cause, DateTimeOffset now) =>
        (Id, AgentId, MailboxId, Kind, What, At) = (new(Ids.Next(now)), agent, mailbox, cause.Kind, cause.What, now);

    public AlertId Id { get; private init; }

    public AgentId AgentId { get; private init; }

    /// <summary>What it is about: a ticket, or else a mailbox of ours.</summary>
    public TicketId? TicketId { get; private init; }

    public MailboxId? MailboxId { get; private init; }

    public AlertKind Kind { get; private init; }

    public long What { get; private init; }

    /// <summary>The customer's deadline, or when the promise is due.</summary>
    public DateTimeOffset? Due { get; private init; }

    /// <summary>The colleague who asks for them.</summary>
    public AgentId? FromId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>An open desk has shown it, it went by mail, or its time had passed.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public AlertEnd? How { get; private set; }

    /// <summary>The letter it went in.</summary>
    public MessageId? MailedIn { get; private set; }

    /// <summary>They have looked at the ticket since, or at the list.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>What to hear of in this ticket at this moment, because time passes and nobody does anything.</summary>
    public static IEnumerable<Cause> ComingUp(Ticket ticket, DateTimeOffset now)
    {
        if (ticket.IsUrgent(now))
            yield return new Cause(AlertKind.Urgent, ticket.Deadline!.Value.ToUnixTimeMilliseconds(), ticket.Deadline);
        if (ticket.Promise is { } promise && promise.IsThreatened(now) && !IsShort(promise, now))
            yield return new Cause(AlertKind.Threatened, promise.Number, promise.Due);
    }

    /// <summary>A mailbox that has been in trouble for too long, once in each spell.</summary>
    public static IEnumerable<Cause> ComingUp(Mailbox mailbox, DateTimeOffset now)
    {
        if (!mailbox.IsOn)
            yield break;
        if (mailbox.ReadingTroubleSince is { } unread && now - unread >= TroubleFor)
            yield return new Cause(AlertKind.CannotRead, unread.ToUnixTimeMilliseconds(), null);
        if (mailbox.SendingTroubleSince is { } unsent && now - unsent >= TroubleFor)
            yield return new Cause(AlertKind.CannotSend, unsent.ToUnixTimeMilliseconds(), null);
    }

    /// <summary>A promise for a quarter of an hour from now is no threat in the moment it is made.</summary>
    private static bool IsShort(Promise promise, DateTimeOffset now) => now < promise.MadeAt + ((promise.Due - promise.MadeAt) / 2);

    public bool IsFresh(DateTimeOffset now) => now - At <= (Kind.IsPressing() ? Fresh : New);

    /// <summary>Whether what it tells is still so: nobody is called to what a colleague has done meanwhile.</summary>
    public bool Holds(Ticket ticket, DateTimeOffset now) => Kind switch
    {
        AlertKind.Urgent => ticket.IsUrgent(now) && ticket.Deadline == Due,
        AlertKind.Threatened => ticket.Promise is { } promise && promise.Number == What && !promise.IsLapsed(now),
        AlertKind.Broken => ticket.LapsesSinceOurWord > 0 && ticket.Promise?.Number == What + 1,
        AlertKind.Given => ticket.IsOpen,
        AlertKind.Offered => ticket.OfferedAs?.Value == What && ticket.IsOffered(now),
        AlertKind.OfferDeclined or AlertKind.OfferExpired => ticket.IsOpen && ticket.OfferedAs is null,
        AlertKind.Asked => ticket.IsOpen,
        _ => true,
    };

    public bool Holds(Mailbox? mailbox, DateTimeOffset now) => mailbox is not null && ComingUp(mailbox, now).Any(c => c.Kind == Kind && c.What == What);

    public bool IsForMail(DateTimeOffset now) => SettledAt is null && now >= At + DeskFirst;

    public void Show(DateTimeOffset now) => Settle(AlertEnd.Shown, now);

    public void Pass(DateTimeOffset now) => Settle(AlertEnd.Outdated, now);

    /// <summary>It has mended: nobody needs to read of it any more.</summary>
    public void IsOver(DateTimeOffset now)
    {
        Pass(now);
        ReadAt ??= now;
    }

    public void GoIn(MessageId letter, DateTimeOffset now)
    {
        Settle(AlertEnd.Mailed, now);
        MailedIn = letter;
    }

    public void Read(DateTimeOffset now)
    {
        ReadAt ??= now;
        Settle(AlertEnd.Shown, now);
    }

    private void Settle(AlertEnd how, DateTimeOffset now)
    {
        if (SettledAt is null)
            (SettledAt, How) = (now, how);
    }
}
