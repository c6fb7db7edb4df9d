using Lupaus.Core.Promises;
using Lupaus.Core.Tickets;

namespace Lupaus.Work.Webhooks;

/// <summary>What happens to a ticket that others may want to hear of: rules of ours, and programs outside.</summary>
public enum TicketEvent
{
    Arrived,

    /// <summary>The customer wrote again; what a ticket arrives with is its arrival.</summary>
    CustomerWrote,
    AgentReplied,
    OwnerChanged,

    /// <summary>Half an hour to the promise. No fact says so: the clock does.</summary>
    PromiseThreatened,
    PromiseBroken,
    Closed,
    Reopened,
}

public static class TicketEvents
{
    /// <summary>Which of them a fact is; null when it is none.</summary>
    /// <param name="arrivedAt">When its ticket arrived.</param>
    public static TicketEvent? Of(Fact fact, DateTimeOffset at, DateTimeOffset arrivedAt) => fact switch
    {
        TicketArrived => TicketEvent.Arrived,
        MessageReceived when at > arrivedAt => TicketEvent.CustomerWrote,
        MessageSent { Nature: Nature.Human } => TicketEvent.AgentReplied,
        OwnerChanged => TicketEvent.OwnerChanged,
        PromiseEnded { How: HowItEnded.Broken } => TicketEvent.PromiseBroken,
        TicketClosed => TicketEvent.Closed,
        TicketReopened => TicketEvent.Reopened,
        _ => null,
    };
}
