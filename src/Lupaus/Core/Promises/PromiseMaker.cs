using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Promises;

/// <summary>When we can promise an answer, and whether that is in time for the customer.</summary>
public sealed record Forecast(DateTimeOffset Due, bool IsInTime);

/// <summary>What a promise rests on: kept with it, so that it can be looked at later and learnt from.</summary>
/// <param name="Open">The forecast itself, in open time.</param>
/// <param name="Level">The quantile that was promised; null when the topic's own time was.</param>
/// <param name="Count">How many ended promises it was reckoned from.</param>
public sealed record Basis(TimeSpan Open, double? Level, int Count);

/// <summary>
/// Makes the promise of a first answer: the topic's usual time in open hours, sooner when the customer's own clock
/// asks for it and there is time, and an honest no when there isn't.
/// </summary>
public sealed class PromiseMaker(OpeningHours hours)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1), Quarter = TimeSpan.FromMinutes(15), Long = TimeSpan.FromHours(4);

    /// <param name="hold">How long it waits before it stands in the common line.</param>
    public Forecast AnswerBy(Topic topic, DateTimeOffset now, DateTimeOffset? deadline = null, TimeSpan hold = default)
    {
        var usual = InOpenHours(now, hold + topic.AnswerWithin);
        if (deadline is not { } limit || usual <= limit)
            return new Forecast(usual, IsInTime: true);

        // Half of the open time that is left leaves the customer the other half to act on our answer.
        var half = hours.Between(now, limit) / 2;
        var quick = InOpenHours(now, Longer(half, hold + topic.FastestAnswer));
        return new Forecast(quick, IsInTime: quick <= limit);
    }

    /// <summary>As what stands ahead of it and what came of earlier promises let us say; by the topic's own time while too little has been learnt.</summary>
    public (Forecast Forecast, Basis Basis) AnswerBy(Topic topic, TimeSpan effort, WorkAhead ahead, Calibration learnt, DateTimeOffset now, DateTimeOffset? deadline = null)
    {
        var open = ahead.Forecast(effort, IsUrgent(now, deadline));
        if (learnt.Ratio is not { } ratio)
            return (AnswerBy(topic, now, deadline, ahead.Hold), new Basis(open, null, learnt.Ratios.Count));
        var due = Sayable(now, Longer(open * ratio, Quarter));
        return (new Forecast(due, deadline is not { } limit || due <= limit), new Basis(open, learnt.Level, learnt.Ratios.Count));
    }

    /// <summary>Anew, after a promise broke: who has waited already waits half as long, until what was learnt of such says how long it takes.</summary>
    /// <param name="ahead">What its owner has to do before it.</param>
    public (Forecast Forecast, Basis Basis) AnewBy(Topic topic, TimeSpan effort, WorkAhead ahead, Calibration learnt, DateTimeOffset now)
    {
        var open = ahead.Forecast(effort, isUrgent: false);
        var due = learnt.Ratio is { } ratio ? Sayable(now, Longer(open * ratio, Quarter)) : InOpenHours(now, (topic.AnswerWithin / 2) + ahead.Waiting);
        return (new Forecast(due, IsInTime: true), new Basis(open, learnt.Ratio is null ? null : learnt.Level, learnt.Ratios.Count));
    }

    /// <summary>The customer's clock leaves so little open time that the matter goes before the others.</summary>
    public bool IsUrgent(DateTimeOffset now, DateTimeOffset? deadline) => deadline is { } limit && hours.Between(now, limit) <= WorkAhead.Urgent;

    /// <summary>Within half a working day by the quarter of an hour; later than that "by noon" or "by closing".</summary>
    private DateTimeOffset Sayable(DateTimeOffset now, TimeSpan open)
    {
        var at = hours.After(now, open);
        if (open < Long)
            return hours.RoundUp(at, Quarter);
        var noon = hours.Zone.InstantOf(hours.Zone.DayOf(at), new TimeOnly(12, 0));
        return at <= noon && hours.IsOpenAt(noon.AddTicks(-1)) ? noon : hours.CurrentOrNext(at.AddTicks(-1))?.To ?? at;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>The civil time at which this much open time has passed, rounded up to what a person would say.</summary>
    public DateTimeOffset InOpenHours(DateTimeOffset now, TimeSpan open) =>
        hours.RoundUp(hours.After(now, open), open < Soon ? TimeSpan.FromMinutes(5) : TimeSpan.FromMinutes(30));
}
