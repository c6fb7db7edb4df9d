using Lupaus.Core.Tickets;
using Lupaus.Ground.People;
using Lupaus.Ground.Topics;

namespace Lupaus.Work.Automation;

/// <summary>A ticket as a rule looks at it, as it stood at one moment.</summary>
public sealed record Case
{
    public required TopicId Topic { get; init; }

    public required TeamId Team { get; init; }

    public required AgentId Owner { get; init; }

    public required LanguageCode Language { get; init; }

    /// <summary>The door it arrived by.</summary>
    public required Channel Channel { get; init; }

    public required bool WaitsForCustomer { get; init; }

    public required bool IsOpen { get; init; }

    public required string Subject { get; init; }

    /// <summary>The customer's newest message by then.</summary>
    public required string Body { get; init; }

    /// <summary>All the addresses of the customer, in small letters.</summary>
    public required IReadOnlyCollection<string> Addresses { get; init; }

    public required OrganisationId? Organisation { get; init; }

    /// <summary>Whether the team that serves the topic is open at that moment.</summary>
    public required bool IsInOpenHours { get; init; }
}
