namespace Lupaus.Core.Tickets;

public sealed partial class Ticket
{
    /// <summary>One of ours who asks this of colleagues, and is its customer; null for a matter of a customer's.</summary>
    public AgentId? RequesterId { get; private init; }

    public bool IsInternal => RequesterId is not null;

    /// <summary>Nobody answers for what they have asked themselves, nor for a part of it.</summary>
    public Refusal? WhyNotOwn(AgentId agent) => agent == RequesterId ? Refusal.Because("request.owner") : null;

    /// <summary>Who asks writes as its customer does. What is said and decided in our name, another says and decides.</summary>
    public Refusal? WhyNotServe(AgentId by) => by == RequesterId ? Refusal.Because("request.own") : null;

    public Refusal? WhyNotWriteAsItsCustomer(AgentId by) => by == RequesterId ? null : Refusal.Because("request.notyours");
}
