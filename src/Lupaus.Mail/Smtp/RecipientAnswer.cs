using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>What came of a message for one recipient, and why.</summary>
/// <param name="Address">As it stands in the envelope.</param>
/// <param name="How">What came of it.</param>
/// <param name="Reply">The code, status and words; the server's own, or ours when we know beforehand that it will refuse.</param>
/// <param name="Why">What is wrong, for a person; null when it was accepted or nothing was said.</param>
public sealed record RecipientAnswer(string Address, RecipientEnd How, SmtpReply? Reply = null, Trouble? Why = null);
