namespace Lupaus.Work.Alerts;

/// <summary>How one of ours wants to be alerted. In quiet hours nothing sounds and no letter goes; what is still true then waits for the morning.</summary>
public sealed class AlertWishes
{
    private AlertWishes() { }

    public AlertWishes(AgentId agent) => AgentId = agent;

    public AgentId AgentId { get; private init; }

    public bool Sound { get; private set; } = true;

    public bool Mail { get; private set; } = true;

    /// <summary>Civil time where the company is. Both ends alike mean that no hours are quiet.</summary>
    public TimeOnly QuietFrom { get; private set; } = new(20, 0);

    public TimeOnly QuietUntil { get; private set; } = new(7, 0);

    public void Wish(bool sound, bool mail, TimeOnly quietFrom, TimeOnly quietUntil) =>
        (Sound, Mail, QuietFrom, QuietUntil) = (sound, mail, quietFrom, quietUntil);

    public bool IsQuiet(TimeOnly at) =>
        QuietFrom <= QuietUntil ? QuietFrom <= at && at < QuietUntil : at >= QuietFrom || at < QuietUntil;
}
