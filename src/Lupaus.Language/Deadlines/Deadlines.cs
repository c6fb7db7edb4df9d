using Lupaus.Language.Deadlines.Phrases;
using Lupaus.Language.Deadlines.Pieces;
using Lupaus.Language.Deadlines.Scanning;

namespace Lupaus.Language.Deadlines;

/// <summary>
/// The times that a customer's text sets us, in Finnish, Swedish and English, all three tried on every text.
/// What is over, comes again and again, lasts or has a price is no deadline; nor is "heti" or "asap", which name no time.
/// Lines of an earlier message (beginning with "&gt;") are not read.
/// <para>How doubts are settled, always so that we are rather early than late:</para>
/// <list type="bullet">
/// <item>A bare hour from 1 to 7 ("klo 3", "at 5") is the next one on the clock today, be it in the afternoon. On another day 1 to 5 are in
/// the afternoon, unless it is in digits and something leaves then: trains do go at five in the morning. Other hours are as written, but spoken ones
/// ("kasilta", "at 9") may be in the evening when the morning's is over.</item>
/// <item>A time that is over today is tomorrow's only when the wording looks ahead (something leaves or begins, or it is a limit: "by 9"); else it is no deadline.</item>
/// <item>A weekday is the first one, today included; "ensi perjantaina" the first after today. Swedish "nästa fredag" and English "next Friday" are next week's.</item>
/// <item>A date without a year that went by less than 90 days ago is over; otherwise it is the next one.</item>
/// <item>"Before" a day is the instant it begins; by, until or at the latest on a day is the whole day. Christmas and Midsummer are the eves
/// in Finnish and Swedish, where the feast begins, and 25 December and Midsummer Day in English. "The end of" anything is its last day; weeks are those of ISO 8601.</item>
/// <item>Minutes and hours are elapsed time; days and longer are counted on the calendar, and mean the day that they lead to.</item>
/// <item>A time that the clocks skip in spring is the first instant after; of one that they show twice in autumn the earlier.</item>
/// </list>
/// Parts of the day are those of <see cref="PartOfDay"/>. Any text will do, and takes time in proportion to its length; of a longer one the first 200,000 characters are read. Safe for all threads.
/// </summary>
public static class Deadlines
{
    /// <summary>What a person writes is shorter; what lies further down is a pasted log.</summary>
    private const int ReadAtMost = 200_000;

    /// <summary>The one that counts: the earliest that is said to be a limit (mennessä, ennen, senast, före, by, before …), else the earliest; null when there is none.</summary>
    public static FoundDeadline? In(string text, DateTimeOffset now, TimeZoneInfo zone) =>
        Read(text, now, zone).OrderBy(found => found.IsLimit ? 0 : 1).ThenBy(found => found.Deadline.Latest).FirstOrDefault()?.Deadline;

    /// <summary>All that are not over yet, in the order of the text.</summary>
    public static IReadOnlyList<FoundDeadline> AllIn(string text, DateTimeOffset now, TimeZoneInfo zone) =>
        [.. Read(text, now, zone).Select(found => found.Deadline)];

    private static List<Settled> Read(string text, DateTimeOffset now, TimeZoneInfo zone)
    {
        // Calendars end: a clock that is centuries wrong has no tomorrow to speak of.
        if (now.Year is < 1900 or > 2999)
            return [];
        var tokens = TimeScanner.Scan(text.Length > ReadAtMost ? text[..ReadAtMost] : text);
        var here = new Now(now, zone);
        var clauses = new Clauses(tokens);
        return [.. Grouping.Of(Phrasebook.All.Read(tokens, here), tokens).Select(group => Settling.Of(group, clauses, here)).OfType<Settled>()];
    }
}
