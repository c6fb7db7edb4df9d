namespace Lupaus.Ground.Calendar;

/// <summary>
/// When a team is really open: its weekly hours in its time zone, less Finnish public holidays, their eves if so
/// wished, and its own closures, which are whole days. Every instant returned is UTC. Lengths are true elapsed time,
/// also on the days when clocks change. Time stands still while closed: "open time" counts only what is within spans.
/// </summary>
public sealed class OpeningHours(WeeklyHours weekly, TimeZoneInfo zone, bool eves = true, IEnumerable<DateOnly>? closures = null)
{
    /// <summary>After so many closed days in a row, the search for the next open one ends.</summary>
    public const int DaysUntilGivingUp = 400;

    private readonly HashSet<DateOnly> closures = [.. closures ?? []];

    public TimeZoneInfo Zone => zone;

    public bool IsOpenAt(DateTimeOffset at) => SpansOf(zone.DayOf(at)).Any(span => span.From <= at && at < span.To);

    /// <summary>True when that local day has no opening hours at all, for whatever reason.</summary>
    public bool IsClosedOn(DateOnly day) =>
        weekly.On(day.DayOfWeek).Count == 0 ||
        closures.Contains(day) ||
        FinnishHolidays.In(day.Year).ContainsKey(day) ||
        (eves && FinnishHolidays.Eves(day.Year).ContainsKey(day));

    /// <summary>
    /// Open spans from a moment on, as they are asked for: sorted and never touching, so that a night shift is one span.
    /// The first is cut to start at the moment. Ends when no day is open for <see cref="DaysUntilGivingUp"/> days.
    /// </summary>
    public IEnumerable<OpenSpan> SpansFrom(DateTimeOffset at)
    {
        OpenSpan? held = null;
        foreach (var next in PiecesFrom(zone.DayOf(at)).Where(piece => piece.To > at))
        {
            if (held is { } span && next.From > span.To)
                yield return span;
            held = held is { } before && next.From <= before.To
                ? before with { To = Later(before.To, next.To) }
                : next with { From = Later(next.From, at.ToUniversalTime()) };
        }
        if (held is { } last)
            yield return last;
    }

    /// <summary>The span we are in, cut to start at the moment, or else the next one; null when none comes.</summary>
    public OpenSpan? CurrentOrNext(DateTimeOffset at)
    {
        foreach (var span in SpansFrom(at))
            return span;
        return null;
    }

    /// <summary>The moment itself when open, else when we next open; null when we never do.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at) => CurrentOrNext(at)?.From;

    /// <summary>
    /// The instant when so much open time has passed since the start. No time at all gives the next open moment; an
    /// amount that just fills a span gives that span's end. <paramref name="open"/> may not be negative.
    /// </summary>
    /// <exception cref="RuleBroken">"hours.never" when we don't open for <see cref="DaysUntilGivingUp"/> days.</exception>
    public DateTimeOffset After(DateTimeOffset start, TimeSpan open)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(open, TimeSpan.Zero);
        foreach (var span in SpansFrom(start))
        {
            if (open <= span.Length)
                return span.From + open;
            open -= span.Length;
        }
        throw new RuleBroken(Refusal.Because("hours.never"));
    }

    /// <summary>Open time from one instant to another; zero when the second isn't later.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to) =>
        SpansFrom(from).TakeWhile(span => span.From < to)
            .Aggregate(TimeSpan.Zero, (sum, span) => sum + (Earlier(span.To, to) - span.From));

    /// <summary>
    /// Up to a round time on the wall clock (a multiple of <paramref name="step"/> since local midnight: 5, 15, 30 or 60
    /// minutes), but never past the end of the open span; the end of a span stays. A closed moment is simply rounded.
    /// </summary>
    public DateTimeOffset RoundUp(DateTimeOffset at, TimeSpan step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(step, TimeSpan.Zero);
        var rounded = at.ToUniversalTime();
        if (IsEndOfSpan(rounded))
            return rounded;
        // Once is enough, except where the clocks jump by less than the step meanwhile.
        while (PastStep(rounded, step) is var past && past > TimeSpan.Zero)
            rounded += step - past;
        return IsOpenAt(at) ? Earlier(rounded, CurrentOrNext(at)!.Value.To) : rounded;
    }

    /// <summary>How many local days have opening hours, both ends included; zero when they are in the wrong order.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
            count += IsClosedOn(day) ? 0 : 1;
        return count;
    }

    /// <summary>The local days, as they are asked for, with any open time between two instants (the second excluded).</summary>
    public IEnumerable<DateOnly> WorkingDays(DateTimeOffset from, DateTimeOffset to) =>
        DaysFrom(zone.DayOf(from)).TakeWhile(day => day <= zone.DayOf(to))
            .Where(day => SpansOf(day).Any(span => span.From < to && from < span.To));

    private IEnumerable<OpenSpan> PiecesFrom(DateOnly first)
    {
        var closed = 0;
        foreach (var day in DaysFrom(first).TakeWhile(_ => closed < DaysUntilGivingUp))
        {
            closed = IsClosedOn(day) ? closed + 1 : 0;
            foreach (var span in SpansOf(day))
                yield return span;
        }
    }

    private IEnumerable<OpenSpan> SpansOf(DateOnly day) =>
        IsClosedOn(day) ? [] : weekly.On(day.DayOfWeek).Select(span => zone.SpanOf(day, span)).Where(span => span.From < span.To);

    private bool IsEndOfSpan(DateTimeOffset at) => !IsOpenAt(at) && IsOpenAt(at.AddTicks(-1));

    private TimeSpan PastStep(DateTimeOffset at, TimeSpan step) => new(zone.LocalOf(at).TimeOfDay.Ticks % step.Ticks);

    // The last days of the year 9999 are left out, so that no end of a day lies beyond what can be said.
    private static IEnumerable<DateOnly> DaysFrom(DateOnly first)
    {
        for (var day = first; day < DateOnly.MaxValue.AddDays(-1); day = day.AddDays(1))
            yield return day;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
