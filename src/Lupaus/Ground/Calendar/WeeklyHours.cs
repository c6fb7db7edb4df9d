namespace Lupaus.Ground.Calendar;

/// <summary>
/// When someone is open in an ordinary week, in local time: any number of spans a day, in order, never overlapping.
/// Written "Mon 09:00-12:00 13:00-16:30; Tue-Fri 09:00-16:00; Sat 10:00-14:00"; the empty text is never open.
/// </summary>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    /// <summary>Characters, for the text as given and as written by <see cref="ToString"/>.</summary>
    public const int MaxLength = 500;

    private readonly IReadOnlyList<DaySpan>[] week;
    private readonly string text;

    private WeeklyHours(IReadOnlyList<DaySpan>[] week) => (this.week, text) = (week, WeeklyHoursText.Write(week));

    /// <summary>Monday to Friday, nine to four.</summary>
    public static WeeklyHours Office { get; } = Parse("Mon-Fri 09:00-16:00");

    /// <summary>Day and night, every day of the week.</summary>
    public static WeeklyHours Always { get; } = Parse("Mon-Sun 00:00-24:00");

    public bool IsEmpty => text.Length == 0;

    /// <exception cref="RuleBroken">"hours.shape" when the text is no weekly hours, or too long.</exception>
    public static WeeklyHours Parse(string text) =>
        Read(text) ?? throw new RuleBroken(Refusal.Because("hours.shape"));

    /// <summary>Null when the text is no weekly hours: wrong shape, a day given twice, overlapping spans, or too long.</summary>
    public static WeeklyHours? Read(string? text)
    {
        if (text is null || text.Length > MaxLength || WeeklyHoursText.Read(text) is not { } week)
            return null;
        var hours = new WeeklyHours(week);
        return hours.text.Length <= MaxLength ? hours : null;
    }

    /// <summary>The spans of that day of the week, earliest first; empty when closed.</summary>
    public IReadOnlyList<DaySpan> On(DayOfWeek day) => week[WeeklyHoursText.PlaceOf(day)];

    /// <summary>The one way to write these hours: equal days in a row as a range, spans in order, touching spans as one.</summary>
    public override string ToString() => text;

    public bool Equals(WeeklyHours? other) => other?.text == text;

    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(text);
}
