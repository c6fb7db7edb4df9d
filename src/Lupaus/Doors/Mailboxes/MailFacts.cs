namespace Lupaus.Doors.Mailboxes;

public sealed record MailReadAgain(ReceivedMailId Mail) : AboutUs;

public sealed record MailOpenedAnyway(ReceivedMailId Mail) : AboutUs;

public sealed record MailDismissed(ReceivedMailId Mail) : AboutUs;
