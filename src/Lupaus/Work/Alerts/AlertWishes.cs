using Lupaus.Ground.Calendar;

namespace Lupaus.Work.Alerts;

/// <summary>Of which alerts somebody wants to hear in this way.</summary>
public enum HearOf { Nothing, Pressing, All }

/// <summary>How one of ours wants to be alerted. In quiet hours nothing sounds, and only what is urgent goes by mail.</summary>
public sealed class AlertWishes
{
    private AlertWishes() { }

    public AlertWishes(AgentId agent) => AgentId = agent;

    public AgentId AgentId { get; private init; }

    public HearOf Sound { get; private set; } = HearOf.Pressing;

    public HearOf Mail { get; private set; } = HearOf.Pressing;

    public TimeOnly? QuietFrom { get; private set; } = new(20, 0);

    public TimeOnly? QuietUntil { get; private set; } = new(7, 0);

    public void Wish(HearOf sound, HearOf mail, TimeOnly? quietFrom, TimeOnly? quietUntil)
    {
        WhyNotBeQuiet(quietFrom, quietUntil).StopIfAny();
        (Sound, Mail, QuietFrom, QuietUntil) = (sound, mail, quietFrom, quietUntil);
    }

    public static Refusal? WhyNotBeQuiet(TimeOnly? from, TimeOnly? until) =>
        from is null != until is null || (from is not null && from == until) ? Refusal.Because("alerts.quiet") : null;

    /// <summary>It sounds, unless it is quiet now or was when it happened: what waited for the morning wakes nobody.</summary>
    public bool MaySound(Alert alert, TimeZoneInfo zone, DateTimeOffset now) => Wants(Sound, alert.Kind) && MayRing(alert, zone, now);

    /// <summary>As for a sound, without asking for one: the browser may show it over other windows.</summary>
    public bool MayRing(Alert alert, TimeZoneInfo zone, DateTimeOffset now) => !IsQuiet(now, zone) && !IsQuiet(alert.At, zone);

    public bool WantsMail(AlertKind kind) => Wants(Mail, kind);

    public bool MayMail(Alert alert, TimeZoneInfo zone, DateTimeOffset now) =>
        WantsMail(alert.Kind) && (alert.Kind == AlertKind.Urgent || !IsQuiet(now, zone));

    public bool IsQuiet(DateTimeOffset at, TimeZoneInfo zone)
    {
        if (QuietFrom is not { } from || QuietUntil is not { } until)
            return false;
        var today = zone.DayAt(at);
        return Covers(today) || Covers(today.AddDays(-1));

        bool Covers(DateOnly day) => zone.InstantOf(day, from) <= at && at < zone.InstantOf(until < from ? day.AddDays(1) : day, until);
    }

    private static bool Wants(HearOf wish, AlertKind kind) => wish == HearOf.All || (wish == HearOf.Pressing && kind.IsPressing());
}
