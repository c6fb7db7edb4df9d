namespace Lupaus.Web.Work.Live;

/// <summary>What an open desk is told has changed; it then looks for itself.</summary>
[Flags]
public enum DeskChange
{
    None = 0,

    /// <summary>The lists: what is mine, and what there is in common.</summary>
    Lists = 1,

    /// <summary>The ticket that is open on it.</summary>
    Ticket = 2,

    /// <summary>Who else looks at that ticket, or writes.</summary>
    Company = 4,

    /// <summary>The line ends: whoever is still let in calls again, and looks at everything anew.</summary>
    Over = 8,
}

/// <summary>One desk that stands open in a browser: whose it is, and which ticket lies on it.</summary>
public sealed class OpenDesk(AgentId agent, TicketId? ticket)
{
    private readonly SemaphoreSlim bell = new(0, 1);
    private int changes;

    public AgentId Agent => agent;

    public TicketId? Ticket => ticket;

    public void Tell(DeskChange change)
    {
        Interlocked.Or(ref changes, (int)change);
        lock (bell)
        {
            if (bell.CurrentCount == 0)
                bell.Release();
        }
    }

    /// <summary>Waits until something has changed, or the patience is over; what happens meanwhile comes together.</summary>
    public async Task<DeskChange> Next(TimeSpan patience, CancellationToken stop)
    {
        await bell.WaitAsync(patience, stop);
        return (DeskChange)Interlocked.Exchange(ref changes, 0);
    }
}
