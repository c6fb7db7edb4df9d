using Lupaus.Language.Deadlines;

namespace Lupaus.Web.Ground.Texts;

/// <summary>The time by which somebody needs something, as their own words name it.</summary>
public static class NamedTimes
{
    /// <summary>What presses is said at the beginning; a pasted page of a contract is full of dates.</summary>
    private const int MostLetters = 8_000;

    public static FoundDeadline? In(string body, DateTimeOffset now, TimeZoneInfo zone) => Deadlines.In(body.CutTo(MostLetters), now, zone);
}
