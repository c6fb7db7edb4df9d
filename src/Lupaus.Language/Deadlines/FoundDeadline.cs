using Lupaus.Language.Words;

namespace Lupaus.Language.Deadlines;

/// <summary>
/// A time that a text names, and the words that name it. An instant ("klo 12", "om en kvart", "by 5 pm", "ennen perjantaita":
/// the moment Friday begins) has no <paramref name="Until"/>. A span ("huomenna", "nästa vecka", "tomorrow morning",
/// "24.12. mennessä": that whole day) begins at <paramref name="At"/> and is over at <paramref name="Until"/>, which is no longer part of it.
/// Both are in the company's zone, with the offset that holds there then.
/// </summary>
public sealed record FoundDeadline(DateTimeOffset At, DateTimeOffset? Until, TextSpan Words)
{
    /// <summary>After this instant it is too late, however kindly the words are read.</summary>
    public DateTimeOffset Latest => Until ?? At;
}
