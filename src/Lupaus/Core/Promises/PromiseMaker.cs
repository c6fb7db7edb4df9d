using Lupaus.Ground.Calendar;
using Lupaus.Ground.Topics;

namespace Lupaus.Core.Promises;

/// <summary>When we can promise an answer, and whether that is in time for the customer.</summary>
public sealed record Forecast(DateTimeOffset Due, bool IsInTime);

/// <summary>
/// Makes the promise of a first answer: the topic's usual time in open hours, sooner when the customer's own clock
/// asks for it and there is time, and an honest no when there isn't.
/// </summary>
public sealed class PromiseMaker(OpeningHours hours)
{
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public Forecast AnswerBy(Topic topic, DateTimeOffset now, DateTimeOffset? deadline = null)
    {
        var usual = InOpenHours(now, topic.AnswerWithin);
        if (deadline is not { } limit || usual <= limit)
            return new Forecast(usual, IsInTime: true);

        // Half of the open time that is left leaves the customer the other half to act on our answer.
        var half = hours.Between(now, limit) / 2;
        var quick = InOpenHours(now, half > topic.FastestAnswer ? half : topic.FastestAnswer);
        return new Forecast(quick, IsInTime: quick <= limit);
    }

    /// <summary>The civil time at which this much open time has passed, rounded up to what a person would say.</summary>
    public DateTimeOffset InOpenHours(DateTimeOffset now, TimeSpan open) =>
        hours.RoundUp(hours.After(now, open), open < Soon ? TimeSpan.FromMinutes(5) : TimeSpan.FromMinutes(30));
}
