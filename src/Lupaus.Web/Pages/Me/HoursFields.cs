using System.Text.RegularExpressions;
using Lupaus.Ground.Calendar;

namespace Lupaus.Web.Pages.Me;

/// <summary>Working hours as a form has them: a line a day, written the way people write times ("9–12, 12.30–16").</summary>
public static partial class HoursFields
{
    public static readonly IReadOnlyList<(string Field, DayOfWeek Day)> Days =
    [
        ("Mon", DayOfWeek.Monday), ("Tue", DayOfWeek.Tuesday), ("Wed", DayOfWeek.Wednesday), ("Thu", DayOfWeek.Thursday),
        ("Fri", DayOfWeek.Friday), ("Sat", DayOfWeek.Saturday), ("Sun", DayOfWeek.Sunday),
    ];

    public static string Show(WeeklyHours? hours, DayOfWeek day) => hours is null ? "" : string.Join(", ", hours.On(day));

    public static WeeklyHours Read(IFormCollection form) =>
        WeeklyHours.Parse(string.Join("; ", Days.Select(d => (d.Field, Text: Clean(form[d.Field].ToString()))).Where(d => d.Text.Length > 0).Select(d => $"{d.Field} {d.Text}")));

    private static string Clean(string text)
    {
        const int LongestLine = 60;
        if (text.Length > LongestLine)
            throw new RuleBroken(Refusal.Because("hours.shape"));
        var spans = Span().Replace(text, m => $"{m.Groups[1].Value}:{Minutes(m.Groups[2].Value)}-{m.Groups[3].Value}:{Minutes(m.Groups[4].Value)} ");
        return spans.Replace(',', ' ').Replace(';', ' ').Trim();
    }

    private static string Minutes(string given) => given.Length == 0 ? "00" : given;

    [GeneratedRegex(@"\b(\d{1,2})(?:[.:](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[.:](\d{2}))?\b")]
    private static partial Regex Span();
}
