using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;
using Lupaus.Web.Ground.Topics;

namespace Lupaus.Web.Pages.Lead;

internal static class NextWork
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>When they work next, as far as the company is open then.</summary>
    public static OpenSpan? Of(WeeklyHours? own, TeamId? team, CompanyNow company, DateTimeOffset now)
    {
        var open = company.HoursOf(team);
        var mine = own is null ? open.SpansFrom(now).Take(1) : new OpeningHours(own, company.Zone).SpansFrom(now).Take(30).Where(span => open.Between(span.From, span.To) > TimeSpan.Zero);
        // Whoever answers night and day is counted for a day at a time.
        return mine.Select(span => (OpenSpan?)(span.Length > Day ? span with { To = span.From + Day } : span)).FirstOrDefault();
    }
}
