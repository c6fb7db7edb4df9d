namespace Lupaus.Ground.Calendar;

/// <summary>When one of ours works in an ordinary week. It chooses the owner of a new ticket, never a promise's due.</summary>
public sealed class WorkingHours
{
    private WorkingHours() { }

    public WorkingHours(AgentId agent, WeeklyHours weekly) => (AgentId, Weekly) = (agent, weekly);

    public AgentId AgentId { get; private init; }

    public WeeklyHours Weekly { get; private set; } = WeeklyHours.Office;

    public void Become(WeeklyHours weekly) => Weekly = weekly;
}
