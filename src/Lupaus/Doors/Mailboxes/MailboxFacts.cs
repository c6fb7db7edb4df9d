namespace Lupaus.Doors.Mailboxes;

public sealed record MailboxMade(MailboxId Mailbox) : AboutUs;

public sealed record MailboxChanged(MailboxId Mailbox) : AboutUs;

/// <summary>A new password, or an account that was connected anew.</summary>
public sealed record MailboxKeyChanged(MailboxId Mailbox) : AboutUs;

public sealed record MailboxStopped(MailboxId Mailbox) : AboutUs;

public sealed record MailboxResumed(MailboxId Mailbox) : AboutUs;

public sealed record MailboxDropped(MailboxId Mailbox) : AboutUs;
