using Lupaus.Work.Webhooks;

namespace Lupaus.Work.Automation;

public enum RunEnd
{
    Done,

    /// <summary>A rule of the ticket itself said no, and nothing of it was done.</summary>
    Refused,

    /// <summary>Too many rules on this ticket within an hour.</summary>
    Braked,

    /// <summary>It was our fault.</summary>
    Failed,
}

/// <summary>That a rule has acted on a ticket because of one fact: never twice. Where it could not, the reason.</summary>
public sealed class RuleRun
{
    private RuleRun() { }

    public RuleRun(RuleId rule, TicketId ticket, long cause, int step, RunEnd end, string? why, DateTimeOffset at) =>
        (RuleId, TicketId, Cause, Step, End, Why, At) = (rule, ticket, cause, step, end, why, at);

    public RuleId RuleId { get; private init; }

    public TicketId TicketId { get; private init; }

    /// <summary>The id of the fact.</summary>
    public long Cause { get; private init; }

    /// <summary>1 when people caused it, 2 when a rule of the first step did. What rules of the second step do causes nothing.</summary>
    public int Step { get; private init; }

    public const int LastStep = 2;

    public RunEnd End { get; private init; }

    /// <summary>The refusal's key.</summary>
    public string? Why { get; private init; }

    public DateTimeOffset At { get; private init; }
}

/// <summary>Something has happened that some rule may begin with; stored with the fact, and taken away when all rules have looked.</summary>
public sealed class RuleCause
{
    private RuleCause() { }

    public RuleCause(long fact, TicketId ticket, TicketEvent what, int step, DateTimeOffset at) =>
        (Id, TicketId, Event, Step, At) = (fact, ticket, what, step, at);

    /// <summary>The id of the fact.</summary>
    public long Id { get; private init; }

    public TicketId TicketId { get; private init; }

    public TicketEvent Event { get; private init; }

    public int Step { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? ClaimedUntil { get; private set; }

    /// <summary>True when it is the caller's now; whoever had it before has died meanwhile.</summary>
    public bool Claim(DateTimeOffset now, DateTimeOffset until)
    {
        if (ClaimedUntil > now)
            return false;
        ClaimedUntil = until;
        return true;
    }
}
