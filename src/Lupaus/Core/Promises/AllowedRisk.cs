using Lupaus.Ground.Topics;

namespace Lupaus.Core.Promises;

/// <summary>For one kind of matter: the share of promises we allow to break just now, and how many were kept and missed so far.</summary>
public sealed class AllowedRisk
{
    private AllowedRisk() { }

    public AllowedRisk(Alike kind, double target) => (TopicId, Pace, Risk) = (kind.Topic, kind.Pace, 1 - target);

    public TopicId TopicId { get; private init; }

    public Pace Pace { get; private init; }

    public double Risk { get; private set; }

    public int Kept { get; private set; }

    public int Missed { get; private set; }

    public Alike Kind => new(TopicId, Pace);

    public void Ended(bool wasKept, double target)
    {
        Risk = Calibration.RiskAfter(Risk, target, wasKept);
        (Kept, Missed) = (Kept + (wasKept ? 1 : 0), Missed + (wasKept ? 0 : 1));
    }
}
