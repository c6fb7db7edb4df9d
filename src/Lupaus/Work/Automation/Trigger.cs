using Lupaus.Ground.Calendar;
using Lupaus.Work.Webhooks;

namespace Lupaus.Work.Automation;

public enum TimeUnit { Hours, Days }

/// <summary>
/// When a rule looks: as soon as something has happened, or when so many working hours or days have passed since it
/// happened last.
/// </summary>
/// <param name="Amount">Zero: at once.</param>
public sealed record Trigger(TicketEvent Event, int Amount = 0, TimeUnit Unit = TimeUnit.Hours)
{
    public const int MostHours = 400;
    public const int MostDays = 90;

    /// <summary>What a rule may begin with. That an owner changed is told to programs outside alone: rules change owners themselves.</summary>
    public static readonly IReadOnlyList<TicketEvent> Events =
        [TicketEvent.Arrived, TicketEvent.CustomerWrote, TicketEvent.AgentReplied, TicketEvent.PromiseThreatened, TicketEvent.PromiseBroken, TicketEvent.Closed, TicketEvent.Reopened];

    /// <summary>Since what time can be reckoned.</summary>
    public static readonly IReadOnlyList<TicketEvent> Since = [TicketEvent.Arrived, TicketEvent.CustomerWrote, TicketEvent.AgentReplied, TicketEvent.Closed];

    public bool Waits => Amount > 0;

    /// <summary>Nothing is stored when its moment comes: the clock has to be watched.</summary>
    public bool FollowsClock => Waits || Event == TicketEvent.PromiseThreatened;

    public static Refusal? WhyNotBeginWith(Trigger trigger) =>
        !Events.Contains(trigger.Event) ? Refusal.Because("rule.event") :
        trigger.Amount < 0 || trigger.Amount > (trigger.Unit == TimeUnit.Hours ? MostHours : MostDays) ? Refusal.Because("rule.time").With("hours", MostHours).With("days", MostDays) :
        trigger.Waits && !Since.Contains(trigger.Event) ? Refusal.Because("rule.since") :
        null;

    /// <summary>
    /// When the time is over that began then. A working day later is the same time of day on the next open day; where
    /// that is a closed hour, the next open one.
    /// </summary>
    public DateTimeOffset After(DateTimeOffset began, OpeningHours hours)
    {
        if (!Waits)
            return began;
        if (Unit == TimeUnit.Hours)
            return hours.After(began, TimeSpan.FromHours(Amount));
        var day = hours.Zone.DayAt(began);
        for (var left = Amount; left > 0; left--)
            day = NextOpen(day, hours);
        var time = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(began, hours.Zone).TimeOfDay);
        var then = hours.Zone.InstantOf(day, time);
        return hours.NextOpening(then) ?? then;
    }

    /// <summary>What began before this is over by then, in these hours. Time never runs backwards, so it can be searched for.</summary>
    public DateTimeOffset BeganBy(DateTimeOffset then, OpeningHours hours)
    {
        const int EnoughSteps = 40;
        if (!Waits)
            return then;
        var (over, later) = (then - TimeSpan.FromDays(OpeningHours.DaysUntilGivingUp), then);
        for (var step = 0; step < EnoughSteps; step++)
        {
            var middle = over + ((later - over) / 2);
            if (After(middle, hours) <= then)
                over = middle;
            else
                later = middle;
        }
        return later;
    }

    private static DateOnly NextOpen(DateOnly day, OpeningHours hours)
    {
        for (var ahead = 1; ahead <= OpeningHours.DaysUntilGivingUp; ahead++)
        {
            if (!hours.IsClosedOn(day.AddDays(ahead)))
                return day.AddDays(ahead);
        }
        throw new RuleBroken(Refusal.Because("hours.never"));
    }
}
