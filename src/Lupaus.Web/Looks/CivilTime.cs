namespace Lupaus.Web.Looks;

/// <summary>
/// Times as people say them, seen from now and from where they live. <see cref="By"/> and <see cref="At"/> are ready
/// to stand in a sentence ("viimeistään {time}", "I'll get in touch {time}").
/// </summary>
public sealed class CivilTime(LanguageCode language, TimeZoneInfo zone, DateTimeOffset now)
{
    private readonly TimeWords words = TimeWords.In(language);
    private readonly DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

    /// <summary>What day it is here.</summary>
    public DateOnly Today => today;

    /// <summary>After "viimeistään", "senast", "by": "tänään klo 14", "torsdag 27.11 kl. 14", "14:00 on Thursday 27 November".</summary>
    public string By(DateTimeOffset at) => words.By(Civil(at), today);

    /// <summary>When something happens: "huomenna klo 9", "i morgon kl. 9", "tomorrow at 9:00".</summary>
    public string At(DateTimeOffset at) => words.At(Civil(at), today);

    /// <summary>For lists: "14.10", "huomenna 9.00", "to 26.11.", "3.2.2027".</summary>
    public string Short(DateTimeOffset at) => words.Short(Civil(at), today);

    /// <summary>The whole date whatever today is, for tooltips and print: "torstaina 27.11.2026 klo 14".</summary>
    public string Full(DateTimeOffset at) => words.At(Civil(at), DateOnly.MinValue);

    /// <summary>"tänään", "torsdag 27.11", "on Thursday 27 November".</summary>
    public string Day(DateOnly day) => words.Day(day, today);

    /// <summary>A time that somebody named, at the end of a sentence: an instant, or the day that a span ends with. The sentence's full stop is the date's too.</summary>
    public string Named(DateTimeOffset at, DateTimeOffset? until) => until is { } end ? Day(DateOnly.FromDateTime(Civil(end.AddMinutes(-1)))).TrimEnd('.') : At(at);

    /// <summary>How long there is between now and then, rounded down: "9 min", "2 t 5 min", "3 pv".</summary>
    public string Left(DateTimeOffset at)
    {
        var left = (at - now).Duration();
        return left.TotalDays >= 1 ? words.Days((int)left.TotalDays)
            : left.TotalHours >= 1 ? words.HoursAndMinutes((int)left.TotalHours, left.Minutes)
            : left.TotalMinutes >= 1 ? words.Minutes((int)left.TotalMinutes)
            : words.UnderAMinute;
    }

    /// <summary>The same sentence with "klo 14.10" kept on one line. For the eye only: no-break spaces in mail surprise searches.</summary>
    public static string Unbroken(string sentence) =>
        sentence.Replace("klo ", "klo\u00a0", StringComparison.Ordinal).Replace("kl. ", "kl.\u00a0", StringComparison.Ordinal);

    private DateTime Civil(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;
}
