namespace Lupaus.Core.Tickets;

/// <summary>A time that the customer's own words name, which nobody has confirmed yet.</summary>
/// <param name="Message">Where they stand.</param>
/// <param name="At">The instant, or the beginning of the day or week that was meant.</param>
/// <param name="Until">The end of that day or week, no longer part of it; null for an instant.</param>
/// <param name="Start">Where in the message the words begin, in UTF-16 code units.</param>
public sealed record DeadlineGuess(MessageId Message, DateTimeOffset At, DateTimeOffset? Until, int Start, int Length)
{
    /// <summary>A day ends with its last minute, so that nobody reads midnight as the morning before.</summary>
    public DateTimeOffset Latest => (Until is { } until ? until.AddMinutes(-1) : At).Whole();
}
