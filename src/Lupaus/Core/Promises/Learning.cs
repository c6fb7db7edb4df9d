namespace Lupaus.Core.Promises;

/// <summary>What ended promises taught, for each kind of matter by itself and for all together.</summary>
/// <typeparam name="TKind">What makes matters alike: their topic, and whether the customer's clock pressed.</typeparam>
public sealed class Learning<TKind>(double target) where TKind : notnull
{
    private readonly Dictionary<TKind, Kind> kinds = [];
    private readonly Queue<double> all = [];

    public Calibration Of(TKind kind)
    {
        var own = KindOf(kind);
        return new Calibration(target, own.Risk, [.. own.Ratios.Count >= Calibration.OwnFewest ? own.Ratios : all]);
    }

    /// <summary>It was done, in time or late.</summary>
    /// <param name="ratio">Actual open time ÷ forecast.</param>
    public void Took(TKind kind, double ratio)
    {
        Keep(KindOf(kind).Ratios, ratio);
        Keep(all, ratio);
    }

    /// <summary>As it was when it was last stored.</summary>
    public void Allows(TKind kind, double risk) => KindOf(kind).Risk = risk;

    /// <summary>A promise was kept, or its time has passed: known at whichever comes first.</summary>
    public void Ended(TKind kind, bool wasKept)
    {
        var own = KindOf(kind);
        own.Risk = Calibration.RiskAfter(own.Risk, target, wasKept);
    }

    private Kind KindOf(TKind kind)
    {
        if (!kinds.TryGetValue(kind, out var known))
            kinds[kind] = known = new Kind { Risk = 1 - target };
        return known;
    }

    private static void Keep(Queue<double> ratios, double ratio)
    {
        ratios.Enqueue(ratio);
        if (ratios.Count > Calibration.Most)
            ratios.Dequeue();
    }

    private sealed class Kind
    {
        public Queue<double> Ratios { get; } = [];

        public double Risk { get; set; }
    }
}
