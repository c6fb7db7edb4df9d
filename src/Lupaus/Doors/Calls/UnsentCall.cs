namespace Lupaus.Doors.Calls;

/// <summary>
/// What an agent has typed of the call they are on, and not saved yet. One talks on one telephone at a time, so each has
/// one; saving takes it away.
/// </summary>
public sealed class UnsentCall
{
    public const int MaxLength = Limits.Body + 10_000;

    private UnsentCall() { }

    public UnsentCall(AgentId agent) => AgentId = agent;

    public AgentId AgentId { get; private init; }

    /// <summary>The form's fields; whoever shows the form again knows their names.</summary>
    public string Form { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public void Keep(string form, DateTimeOffset now)
    {
        (form.Length > MaxLength ? Refusal.Because("message.long").With("limit", Limits.Body) : null).StopIfAny();
        (Form, ChangedAt) = (form.Replace("\0", "", StringComparison.Ordinal), now);
    }
}
