using Lupaus.Mail.Connecting;

namespace Lupaus.Mail.Smtp;

/// <summary>What came of a sending.</summary>
/// <param name="How">As a whole.</param>
/// <param name="Recipients">One for each recipient of the envelope, in its order. Refusals that were heard stay known whatever came after.</param>
/// <param name="Why">What is wrong with the whole; null when it was answered.</param>
public sealed record Sending(HowItWasSent How, IReadOnlyList<RecipientAnswer> Recipients, Trouble? Why);
