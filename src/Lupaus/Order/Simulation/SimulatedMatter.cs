using Lupaus.Core.Promises;
using Lupaus.Core.Queue;

namespace Lupaus.Order.Simulation;

/// <summary>One simulated customer's matter, from its arrival to its end.</summary>
internal sealed class SimulatedMatter
{
    public required int Number { get; set; }

    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The same, in open time since the beginning.</summary>
    public required TimeSpan OpenAt { get; init; }

    public required SimulatedTopic Topic { get; init; }

    /// <summary>What it really takes; nobody knows before.</summary>
    public required TimeSpan Effort { get; init; }

    /// <summary>Language and special skill: who can serve it.</summary>
    public required int Skill { get; init; }

    public required int Customer { get; init; }

    public required int Priority { get; init; }

    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The customer's clock runs out within hours.</summary>
    public bool IsShort { get; init; }

    public bool IsOfTheFlood { get; init; }

    public DateTimeOffset FirstPromised { get; set; }

    public DateTimeOffset Promised { get; set; }

    public TimeSpan Forecast { get; set; }

    public bool IsUrgent { get; set; }

    /// <summary>Since when it stands in the common line.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>How many stood in line when it came into it.</summary>
    public int Ahead { get; set; }

    public int Overtaken { get; set; }

    public LinkedListNode<SimulatedMatter>? InLine { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public Waiting Waiting => new(TicketId.From(Number), Since, Promised, Deadline, Topic.Effort);

    public (int Topic, bool IsUrgent) Kind => (Topic.Number, IsUrgent);
}

/// <param name="Share">Of all matters.</param>
/// <param name="Effort">What such a matter takes on average.</param>
/// <param name="Usual">What is promised before anything has been learnt, in open time.</param>
internal sealed record SimulatedTopic(int Number, double Share, TimeSpan Effort, TimeSpan Usual)
{
    public static IReadOnlyList<SimulatedTopic> All { get; } =
        [new(0, .25, Minutes(4), Minutes(240)), new(1, .30, Minutes(8), Minutes(240)), new(2, .25, Minutes(12), Minutes(480)), new(3, .15, Minutes(20), Minutes(480)), new(4, .05, Minutes(40), Minutes(960))];

    public static TimeSpan MeanEffort { get; } = TimeSpan.FromMinutes(All.Sum(t => t.Share * t.Effort.TotalMinutes));

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
